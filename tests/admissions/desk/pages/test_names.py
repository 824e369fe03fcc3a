"""Translators and editors see a round before it is public and write the names of its new cities."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from admissions.desk.decisions.decide import decide
from admissions.models import RoundEntry
from tests.admissions.desk.rounds import NEXT_YEAR, round_of
from tests.back_office import at_work


@pytest.fixture
def recording(db):
    """Two cities that will be new, one that is left out, and one that is not decided."""
    recording = round_of("Xyzzy (Morocco)", "Plugh (Cameroon)", "Frobozz (Spain)", "Santiago (Mexico)")
    for name, decision, reason in [("Xyzzy", "new", ""), ("Plugh", "new", ""), ("Frobozz", "left_out", "A jest")]:
        entry = recording.entries.get(name_en=name)
        decide(entry, decision, version=entry.version, by=None, reason=reason)
    return recording


@pytest.fixture
def translator(recording):
    return at_work("translator")


def page_of(recording):
    return f"/admin/admissions/recording/{recording.pk}/names/"


def entry_called(name):
    return RoundEntry.objects.get(name_en=name)


def form_of(client, recording, **typed):
    """What a browser sends: the page's fields as they are, with what was typed, as `Xyzzy_fr="…"`."""
    content = html.fromstring(client.get(page_of(recording)).content.decode()).get_element_by_id("content")
    sent = {each.get("name"): each.get("value") or "" for each in content.iter("input")}
    for key, text in typed.items():
        name, language = key.split("_")
        sent[f"entry-{entry_called(name).pk}-name_{language}"] = text
    return sent


def names(name):
    entry = entry_called(name)
    return entry.name_en, entry.name_fr, entry.name_ar


@pytest.mark.parametrize("role", ["translator", "editor", "registrar"])
def test_new_cities_are_named_in_french_and_arabic_and_who_did_it_is_kept(recording, role):
    client = at_work(role)
    before = entry_called("Xyzzy")
    sent = form_of(client, recording, Xyzzy_fr="Xyzzie", Plugh_ar="بلوغ")
    response = client.post(page_of(recording), sent, follow=True)
    assert "The names of 2 cities were saved." in response.content.decode()
    assert [names("Xyzzy"), names("Plugh")] == [("Xyzzy", "Xyzzie", ""), ("Plugh", "", "بلوغ")]
    after = entry_called("Xyzzy")
    assert (after.decision, after.decided_by, after.decided_at) == ("new", None, before.decided_at)
    noted = LogEntry.objects.get()
    assert (noted.user.username, noted.object_id) == (role, str(recording.pk))
    assert set(noted.change_message.split("; ")) == {"Xyzzy (fr: – → Xyzzie)", "Plugh (ar: – → بلوغ)"}


def test_cities_that_lack_a_name_come_first_and_no_other_city_is_there(translator, recording):
    RoundEntry.objects.filter(name_en="Plugh").update(name_fr="Plugh", name_ar="بلوغ")
    context = translator.get(page_of(recording)).context
    assert [str(row.entry) for row in context["rows"]] == ["Xyzzy", "Plugh"]
    assert context["lacking"] == 1


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten_and_the_rest_is_saved(translator, recording):
    sent = form_of(translator, recording, Xyzzy_fr="Xyzzie", Plugh_fr="Plouf")
    other = entry_called("Xyzzy")
    RoundEntry.objects.filter(pk=other.pk).update(name_fr="Ixizi", name_ar="زيزي", version=other.version + 1)
    response = translator.post(page_of(recording), sent)
    content = response.content.decode()
    assert response.status_code == 422
    assert "Nothing was overwritten." in content
    assert [names("Xyzzy"), names("Plugh")] == [("Xyzzy", "Ixizi", "زيزي"), ("Plugh", "Plouf", "")]

    shown = html.fromstring(content).get_element_by_id("content")
    again = {each.get("name"): each.get("value") or "" for each in shown.iter("input")}
    assert again[f"entry-{other.pk}-name_fr"] == "Xyzzie"  # what was typed is still there
    assert translator.post(page_of(recording), again).status_code == 302
    assert names("Xyzzy") == ("Xyzzy", "Xyzzie", "زيزي")


def test_a_page_that_is_old_and_where_nothing_was_typed_changes_nothing(translator, recording):
    sent = form_of(translator, recording)
    RoundEntry.objects.filter(name_en="Xyzzy").update(name_fr="Ixizi", version=9)
    assert translator.post(page_of(recording), sent).status_code == 302
    assert (names("Xyzzy"), LogEntry.objects.count()) == (("Xyzzy", "Ixizi", ""), 0)


def test_a_name_for_a_city_that_is_not_new_any_more_is_said_to_be_lost(translator, recording):
    sent = form_of(translator, recording, Xyzzy_fr="Xyzzie")
    RoundEntry.objects.filter(name_en="Xyzzy").update(decision="left_out", reason="Withdrawn")
    content = translator.post(page_of(recording), sent, follow=True).content.decode()
    assert "Not saved, as these cities are not new any more: Xyzzie" in content
    assert names("Xyzzy") == ("Xyzzy", "", "")


@pytest.mark.parametrize("wrong", ["x" * 121, "\u200b", "a\0b"])
def test_what_is_no_name_is_said_beside_its_field(translator, recording, wrong):
    response = translator.post(page_of(recording), form_of(translator, recording, Xyzzy_fr=wrong, Plugh_fr="Plouf"))
    assert response.status_code == 422
    assert len(html.fromstring(response.content.decode()).xpath("//*[@class='errorlist']")) == 1
    assert [names("Xyzzy"), names("Plugh")] == [("Xyzzy", "", ""), ("Plugh", "Plouf", "")]


def test_a_translator_changes_nothing_but_these_names(translator, recording):
    entry = entry_called("Xyzzy")
    base = f"/admin/admissions/recording/{recording.pk}/"
    sent = form_of(translator, recording) | {
        f"entry-{entry.pk}-name_en": "Zork",
        "name_en": "Zork",
        "decision": "open",
    }
    translator.post(page_of(recording), sent)
    describe = {"describe": "1", "version": entry.version, "name_en": "Zork"}
    intake = recording.intakes.get()
    posts = {
        f"entry/{entry.pk}/": describe, "change/": {"announced_cities": "3"}, "asked/": {"first": "1"},
        f"list/{intake.pk}/": {}, "list/": {}, "put-away/": {}, "publish/": {"now": "1"}, "take-back/": {},
    }  # fmt: skip
    assert {page: translator.post(base + page, data).status_code for page, data in posts.items()} == dict.fromkeys(
        posts, 403
    )
    assert RoundEntry.objects.get(pk=entry.pk).name_en == "Xyzzy"


def test_a_round_at_rest_is_read_and_its_names_are_not_changed(translator, recording):
    sent = form_of(translator, recording, Xyzzy_fr="Xyzzie")
    recording.state, recording.publish_at, recording.time_zone = "scheduled", NEXT_YEAR, "UTC"
    recording.save()
    page = html.fromstring(translator.get(page_of(recording)).content.decode())
    assert page.xpath("//form[contains(@class, 'desk-named')]//input[@type='text']") == []
    content = translator.post(page_of(recording), sent, follow=True).content.decode()
    assert "This round is “to be published”; it cannot be changed." in content
    assert names("Xyzzy") == ("Xyzzy", "", "")


def test_who_sees_no_round_sees_no_names(recording, client):
    page = page_of(recording)
    assert client.get(page).url.startswith("/admin/login/")
    somebody = at_work("translator")
    User.objects.get().groups.clear()
    assert (somebody.get(page).status_code, somebody.post(page, {}).status_code) == (403, 403)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("role", ["translator", "editor"])
def test_translators_and_editors_come_to_it_from_the_front_page(recording, role, language):
    client = at_work(role)
    client.cookies["django_language"] = language
    assert recording.get_absolute_url() in client.get("/admin/").content.decode()
    desk = client.get(recording.get_absolute_url()).content.decode()
    assert page_of(recording) in desk
    assert f"/admin/admissions/recording/{recording.pk}/asked/" not in desk


def test_the_number_of_queries_does_not_grow_with_the_cities(translator, recording, django_assert_num_queries):
    translator.get(page_of(recording))
    with CaptureQueriesContext(connection) as few:
        translator.get(page_of(recording))
    more = round_of(*(f"Quux{letter} (Morocco)" for letter in "abcdefghij"), year=2027, slug="2027")
    more.entries.update(decision="new")
    with django_assert_num_queries(len(few)):
        translator.get(page_of(more))
