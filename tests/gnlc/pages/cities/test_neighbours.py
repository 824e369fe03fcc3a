"""Where a reader of a city's page may go on."""

import pytest
from django.utils.translation import override

from cities.models import City
from gnlc.pages.cities.neighbours import neighbours
from tests.factories import AdmissionFactory, CountryFactory, InitiativeFactory, KeyFeatureFactory


def member(name, place=None, country="MA", year=2020, **facts):
    """A member city, at a place given as latitude and longitude."""
    if place:
        facts |= {"latitude": place[0], "longitude": place[1], "precision": "place"}
    facts = {f"city__{field}": value for field, value in facts.items()}
    return AdmissionFactory(
        city__name_en=name, city__country=CountryFactory(code=country), cohort__year=year, **facts
    ).city


def beside(city):
    city = City.objects.prefetch_related("admissions", "initiatives__key_features").get(pk=city.pk)
    return neighbours(city)


def test_the_five_nearest_members_come_first_with_whole_kilometres(db):
    here = member("Here", (0, 0))
    for degrees in (6, 3, 1, 5, 2, 4):
        member(f"At {degrees}", (0, degrees))
    member("Nowhere known")
    found = [(city.name_en, km) for city, km in beside(here)["nearest"]]
    assert found == [("At 1", 111), ("At 2", 222), ("At 3", 334), ("At 4", 445), ("At 5", 556)]


def test_a_city_whose_place_is_not_known_has_no_nearest_members(db):
    member("There", (0, 1))
    assert beside(member("Nowhere known"))["nearest"] == []


def test_a_city_that_is_no_member_is_nobody_s_neighbour_and_has_some(db):
    here = member("Here", (0, 0))
    gone = member("Gone", (0, 1))
    admission = gone.admissions.get()
    admission.ended_on, admission.end_reason = "2022-01-01", "withdrew"
    admission.save()
    assert beside(here)["nearest"] == []
    assert beside(gone)["nearest"] == [(here, 111)]
    assert (beside(gone)["following"], beside(here)["previous"]) == (here, None)


def test_similar_is_who_shares_two_things_at_least_in_another_country_the_most_first(db):
    feature = KeyFeatureFactory()
    here = member("Here", kind="district", population=100_000)
    three = member("Three", country="FR", kind="district", population=110_000)
    two = member("Two", country="FR", year=2024, kind="county", population=124_000)
    member("One", country="FR", year=2024, population=90_000)
    member("Too large", country="FR", population=126_000)
    member("Compatriot", kind="district", population=100_000)
    for city in (here, two):
        InitiativeFactory(city=city).key_features.add(feature)
    told = [(each.city, each.features, each.in_cohort, each.is_kind, each.in_size) for each in beside(here)["similar"]]
    assert told == [(three, [], True, True, True), (two, [feature], False, False, True)]


def test_that_both_are_cities_says_little(db):
    here = member("Here", kind="city")
    member("There", country="FR", kind="city")
    assert beside(here)["similar"] == []


def test_previous_and_next_stand_beside_it_as_the_list_of_the_page_s_language_has_them(db):
    agadir, fez, rabat = (member(name, name_ar=ar) for name, ar in [("Agadir", "ي"), ("Fez", "أ"), ("Rabat", "ب")])
    assert (beside(fez)["previous"], beside(fez)["following"]) == (agadir, rabat)
    assert (beside(rabat)["previous"], beside(rabat)["following"]) == (fez, None)
    with override("ar"):
        assert (beside(fez)["previous"], beside(fez)["following"]) == (None, rabat)


@pytest.mark.parametrize("number", [3, 30])
def test_the_neighbours_cost_four_queries_however_many_members_there_are(db, number, django_assert_num_queries):
    for degrees in range(number):
        member(f"At {degrees}", (0, degrees), country="FR", population=9, kind="county")
    here = member("Here", (0, 0), population=9, kind="county")
    city = City.objects.prefetch_related("admissions", "initiatives__key_features").get(pk=here.pk)
    with django_assert_num_queries(4):
        neighbours(city)
