"""A decision made at the desk after the session had ended is kept, and taken up by the person who signs in."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from lxml import html

from admissions.models import Recording, RoundEntry
from tests.admissions.desk.rounds import make_countries, published_round, round_of
from tests.back_office import at_work
from tests.gnlc.back_office.test_typed import SUGGESTED, sign_in


@pytest.fixture
def recording(db):
    make_countries()
    return round_of("Fez (Morocco)", "Santiago (Mexico)", "Atlantis (Lemuria)", "Agadir (Morocco)")


@pytest.fixture
def somebody(recording):
    """A registrar whose session has ended."""
    client = at_work("registrar")
    person = User.objects.get()
    person.set_password("secret")
    person.save()
    client.logout()
    return client


def after_signing_in(client, page, sent, language="en"):
    """The page that asks whether what was decided is done now."""
    client.cookies["django_language"] = language
    assert sign_in(client, client.post(page, sent)).url == "/admin/typed/"
    return html.fromstring(client.get("/admin/typed/").content.decode()).get_element_by_id("content")


def words(content):
    return content.xpath("string(.//strong)")


def way_back(content):
    return content.xpath(".//a/@href")[-1]


def press(client, content):
    form = content.find(".//form")
    sent = {each.get("name"): each.get("value") for each in form.iter("input") if each.get("name")}
    return client.post(form.get("action"), sent)


def of(recording, rest):
    return f"/admin/admissions/recording/{recording.pk}/{rest}"


def test_a_decision_is_said_in_words_done_by_a_press_and_not_before(somebody, recording):
    entry = recording.entries.undecided().get()
    page = of(recording, f"entry/{entry.pk}/")
    content = after_signing_in(somebody, page, {"leave_out": "1", "reason": "A mistake", "version": entry.version})
    assert words(content) == "Santiago (Mexico) · left out · A mistake"
    assert way_back(content) == f"{recording.get_absolute_url()}#entry-{entry.pk}"
    assert recording.entries.undecided().get() == entry

    assert press(somebody, content).url == way_back(content)
    entry.refresh_from_db()
    assert (entry.decision, entry.reason, entry.decided_by.username) == ("left_out", "A mistake", "registrar")


def test_what_was_decided_otherwise_meanwhile_is_not_overwritten(somebody, recording):
    entry = recording.entries.undecided().get()
    page = of(recording, f"entry/{entry.pk}/")
    content = after_signing_in(somebody, page, {"leave_out": "1", "reason": "A mistake", "version": entry.version})
    RoundEntry.objects.filter(pk=entry.pk).update(decision="new", version=entry.version + 1)
    press(somebody, content)
    entry.refresh_from_db()
    assert entry.decision == "new"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(
    ("rest", "sent", "back"),
    [
        ("entry/{entry}/", {"new": "1", "kind": "district"}, "change/#entry-{entry}"),
        ("entry/{entry}/", {"city": "santiago"}, "change/#entry-{entry}"),
        ("entry/{entry}/", {"place": "0"}, "change/#entry-{entry}"),
        ("entry/{entry}/", {"same_as": "9" * 5000}, "change/#entry-{entry}"),
        ("entry/{entry}/", {"look_up": "1", "name": "Mérida"}, "change/#entry-{entry}"),
        ("entry/{entry}/", {"reopen": "1"}, "change/#entry-{entry}"),
        ("entry/{entry}/", {"nothing": "known"}, "change/#entry-{entry}"),
        ("line/{line}/", {"leave_out": "1", "reason": "A legend"}, "change/#line-{line}"),
        ("line/{line}/", {"name": "Bikok", "country": "CM"}, "change/#line-{line}"),
        ("line/{line}/", {"name": "Bikok", "country": "\0"}, "change/#line-{line}"),
        ("asked/", {"first": "1", "mark": "entry:{entry}:1"}, "asked/"),
        ("list/{intake}/", {}, "list/{intake}/"),
        ("list/{intake}/language/", {"language": "fr"}, "change/#lists"),
        ("list/{intake}/language/", {"language": "\0"}, "change/#lists"),
        ("put-away/", {}, "change/"),
        ("region/", {"country": "MA", "region": "arab_states"}, "change/#regions"),
    ],
)
def test_each_kind_of_decision_has_words_and_a_way_back(somebody, recording, rest, sent, back, language):
    intake = recording.intakes.get()
    keys = {"entry": recording.entries.undecided().get().pk, "line": intake.lines.unread().get().pk}
    keys["intake"] = intake.pk
    sent = {name: value.format(**keys) for name, value in sent.items()}
    content = after_signing_in(somebody, of(recording, rest.format(**keys)), sent, language)
    assert words(content) != ""
    assert way_back(content) == of(recording, back.format(**keys))
    assert len(content.findall(".//form")) == 1


@pytest.mark.parametrize(
    ("rest", "sent", "said"),
    [
        ("publish/", {"now": "1"}, "Publish now"),
        ("publish/", {"schedule": "1", "local": "2030-01-01T10:00", "time_zone": "UTC"}, "2030-01-01T10:00 · UTC"),
        ("workbook/", {}, "Take its decisions"),
    ],
)
def test_what_has_to_be_looked_over_is_pressed_on_its_own_page(somebody, recording, rest, sent, said):
    content = after_signing_in(somebody, of(recording, rest), sent)
    assert said in words(content)
    assert content.findall(".//form") == []
    assert Recording.objects.get().state == "open"


def test_taking_back_keeps_its_reason_and_waits(somebody, db):
    public = published_round("Agadir (Morocco)", slug="2027", year=2027, announced_on="2027-02-01")
    content = after_signing_in(somebody, of(public, "take-back/"), {"reason": "The wrong list"})
    assert words(content) == "Take the whole round back · The wrong list"
    public.refresh_from_db()
    assert public.state == "published"


def test_an_entry_that_is_gone_leads_to_the_rounds(somebody, recording):
    content = after_signing_in(somebody, of(recording, "entry/999/"), {"new": "1", "version": 1})
    assert way_back(content) == "/admin/admissions/recording/"


def test_somebody_else_who_does_not_record_rounds_is_told_nothing(somebody, recording):
    entry = recording.entries.undecided().get()
    asked = somebody.post(of(recording, f"entry/{entry.pk}/"), {"leave_out": "1", "reason": "Hush", "version": 1})
    User.objects.get().groups.set([Group.objects.get(name="translator")])
    sign_in(somebody, asked)
    told = somebody.get("/admin/typed/").content.decode()
    assert ("There is nothing that waits to be sent." in told, "Santiago" in told, "Hush" in told) == (
        True, False, False,
    )  # fmt: skip


def test_a_page_of_the_desk_that_is_too_old_says_the_decision_too(recording):
    at_work("registrar")
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get())
    entry = recording.entries.undecided().get()
    response = client.post(
        of(recording, f"entry/{entry.pk}/"), {"reopen": "1", "version": 1}, headers={"Origin": "http://testserver"}
    )
    content = response.content.decode()
    assert response.status_code == 403
    assert "Santiago (Mexico) · to be decided" in content
    assert re.search(r'name="csrfmiddlewaretoken" value="\w+"', content)


def test_a_reader_s_page_that_is_too_old_is_as_before(db):
    response = Client(enforce_csrf_checks=True).post("/en/cities/fez/suggest/", SUGGESTED)
    assert "You had decided" not in response.content.decode()
