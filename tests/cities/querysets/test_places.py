from datetime import date

import pytest
from django.utils.translation import override

from cities.models import City, Country
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CityFactory, CohortFactory, CountryFactory


def names(cities):
    return [city.name_en for city in cities]


def test_members_are_cities_with_an_admission_that_stands_and_goes_on(db):
    member = AdmissionFactory().city
    AdmissionFactory(ended_on=date(2023, 1, 1), end_reason="withdrew")
    AnnulledAdmissionFactory()
    CityFactory()

    assert list(City.objects.members()) == [member]


def test_a_city_announced_twice_is_one_member(db):
    city = CityFactory()
    AdmissionFactory(city=city, cohort__year=2019)
    AdmissionFactory(city=city, cohort__year=2024, announced_again=True)

    assert list(City.objects.members()) == [city]
    assert list(City.objects.admitted_in(2019)) == list(City.objects.admitted_in(2024)) == [city]


def test_a_former_member_that_came_back_is_a_member(db):
    city = CityFactory()
    AdmissionFactory(city=city, cohort__year=2019, ended_on=date(2021, 1, 1), end_reason="reports")
    AdmissionFactory(city=city, cohort__year=2024)

    assert list(City.objects.members()) == [city]
    assert list(City.objects.not_members()) == []


def test_not_members_are_former_and_annulled_ones(db):
    AdmissionFactory()
    annulled = AnnulledAdmissionFactory().city
    assert list(City.objects.not_members()) == [annulled]


def test_the_year_of_admission_may_be_any_year_that_the_cohort_covers(db):
    cohort = CohortFactory(year=2015, last_year=2016, slug="2015-2016", kind="rolling")
    city = AdmissionFactory(cohort=cohort).city

    assert [list(City.objects.admitted_in(year)) for year in (2014, 2015, 2016, 2017)] == [[], [city], [city], []]


def test_members_without_a_cohort_have_an_unknown_year(db):
    AdmissionFactory()
    undated = AdmissionFactory(cohort=None, member_by=date(2019, 3, 27)).city
    assert list(City.objects.admitted_in_unknown_year()) == [undated]


@pytest.mark.parametrize(
    "search", ["Ben Guerir", "BENGUÉRIR", "benguerir", "ابن جرير", "بن جرير", "بنجرير", "Guerir", "guerir ben"]
)
def test_a_city_is_found_under_any_of_its_names_in_any_spelling(db, search):
    CityFactory(name_en="Benguerir", name_ar="ابن جرير").names.create(text="Ben Guerir")
    CityFactory(name_en="Beni Mellal", name_ar="بني ملال")

    assert names(City.objects.named(search)) == ["Benguerir"]


@pytest.mark.parametrize("search", ["", " ", "!!!", "َ"])
def test_a_search_without_letters_finds_nothing(db, search):
    CityFactory()
    assert list(City.objects.named(search)) == []


def test_a_search_finds_words_from_their_beginning_only(db):
    CityFactory(name_en="Fez")
    assert names(City.objects.named("ez")) == []


def test_homonyms_are_both_found_and_stay_two(db):
    CityFactory(name_en="La Paz (Mendoza)", country__code="AR")
    CityFactory(name_en="La Paz (Baja California Sur)", country__code="MX")
    assert len(City.objects.named("la paz")) == 2


@pytest.mark.parametrize(
    "search", ["Fez, Morocco", "fez maroc", "morocco fes", "المغرب فاس", "fes el bali MOROCCO", "fez m"]
)
def test_a_city_is_found_with_its_country_before_or_behind_its_name(db, search):
    fez = CityFactory(name_en="Fez", name_fr="Fès", name_ar="فاس")
    fez.names.create(text="Fes el Bali")
    CityFactory(name_en="Fez", country=CountryFactory(code="US"))
    CityFactory(name_en="Rabat")
    assert list(City.objects.named(search)) == [fez]


@pytest.mark.parametrize("search", ["morocco", "fez france", "rabat fez"])
def test_a_country_alone_or_another_one_finds_no_city(db, search):
    CityFactory(name_en="Fez")
    CountryFactory(code="FR", name_en="France")
    assert list(City.objects.named(search)) == []


@pytest.mark.parametrize(
    ("language", "order"),
    [("en", ["Agadir", "Évry", "Fez"]), ("fr", ["Agadir", "Évry", "Fez"]), ("ar", ["Évry", "Agadir", "Fez"])],
)
def test_cities_are_sorted_as_a_reader_of_the_language_expects(db, language, order):
    CityFactory(name_en="Fez", name_fr="Fès", name_ar="فاس")
    CityFactory(name_en="Évry", name_ar="إفري")
    CityFactory(name_en="Agadir", name_ar="أكادير")

    with override(language):
        assert names(City.objects.sorted_by_name()) == order


def test_newest_and_oldest_first_leave_unknown_years_to_the_end(db):
    AdmissionFactory(city__name_en="Unknown", cohort=None)
    AdmissionFactory(city__name_en="Old", cohort__year=2017)
    AdmissionFactory(city__name_en="New", cohort__year=2024)

    assert names(City.objects.newest_first()) == ["New", "Old", "Unknown"]
    assert names(City.objects.oldest_first()) == ["Old", "New", "Unknown"]


def test_countries_count_their_members_once(db):
    city = AdmissionFactory(cohort__year=2019).city
    AdmissionFactory(city=city, cohort__year=2024, announced_again=True)
    AnnulledAdmissionFactory()
    CountryFactory(code="FR")

    assert [(country.code, country.members) for country in Country.objects.with_members()] == [("MA", 1)]
    assert [country.code for country in Country.objects.public()] == ["MA"]


def test_companions_are_the_cities_of_the_same_cohorts(db):
    city, other = AdmissionFactory.create_batch(2, cohort__year=2020)
    AdmissionFactory(cohort__year=2022)

    assert set(City.objects.admitted_with(city.city)) == {city.city, other.city}
