"""Names with a word for the kind of place, as people and signs write them."""

import pytest

from cities.city_words import without_city_words, without_kind_of_place
from cities.models import City
from gnlc.pages.cities.autocomplete import completed_cities
from tests.factories import AdmissionFactory, CityFactory, CountryFactory


@pytest.fixture
def places(db):
    australia = CountryFactory(code="AU", name_en="Australia")
    names = [("melton", "Melton", "ملتون"), ("bouake", "Bouaké", "بواكي"), ("mexico-city", "Mexico City", "مكسيكو")]
    names += [("mexico", "Mexico", ""), ("fez", "Fez", "فاس"), ("kuwait-city", "Kuwait City", "مدينة الكويت")]
    names += [("villeneuve", "Villeneuve", ""), ("wakefield", "Wakefield", "")]
    for slug, english, arabic in names:
        AdmissionFactory(city=CityFactory(slug=slug, name_en=english, name_ar=arabic, country=australia))


@pytest.mark.parametrize(
    ("written", "slugs"),
    [
        ("City of Melton", ["melton"]), ("the City of Melton", ["melton"]), ("Melton City Council", ["melton"]),
        ("Municipality of Melton", ["melton"]), ("Melton Municipality", ["melton"]), ("Town of Melton", ["melton"]),
        ("Ville de Bouaké", ["bouake"]), ("la ville de Bouaké", ["bouake"]), ("Commune de Bouaké", ["bouake"]),
        ("Municipio de Melton", ["melton"]), ("Ciudad de Melton", ["melton"]), ("Stadt Melton", ["melton"]),
        ("District of Wakefield", ["wakefield"]), ("Wakefield District", ["wakefield"]),
        ("Ville d’Melton", ["melton"]), ("City of Melton, Australia", ["melton"]),
        ("مدينة فاس", ["fez"]), ("بلدية فاس", ["fez"]), ("جماعة فاس", ["fez"]), ("محافظة فاس", ["fez"]),
        ("بلدية مدينة فاس", ["fez"]), ("مدينة الكويت", ["kuwait-city"]), ("Kuwait City", ["kuwait-city"]),
        ("Mexico City", ["mexico-city"]), ("Mexico", ["mexico", "mexico-city"]), ("Villeneuve", ["villeneuve"]),
        ("City", ["kuwait-city", "mexico-city"]), ("City of", []), ("Ville", ["villeneuve"]), ("City of Atlantis", []),
    ],
)  # fmt: skip
def test_the_city_is_found_with_and_without_such_words(places, written, slugs):
    assert sorted(city.slug for city in City.objects.named(written)) == slugs
    assert sorted(city.slug for city in completed_cities(written)) == slugs


def test_a_misspelled_name_behind_such_words_is_offered(places):
    assert [city.slug for city in City.objects.named_nearly("City of Meltn")] == ["melton"]


@pytest.mark.parametrize(
    ("written", "city", "place"),
    [
        ("City of Melton", "melton", "melton"),
        ("Kilifi County", "", "kilifi"),
        ("محافظة مسقط", "", "مسقط"),
        ("Melton", "", ""),
        ("City", "", ""),
        ("Villeurbanne", "", ""),
        ("المدينة المنورة", "", ""),
    ],
)
def test_a_district_is_looked_for_by_its_city_and_never_taken_for_it(written, city, place):
    assert (without_city_words(written), without_kind_of_place(written)) == (city, place)
