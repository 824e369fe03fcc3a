"""What a listed name may mean, and when there is no doubt."""

import pytest
from django.utils.translation import override

from admissions.intake.match import Reason, Registry, candidates, without_doubt
from tests.factories import AdmissionFactory, CityFactory


@pytest.fixture
def search(db):
    """(identity, reason, certain) of the candidates for a name, with the registry as the test has filled it."""

    def search(name, code="MA", limit=5):
        found = candidates(name, code, registry=Registry.of({code}), limit=limit)
        return [(candidate.identity, str(candidate.reason), candidate.certain) for candidate in found]

    return search


def city(code, name, **facts):
    return CityFactory(country__code=code, name_en=name, **facts)


def test_a_name_in_another_language_is_the_same_city(search):
    city("MA", "Benguerir", slug="benguerir", name_fr="Benguérir", name_ar="ابن جرير")

    assert search("ابن جرير") == [("benguerir", "same name in Arabic", True)]
    assert search("Ben Guérir") == [("benguerir", "same name in English", True)]
    with override("ar"):
        assert search("بن جرير")[0][0] == "benguerir"


def test_a_name_that_was_announced_before_says_when(search):
    admission = AdmissionFactory(city__slug="bengue", city__name_en="Benguerir", name_as_announced="Ibn Jarir")
    admission.city.names.create(text="Bangrir", kind="alternate")

    assert search("Ibn Jarir") == [("bengue", "name as announced in 2020", True)]
    assert search("Bangrir") == [("bengue", "spelling that is known here", True)]


def test_a_city_of_which_only_the_name_is_recorded_is_the_place_of_that_name(search):
    city("MA", "Benguerir", slug="benguerir")
    city("CN", "Suzhou", slug="suzhou")

    assert search("Benguerir") == [("benguerir", "same name in English", True)]
    assert [found[::2] for found in search("Suzhou", "CN", limit=2)] == [("suzhou", False), (1793743, False)]


def test_words_for_a_city_do_not_matter(search):
    city("NA", "Helao Nafidi", slug="helao-nafidi")

    assert search("Helao Nafidi Town Council", "NA") == [
        ("helao-nafidi", "same name but for words like “City of”", True)
    ]


def test_a_city_of_another_country_is_never_proposed(search):
    city("NI", "Granada", slug="granada-nicaragua", geonames_id=3619136)
    CityFactory(country__code="ES", name_en="Elsewhere")

    assert search("Granada", "NI") == [("granada-nicaragua", "same name in English", True)]
    assert search("Granada", "ES")[0] == (2517117, "the only place of the name in the gazetteer", True)


def test_a_place_of_the_gazetteer_is_offered_with_its_facts(db):
    CityFactory(country__code="MA")
    found = candidates("Essaouira", "MA", registry=Registry.of({"MA"}))[0]

    assert (found.is_new, found.city_slug, found.geonames_id, found.name) == (True, None, 2549263, "Essaouira")
    assert (round(found.latitude), round(found.longitude), found.population > 50_000) == (32, -10, True)
    assert {"Essaouira", "Mogador", "الصويرة"} <= set(found.spellings)


def test_a_place_of_the_gazetteer_that_is_recorded_is_that_city(search):
    city("MA", "Essaouira", slug="essaouira", geonames_id=2549263)

    assert search("Mogador") == [("essaouira", "the gazetteer knows this city under the name", True)]


def test_a_seat_is_not_the_county_that_is_recorded_with_its_place(search):
    city("EG", "Sharkia", slug="sharkia", kind="region", geonames_id=359493)

    assert search("Zagazig", "EG") == [("sharkia", "its place in the gazetteer has the name", False)]


def test_of_several_places_only_a_much_larger_one_is_meant(search):
    CityFactory(country__code="CN")
    CityFactory(country__code="MX")

    assert search("Suzhou", "CN", limit=2) == [
        (1886760, "same name in the gazetteer, largest of 3 places so called", False),
        (1793743, "same name in the gazetteer, one of 3 places so called", False),
    ]
    assert search("Mérida", "MX")[0] == (
        3523349, "same name in the gazetteer, largest of 2 places so called", True
    )  # fmt: skip


def test_an_arabic_name_that_only_one_of_two_places_has_decides_nothing(search):
    CityFactory(country__code="CN")

    assert search("سوجو", "CN")[0] == (
        1886760, "same name in the gazetteer, largest of 3 places so called", False
    )  # fmt: skip


def test_a_recorded_city_is_in_doubt_where_another_place_of_the_name_could_be_meant(search):
    city("AR", "San Justo", slug="san-justo-santa-fe", geonames_id=3837124, population=21809)
    city("MX", "Santiago", slug="santiago-nuevo-leon", geonames_id=3983671, population=36840)

    assert search("San Justo", "AR")[0] == ("san-justo-santa-fe", "same name in English", False)
    assert search("Santiago", "MX")[0] == ("santiago-nuevo-leon", "same name in English", False)


def test_what_tells_two_cities_apart_has_to_agree(search):
    city("KR", "Seo-gu (Busan)", slug="seo-gu-busan", kind="district")
    city("KR", "Seo-gu (Gwangju)", slug="seo-gu-gwangju", kind="district")

    assert search("Seo-gu, Gwangju", "KR") == [("seo-gu-gwangju", "same name in English", True)]
    assert search("Seo-gu", "KR", limit=2) == [
        ("seo-gu-busan", "same name but for what tells it from others", False),
        ("seo-gu-gwangju", "same name but for what tells it from others", False),
    ]
    assert not any(certain for _slug, _reason, certain in search("Seo-gu (Daegu)", "KR"))
    assert not any(certain for _slug, _reason, certain in search("Seo-gu (Incheon)", "KR"))


def test_a_name_that_lacks_what_tells_it_from_others_is_in_doubt(search):
    city("AR", "La Paz (Mendoza)", slug="la-paz-mendoza", name_ar="لا باز", geonames_id=3849516)

    assert search("La Paz (Mendoza)", "AR") == [("la-paz-mendoza", "same name in English", True)]
    assert search("لا باز", "AR")[0] == ("la-paz-mendoza", "same name in Arabic", False)
    assert search("La Paz (Entre Ríos)", "AR")[0][2] is False


def test_a_province_tells_places_of_a_name_apart(search):
    CityFactory(country__code="AR")

    assert search("La Paz (Mendoza)", "AR")[0] == (
        3849516, "same name in the gazetteer, in the province of Mendoza", True
    )  # fmt: skip


def test_a_similar_name_is_proposed_and_never_certain(search):
    city("PE", "Barranco", slug="barranco", kind="district")
    city("KR", "Icheon", slug="icheon")

    assert search("Barranca", "PE")[0] == (
        3946820, "same name in the gazetteer, largest of 2 places so called", False
    )  # fmt: skip
    assert search("Baranco", "PE")[0] == ("barranco", "one letter differs", False)
    assert search("Incheon", "KR")[0][:2] == (1843564, "the only place of the name in the gazetteer")


def test_a_county_is_not_its_town(search):
    city("KE", "Kilifi", slug="kilifi")

    assert search("Kilifi County", "KE")[0] == (
        "kilifi", "same name but for a word like “district” or “county”", False
    )  # fmt: skip


def test_an_arabic_name_that_nobody_has_noted_is_found_by_its_sound(search):
    city("RO", "Cugir", slug="cugir")

    assert search("كوغير", "RO")[0] == ("cugir", "sounds alike", False)


def test_a_name_may_begin_with_what_looks_like_and(search):
    city("MA", "Oujda", slug="oujda", name_ar="وجدة")

    assert search("جدة")[0] == ("oujda", "same name in Arabic", True)
    assert search("ووجدة")[0] == ("oujda", "same name in Arabic", True)


def test_a_name_known_nowhere_may_be_a_new_city_and_is_never_certain(search):
    CityFactory(country__code="CM")

    assert search("Bikok", "CM") == [(None, "no such name in this country, here or in the gazetteer", False)]
    assert search("بيكوك", "CM")[0] == (None, "no such name in this country, here or in the gazetteer", False)


def test_a_new_city_is_in_doubt_where_a_recorded_one_resembles_it(search):
    city("KE", "Kuno Consortium", slug="kuno-consortium", kind="consortium")
    city("MA", "Laayoune", slug="laayoune")

    assert search("Consortium de Kuno", "KE")[0][::2] == ("kuno-consortium", False)
    assert [found for found in search("El Aaiún") if found[0] in ("laayoune", None)] == [
        ("laayoune", "sounds alike", False)
    ]


def test_the_registry_is_loaded_in_four_queries(db, django_assert_num_queries):
    for name in ("Fez", "Agadir", "Sur"):
        AdmissionFactory(city__name_en=name)
    with django_assert_num_queries(4):
        registry = Registry.of({"MA", "OM"})
    with django_assert_num_queries(0):
        candidates("Fez", "MA", registry=registry)


def test_nothing_is_decided_without_candidates():
    assert without_doubt([]) is None


def test_each_reason_is_a_sentence():
    assert str(Reason("letters", 1)) == "one letter differs"
    assert str(Reason("letters", 3)) == "3 letters differ"
    assert str(Reason("announced", 2020)) == "name as announced in 2020"


@pytest.mark.parametrize("name", ["بنڭرير", "بنگرير", "بنݣرير", "بنڨرير"])
def test_a_letter_of_the_maghreb_is_read_as_each_that_is_written_for_it(db, name):
    CityFactory(slug="benguerir", name_en="Benguerir", name_ar="بنجرير")

    decision = without_doubt(candidates(name, "MA", registry=Registry.of({"MA"})))
    assert (decision.city_slug, decision.certain) == ("benguerir", True)
