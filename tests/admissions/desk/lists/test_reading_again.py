"""Setting right what was read: a list set aside and used again, lines that name several cities, rounds put away."""

import pytest

from admissions.desk.decisions.decide import separate
from admissions.desk.decisions.lines import read_line
from admissions.desk.lists.receive import put_away, set_aside, take_into_account, take_up
from admissions.desk.pages.present import show
from admissions.models import IntakeLine, Recording
from cities.models import Country
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import listed, meaning, round_of
from tests.back_office import at_work
from tests.factories import RecordingFactory


def test_a_list_that_is_set_aside_takes_its_numbers_with_it_and_brings_them_back():
    recording = RecordingFactory()
    wrong = listed(recording, "15 cities from 9 countries join.", "Fez (Morocco)", "Agadir (Morocco)")
    listed(recording, "16 villes de 8 pays rejoignent le réseau.", "Fès (Maroc)", language="fr")
    set_aside(wrong, by=None)
    recording.refresh_from_db()
    assert (recording.announced_cities, recording.announced_countries) == (16, 8)
    assert meaning(recording) == [("Fes", "new", 2548885)]

    take_into_account(wrong, by=None)
    recording.refresh_from_db()
    assert (recording.announced_cities, meaning(recording)) == (
        16,
        [("Fez", "new", 2548885), ("Agadir", "open", None)],
    )


def test_a_number_that_a_person_wrote_stays_when_a_list_is_set_aside():
    recording = RecordingFactory()
    wrong = listed(recording, "15 cities from 9 countries join.", "Fez (Morocco)")
    recording.refresh_from_db()
    recording.announced_cities = 17
    recording.save()
    set_aside(wrong, by=None)
    recording.refresh_from_db()
    assert (recording.announced_cities, recording.announced_countries) == (17, None)


def test_a_line_may_name_several_cities():
    recording = round_of("Atlantis (Lemuria)", "Fez (Morocco)")
    line = IntakeLine.objects.unread().get()
    read_line(line, name="Agadir; Essaouira", country=Country.objects.get(code="MA"), by=None)
    assert sorted(recording.entries.values_list("name_en", flat=True)) == ["Agadir", "Essaouira", "Fez"]
    assert [each.raw for each in recording.intakes.get().lines.filter(kind="city")] == [
        "Atlantis (Lemuria)",
        "Fez (Morocco)",
        "Atlantis (Lemuria)",
    ]


def test_semicolons_separate_cities_in_a_published_list():
    recording = round_of("Morocco: Agadir; Essaouira", "Fez; Ifrane (Morocco)")
    assert sorted(recording.entries.values_list("name_en", flat=True)) == ["Agadir", "Essaouira", "Fez", "Ifrane"]


def test_a_city_known_nowhere_is_certain_only_if_lists_in_two_languages_name_it():
    recording = round_of("Qwertz (Morocco)", "Xyzzy (Morocco)")
    listed(recording, "Qwertz (Morocco)", "Xyzzy (Morocco)")
    assert [decision for _name, decision, _place in meaning(recording)] == ["open", "open"]
    listed(recording, "Qwertz (Maroc)", language="fr")
    assert meaning(recording) == [("Qwertz", "new", None), ("Xyzzy", "open", None)]


def test_a_place_known_by_another_name_says_which_and_a_decision_which_place_was_taken():
    recording = round_of("Mogador (Morocco)")
    (shown,) = show(recording.entries.all(), recording)
    found = [(candidate.name, candidate.alias) for candidate in shown.candidates if candidate.alias]
    assert found == [("Essaouira", "Mogador")]
    entry = recording.entries.get()
    assert (entry.decision, shown.chosen_place["name"]) == ("new", "Essaouira")


def test_a_line_that_is_separated_gets_candidates_of_its_own():
    recording = round_of("Fez (Morocco)")
    listed(recording, "Fès (Maroc)", language="fr")
    line = IntakeLine.objects.get(name="Fès")
    entry = separate(line, by=None)
    assert [candidate["geonames_id"] for candidate in entry.candidates][:1] == [2548885]
    assert str(entry) == "Fès"


def test_a_round_is_put_away_and_taken_up_again():
    recording = round_of("Fez (Morocco)")
    put_away(recording, by=None)
    assert not Recording.objects.in_work().exists()
    with pytest.raises(RefusedError, match="This round is “put away”; it cannot be changed."):
        listed(recording, "Agadir (Morocco)")
    assert take_up(recording, by=None).may_be_changed


def test_a_round_that_was_begun_anew_is_gone_on_with():
    recording = round_of("Fez (Morocco)")
    put_away(recording, by=None)
    anew = round_of("Fez (Morocco)")
    assert take_up(recording, by=None) == anew
    assert Recording.objects.get(pk=recording.pk).state == "put_away"


def test_whoever_acts_is_noted_beside_the_round(db):
    recording = round_of("Fez (Morocco)")
    client = at_work("registrar")
    client.post(f"/admin/admissions/recording/{recording.pk}/put-away/")
    client.post(f"/admin/admissions/recording/{recording.pk}/put-away/", {"take_up": "1"})
    client.post(f"/admin/admissions/recording/{recording.pk}/publish/", {"now": "1"})
    html = client.get(f"/admin/admissions/recording/{recording.pk}/history/").content.decode()
    assert ["Put the round away." in html, "Published the round." in html] == [True, True]
