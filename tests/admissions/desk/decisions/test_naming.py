"""What a new city is called: as its lists do, or as the place that somebody chose."""

import pytest

from admissions.desk.decisions.decide import decide, describe
from admissions.desk.lists.receive import set_aside
from admissions.desk.release.publish import hindrances, publish
from cities.models import City
from tests.admissions.desk.rounds import listed, round_of
from tests.factories import RecordingFactory


@pytest.fixture
def arabic():
    """A round of which the Arabic list alone has come."""
    recording = RecordingFactory()
    listed(recording, "سيدي (المغرب)", language="ar")
    return recording


def names(recording):
    entry = recording.entries.get()
    return entry.name_en, entry.name_fr, entry.name_ar


def test_what_nobody_chose_gives_no_name(arabic):
    entry = arabic.entries.get()
    assert len(entry.candidates) > 1
    assert (names(arabic), str(entry)) == (("", "", "سيدي"), "سيدي")


def test_a_place_that_is_chosen_gives_the_english_name_that_no_list_gives(arabic):
    decide(arabic.entries.get(), "new", version=1, by=None, geonames_id=2528910)
    publish(arabic)
    city = City.objects.get()
    assert (city.slug, city.name_en, city.name_ar, city.geonames_id) == ("tetouan", "Tétouan", "سيدي", 2528910)


def test_a_new_city_without_place_and_latin_name_waits_for_one(arabic):
    decide(arabic.entries.get(), "new", version=1, by=None)
    assert hindrances(arabic) == ["The English name of سيدي is missing."]
    describe(arabic.entries.get(), version=2, by=None, name_en="Sidi", name_ar="سيدي")
    assert hindrances(arabic) == []


def test_the_english_list_names_a_city_also_after_it_was_decided():
    recording = RecordingFactory()
    listed(recording, "Leipzigg (Maroc)", language="fr")
    decide(recording.entries.get(), "new", version=1, by=None)
    assert names(recording) == ("", "Leipzigg", "")

    english = listed(recording, "Leipzig-g (Morocco)")
    assert names(recording) == ("Leipzig-g", "Leipzigg", "")
    set_aside(english, by=None)
    assert names(recording) == ("", "Leipzigg", "")


def test_a_name_that_a_person_wrote_stays():
    recording = round_of("Fez (Morocco)")
    describe(recording.entries.get(), version=1, by=None, name_en="Fes el Bali")
    listed(recording, "Fez (Morocco)", "Agadir (Morocco)")
    listed(recording, "Fès (Maroc)", language="fr")
    fez = recording.entries.get(name_en="Fes el Bali")
    assert (fez.name_fr, fez.lines.count()) == ("Fès", 3)
