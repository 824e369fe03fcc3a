"""How many cities there are of each sort."""

from datetime import date

import pytest

from admissions.models import Award
from cities.models import City, Country, Source
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, CountryFactory, SourceFactory


@pytest.mark.parametrize(
    ("population", "place"), [(None, -1), (1, 0), (49_999, 0), (50_000, 1), (4_999_999, 5), (5_000_000, 6)]
)
def test_each_city_is_in_one_class_of_population(db, population, place):
    CityFactory(population=population)
    numbers = [number for _begin, _below, number in City.objects.number_by_population()]
    assert (sum(numbers), numbers[place]) == (1, 1)


def test_cities_are_counted_by_region_continent_country_and_kind(db):
    CityFactory(country=CountryFactory(code="MA", continent="africa"), kind="city")
    CityFactory(country=CountryFactory(code="KW", region=""))
    assert City.objects.number_by_region() == {"arab_states": 1, "": 1}
    assert City.objects.number_by_continent() == {"africa": 1, "": 1}
    assert City.objects.number_by_country() == {"MA": 1, "KW": 1}
    assert City.objects.number_by_kind() == {"city": 1, "": 1}


def test_the_first_admitted_are_those_of_the_earliest_known_year(db):
    first, again = AdmissionFactory(cohort__year=2015), AdmissionFactory(cohort__year=2019)
    AdmissionFactory(city=first.city, cohort=again.cohort, announced_again=True)
    AdmissionFactory(cohort=None, member_by=date(2014, 1, 1))
    AdmissionFactory(cohort__year=2013, city__country=CountryFactory(code="FR"))
    assert list(City.objects.in_country("MA").first_admitted()) == [first.city]
    assert list(City.objects.in_country("MA").first_admitted(date(2014, 1, 1))) == []


def test_a_country_is_new_with_the_cohort_of_its_first_public_admission(db):
    first, second = CohortFactory(year=2020), CohortFactory(year=2022)
    for cohort, code in ((first, "MA"), (second, "MA"), (second, "FR")):
        AdmissionFactory(cohort=cohort, city__country=CountryFactory(code=code))
    assert [country.code for country in Country.objects.new_with(first)] == ["MA"]
    assert [country.code for country in Country.objects.new_with(second)] == ["FR"]
    assert list(Country.objects.new_with(second, date(2021, 1, 1))) == []


def test_a_city_is_awarded_from_the_year_of_its_award(db):
    award = Award.objects.create(year=2021, city=CityFactory(), name_as_announced="Fez")
    assert list(City.objects.awarded(2021)) == [award.city]
    assert list(City.objects.awarded(2020)) == []


def test_texts_of_commissions_are_those_behind_the_admissions_of_the_country(db):
    admission, other = AdmissionFactory(), AdmissionFactory(city__country=CountryFactory(code="FR"))
    commission = SourceFactory(kind="commission")
    admission.sources.add(commission, SourceFactory(kind="press"))
    other.sources.add(SourceFactory(kind="commission"))
    assert list(Source.objects.of_commissions_about(admission.city.country)) == [commission]
