"""The pages of the desk: beginning, deciding, numbers, lines."""

import pytest

from admissions.desk.release.publish import schedule
from tests.admissions.desk.decisions.deeds import send
from tests.admissions.desk.rounds import NEXT_YEAR, listed, round_of
from tests.back_office import at_work
from tests.factories import CityFactory

BEGIN = "/admin/admissions/recording/add/"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def test_the_desk_folds_away_what_is_certain(registrar):
    recording = round_of("Fez (Morocco)", "Santiago (Mexico)")
    context = registrar.get(recording.get_absolute_url()).context
    assert [str(shown.entry) for shown in context["certain"]] == ["Fez"]
    assert [str(shown.entry) for shown in context["undecided"]] == ["Santiago"]


def test_a_line_that_could_not_be_read_is_set_right_or_left_out(registrar):
    recording = round_of("Fez (Morocco)", "Atlantis (Lemuria)", "Avalon (Britannia)", "Agadir (Morocco)")
    atlantis, avalon = recording.intakes.get().lines.unread()
    address = f"/admin/admissions/recording/{recording.pk}/line"
    registrar.post(f"{address}/{atlantis.pk}/", {"name": "Bikok", "country": "CM"})
    registrar.post(f"{address}/{avalon.pk}/", {"leave_out": "1", "reason": "A legend."})

    assert sorted(recording.entries.values_list("name_en", flat=True)) == ["Agadir", "Bikok", "Fez"]
    avalon.refresh_from_db()
    assert (avalon.kind, avalon.reason, avalon.set_by.username) == ("left_out", "A legend.", "registrar")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"leave_out": "1", "reason": "a\0b"}, "Null characters are not allowed."),
        ({"leave_out": "1"}, "This field is required."),
        ({"name": "Fez", "country": "\0"}, "Null characters are not allowed."),
        ({"name": "\u200b", "country": "MA"}, "A name has letters."),
        ({"name": "x" * 121, "country": "MA"}, "Ensure this value has at most 120 characters"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(registrar, sent, sentence):
    recording = round_of("Fez (Morocco)", "Atlantis (Lemuria)", "Agadir (Morocco)")
    line = recording.intakes.get().lines.unread().get()
    response = registrar.post(f"/admin/admissions/recording/{recording.pk}/line/{line.pk}/", sent, follow=True)
    assert sentence in response.content.decode()
    line.refresh_from_db()
    assert line.kind == "unread"


def test_a_line_to_set_right_that_is_none_is_no_error(registrar):
    intake = round_of("Fez (Morocco)").intakes.get()
    page = f"/admin/admissions/recording/{intake.recording_id}/list/{intake.pk}/"
    assert registrar.get(page, {"line": "9" * 5000}).status_code == 200
    assert "It names the city" in registrar.get(page, {"line": intake.lines.get().pk}).content.decode()


def test_the_numbers_announced_are_set_with_the_language_of_the_reason(registrar):
    recording = round_of("Fez (Morocco)")
    filled = {
        "title_en": "Admissions of 2026",
        "announced_on": "2026-12-10",
        "announced_cities": "2",
        "region_africa": "1",
    }
    registrar.post(recording.get_absolute_url(), filled | {"difference": "One is to follow."})

    recording.refresh_from_db()
    assert (recording.announced_cities, recording.announced_by_region) == (2, {"africa": 1})
    assert (recording.difference, recording.difference_language) == ("One is to follow.", "en")


def test_a_list_is_added_shown_word_for_word_and_set_aside(registrar):
    recording = round_of("Fez (Morocco)")
    address = f"/admin/admissions/recording/{recording.pk}/list/"
    registrar.post(address, {"language": "es", "text": "Agadir (Marruecos)\nFez (Morocco)", "publisher": "UNESCO"})
    intake = recording.intakes.last()
    assert "Agadir (Marruecos)" in registrar.get(f"{address}{intake.pk}/").content.decode()

    registrar.post(f"{address}{intake.pk}/")
    assert [kept.set_aside_at is None for kept in recording.intakes.all()] == [True, False]


def test_nothing_is_changed_while_a_round_waits_for_its_instant(registrar):
    recording = schedule(round_of("Fez (Morocco)"), NEXT_YEAR, "Europe/Paris")
    (entry,) = recording.entries.all()
    sentence = "This round is “to be published”; it cannot be changed."
    assert sentence in send(registrar, entry, "reopen").content.decode()
    desk = recording.get_absolute_url()
    assert sentence in registrar.post(desk, {"title_en": "X"}, follow=True).content.decode()
    filled = {"language": "en", "text": "Agadir (Morocco)", "publisher": "UNESCO"}
    refused = registrar.post(desk.replace("change/", "list/"), filled)
    assert (refused.status_code, refused.context["form"].non_field_errors()) == (422, [sentence])
    assert refused.context["form"]["text"].value() == "Agadir (Morocco)"
    recording.refresh_from_db()
    assert (recording.title_en, recording.state, recording.intakes.count()) == ("Admissions of 2026", "scheduled", 1)


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_who_is_no_registrar_may_look_at_a_round_and_change_nothing(role, db):
    recording = round_of("Fez (Morocco)", "Santiago (Mexico)", "Atlantis (Lemuria)", "Agadir (Morocco)")
    desk, intake = recording.get_absolute_url(), recording.intakes.get()
    seen = ["change/", f"list/{intake.pk}/", "matrix/"]
    closed = ["publish/", "take-back/", "list/", f"list/{intake.pk}/columns/", "asked/", "cohort/"]
    client = at_work(role)
    found = {page: client.get(desk.replace("change/", page)).status_code for page in [*seen, *closed]}
    assert found == dict.fromkeys(seen, 200) | dict.fromkeys(closed, 403)
    assert client.get(BEGIN).status_code == 403
    for page in seen:
        html = client.get(desk.replace("change/", page)).content.decode()
        assert [address for address in closed if f'"{desk.replace("change/", address)}"' in html] == []


@pytest.mark.parametrize("key", ["0", "99999999999999999999"])
def test_a_recording_that_is_none_is_not_found(registrar, key):
    assert registrar.get(f"/admin/admissions/recording/{key}/change/").status_code == 404


@pytest.mark.parametrize("number", [3, 30])
def test_the_desk_runs_the_same_queries_however_many_cities_a_round_has(registrar, number, django_assert_num_queries):
    for each in range(number):
        CityFactory(name_en=f"Seaport {each}")
    recording = round_of(*(f"Sea port no {each} (Morocco)" for each in range(number)))
    listed(recording, *(f"Sea port no {each} (Maroc)" for each in range(number)), language="fr")
    registrar.get(recording.get_absolute_url())
    with django_assert_num_queries(31):
        registrar.get(recording.get_absolute_url())


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_page_of_the_desk_opens_in_each_language(registrar, language):
    recording = round_of("Fez (Morocco)", "Santiago (Mexico)", "Atlantis (Lemuria)", "Agadir (Morocco)")
    intake = recording.intakes.get()
    desk = recording.get_absolute_url().removesuffix("change/")
    pages = ["change/", "list/", f"list/{intake.pk}/", "preview/", "preview/ar/admissions/2026/", "publish/"]
    others = ["/admin/", BEGIN, "/admin/admissions/recording/add-city/", "/admin/admissions/recording/"]
    registrar.cookies["django_language"] = language
    for address in [*(desk + page for page in pages), *others]:
        assert registrar.get(address).status_code == 200
