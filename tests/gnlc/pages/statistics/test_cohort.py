"""The page of a cohort: its regions by both schemes, its new countries, its neighbours."""

import pytest

from admissions.models import Cohort
from gnlc.pages.statistics.records import charts_of
from tests.factories import AdmissionFactory, CohortFactory, CountryFactory


@pytest.fixture
def rounds(db):
    """Two rounds: a Moroccan city in each, and one of Senegal and of nowhere in the second."""
    morocco = CountryFactory(code="MA", region="arab_states", continent="africa")
    AdmissionFactory(city__country=morocco, cohort=CohortFactory(year=2022))
    second = CohortFactory(year=2024, announced_cities=4, announced_countries=3)
    senegal = CountryFactory(code="SN", region="africa", continent="africa")
    for country in (morocco, senegal, CountryFactory(code="AQ", region="", continent="")):
        AdmissionFactory(city__country=country, cohort=second)
    return Cohort.objects.with_recorded().get(year=2024)


def stated(chart):
    return [(row.label, row.numbers) for row in chart.rows if any(row.numbers)]


def test_its_cities_are_counted_by_both_schemes_of_regions(rounds):
    charts = charts_of(rounds)
    assert stated(charts["regions"]) == [("Africa", (1,)), ("Arab States", (1,)), ("not stated", (1,))]
    assert stated(charts["continents"]) == [("Africa", (2,)), ("not stated", (1,))]


def test_what_was_announced_stands_beside_what_is_recorded(rounds):
    assert stated(charts_of(rounds)["announced"]) == [("Cities", (3, 4)), ("Countries", (3, 3))]


def test_countries_new_to_the_network_are_named(client, rounds):
    assert [each.code for each in client.get("/en/admissions/2024/").context["new_countries"]] == ["AQ", "SN"]
    assert [each.code for each in client.get("/en/admissions/2022/").context["new_countries"]] == ["MA"]


def test_its_files_are_named_after_it_and_refuse_a_wrong_day(client, rounds):
    response = client.get("/ar/admissions/2024/regions.csv?as_of=2024-02-15")
    assert response["Content-Disposition"] == 'attachment; filename="gnlc-2024-regions-2024-02-15-ar.csv"'
    assert client.get("/en/admissions/2024/regions.csv?as_of=never").status_code == 400


def test_it_leads_to_the_cohorts_before_and_after_as_of_the_day(client, rounds):
    context = client.get("/en/admissions/2022/").context
    assert (context["previous"], context["following"]) == (None, rounds)
    assert client.get("/en/admissions/2022/?as_of=2022-03-01").context["following"] is None


@pytest.mark.parametrize(
    ("path", "status"), [("2024/regions.csv", 200), ("2024/atlantis.csv", 404), ("1999/regions.csv", 404)]
)
def test_its_numbers_have_addresses(client, rounds, path, status):
    assert client.get(f"/en/admissions/{path}").status_code == status
