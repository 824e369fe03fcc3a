import pytest

from cities.models import Initiative
from tests.factories import (
    CityFactory,
    CountryFactory,
    InitiativeFactory,
    KeyFeatureFactory,
    SourceFactory,
    VenueFactory,
)


def at(*places, city=None, **texts):
    """An initiative that happens at these places, in a city of its own unless one is given."""
    initiative = InitiativeFactory(city=city or CityFactory(), **texts)
    initiative.venues.set([VenueFactory(slug=slug) for slug in places])
    return initiative


def test_an_initiative_at_two_of_the_places_asked_for_stands_once(db):
    both, library, _school = at("library", "cafe_or_park"), at("library"), at("school")
    assert set(Initiative.objects.at("library", "cafe_or_park")) == {both, library}
    assert Initiative.objects.at("library", "cafe_or_park").count() == 2


def test_initiatives_are_found_by_the_language_of_any_source(db):
    both, _french = InitiativeFactory(), InitiativeFactory().sources.add(SourceFactory(language="fr"))
    both.sources.set([SourceFactory(language="ar"), SourceFactory(language="fr")])
    assert list(Initiative.objects.described_in("ar")) == [both]


@pytest.mark.parametrize(
    "words",
    [
        "lecture publique",
        "LÉCTURE",
        "القراءة",
        "قراءة العمومية",
        "media libr",
        "fès",
        "فاس lecture",
        "maroc",
        "المغرب",
    ],
)
def test_an_initiative_is_found_by_its_words_its_city_and_its_country_in_any_script(db, words):
    fez = CityFactory(name_en="Fez", name_fr="Fès", name_ar="فاس")
    reading = InitiativeFactory(
        city=fez,
        name_fr="Réseau de lecture publique",
        name_ar="شبكة القراءة العمومية",
        summary_en="Two media libraries.",
    )
    InitiativeFactory(city=CityFactory(country=CountryFactory(code="TN")), name_en="Workshop", summary_en="At work.")
    assert list(Initiative.objects.mentioning(words)) == [reading]


def test_every_word_must_be_there(db):
    InitiativeFactory(name_en="Public reading network")
    assert list(Initiative.objects.mentioning("reading museum")) == []


def test_a_text_that_was_changed_is_found_by_its_new_words_only(db):
    initiative = InitiativeFactory(name_en="Reading bus", summary_en="It drives.")
    initiative.name_en = "Book boat"
    initiative.save()
    assert list(Initiative.objects.mentioning("boat")) == [initiative]
    assert list(Initiative.objects.mentioning("bus")) == []


def test_what_shares_most_comes_first_and_nothing_of_the_same_city(db):
    feature, home = KeyFeatureFactory(), CityFactory()
    initiative = at("library", "school", city=home)
    at("library", city=home)
    one_place, two_places, _other = at("library"), at("library", "school"), at("workplace")
    of_its_feature = at("online")
    for each in (initiative, of_its_feature):
        each.key_features.add(feature)

    found = Initiative.objects.like(initiative)
    assert [(each, each.shared) for each in found] == [(two_places, 4), (one_place, 2), (of_its_feature, 1)]


def test_the_library_is_in_the_order_of_the_cities_in_the_readers_language(db):
    later = InitiativeFactory(city=CityFactory(name_en="Fez"), slug="a")
    first, second = (InitiativeFactory(city=CityFactory(name_en=name), slug=name) for name in ("agadir", "cork"))
    assert list(Initiative.objects.sorted_by_city()) == [first, second, later]
