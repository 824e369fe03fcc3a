"""The page of statistics, and the files with its numbers."""

import csv
from datetime import date
from io import StringIO

import pytest

from cities.models import City
from gnlc.pages.statistics.network import CHARTS
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CohortFactory,
    CountryFactory,
    ReportedFigureFactory,
)

LATER = date(2026, 1, 1)


@pytest.fixture
def network(db):
    """Three Moroccan cities of 2020, one of them withdrawn, a French one of 2024, and one of unknown year."""
    morocco = CountryFactory(code="MA", region="arab_states", continent="africa")
    france = CountryFactory(code="FR", region="europe_north_america", continent="europe")
    cohort = CohortFactory(year=2020, announced_cities=3, network_cities_after=229)
    AdmissionFactory(city__country=morocco, city__kind="city", city__population=49_999, cohort=cohort)
    AdmissionFactory(city__country=morocco, city__population=50_000, cohort=cohort)
    AnnulledAdmissionFactory(city__country=morocco, cohort=cohort)
    AdmissionFactory(city__country=france, cohort__year=2024)
    AdmissionFactory(city__country=france, cohort=None, member_by=date(2022, 5, 1))
    ReportedFigureFactory(as_of=date(2020, 2, 14), cities=230)


def numbers(name, day=LATER):
    return {row.label: row.numbers for row in CHARTS[name](day).rows}


def test_recorded_taken_and_rival_totals_are_series_of_their_own_and_never_mixed(network):
    assert numbers("growth") == {
        "14 February 2020": (3, 0, 229, 230),
        "15 February 2020": (2, 0, None, None),
        "1 May 2022": (3, 1, None, None),
        "14 February 2024": (4, 1, None, None),
    }
    assert [series.style for series in CHARTS["growth"](LATER).series] == ["recorded", "shown", "reported", "rival"]


def test_a_membership_of_a_day_is_a_mark_that_says_what_it_was(network):
    ReportedFigureFactory(as_of=date(2020, 2, 14), cities=231)
    AnnulledAdmissionFactory.create_batch(2, cohort=CohortFactory(year=2020), annulled_on=date(2020, 3, 1))
    chart = CHARTS["growth"](LATER)
    note = (
        "1 of them was annulled by a correction on 15 February 2020 · "
        "2 of them were annulled by a correction on 1 March 2020"
    )
    assert [row.note for row in chart.rows] == [note, "", "", "", "", ""]
    recorded, shown, *_others = chart.trails()
    assert [(peak.row.label, peak.number) for peak in recorded.peaks] == [("14 February 2020", 5)]
    assert shown.peaks == []


def test_a_figure_is_not_made_more_exact_than_its_source(network):
    ReportedFigureFactory(as_of=date(2023, 1, 1), as_of_precision="year", cities=292)
    ReportedFigureFactory(as_of=date(2022, 5, 1), as_of_precision="month", cities=295)
    chart = CHARTS["growth"](LATER)
    assert [(row.label, row.key, row.numbers) for row in chart.rows if row.numbers[3] in (292, 295)] == [
        ("May 2022", "2022-05", (None, None, None, 295)),
        ("2023", "2023", (None, None, None, 292)),
    ]


def test_members_at_the_end_of_each_year_are_those_admitted_and_those_first_shown_by_a_source(network):
    assert numbers("years") == {
        "2020": (2, 0), "2021": (2, 0), "2022": (2, 1), "2023": (2, 1), "2024": (3, 1), "2025": (3, 1), "2026": (3, 1),
    }  # fmt: skip
    (last,) = CHARTS["years"](LATER).lines()[-1:]
    assert last.total.number == City.objects.as_of(LATER).count() == 4


def test_both_schemes_of_regions_count_the_same_members(network):
    assert {label: n for label, n in numbers("regions").items() if n != (0,)} == {
        "Arab States": (2,), "Europe and North America": (2,),
    }  # fmt: skip
    assert {label: n for label, n in numbers("continents").items() if n != (0,)} == {"Africa": (2,), "Europe": (2,)}
    assert numbers("countries") == {"Country FR": (2,), "Morocco": (2,)}


def test_what_was_announced_stands_beside_what_is_recorded(network):
    assert numbers("cohorts") == {"2020": (2, 3), "2024": (1, None)}


def test_each_cohort_is_made_of_its_regions(network):
    assert numbers("cohort-regions") == {"2020": (2, 0), "2024": (0, 1), "year not known": (0, 1)}


def test_kinds_and_classes_of_population_have_a_place_for_what_is_not_known(network):
    kinds = {label: n for label, n in numbers("kinds").items() if n != (0,)}
    assert kinds == {"not stated": (3,), "City or municipality": (1,)}
    populations = {label: n for label, n in numbers("populations").items() if n != (0,)}
    assert populations == {"fewer than 50,000": (1,), "50,000 to 99,999": (1,), "not known": (2,)}


def test_the_use_of_the_quota_is_counted_by_round(network):
    AdmissionFactory.create_batch(2, city__country=CountryFactory(code="FR"), cohort=CohortFactory(year=2024))
    AdmissionFactory(cohort=CohortFactory(year=2016, kind="rolling"))
    assert numbers("quota") == {"2020": (0, 1, 0), "2024": (0, 0, 1)}
    chart = CHARTS["quota-countries"](LATER)
    assert [(row.label, row.numbers) for row in chart.rows] == [("Country FR", (0, 3)), ("Morocco", (2, 0))]
    assert chart.drawn == 1


def test_the_statistics_show_the_register_as_of_a_day(client, network):
    context = client.get("/en/statistics/?as_of=2020-02-14").context
    assert context["members"] == 3
    assert [row.numbers for row in context["charts"]["years"].rows] == [(3, 0)]
    assert context["charts"]["regions"].address == "/en/statistics/regions.csv?as_of=2020-02-14"


def test_a_file_is_in_the_language_of_its_address_and_of_the_day_asked_for(client, network):
    response = client.get("/fr/statistics/countries.csv?as_of=2020-02-14")
    rows = csv.reader(StringIO(response.content.decode("utf-8-sig")))
    assert [row[:2] for row in rows] == [["Pays", "Code"], ["Maroc", "MA"]]
    assert response["Content-Disposition"] == 'attachment; filename="gnlc-countries-2020-02-14-fr.csv"'


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (
            "regions",
            ["Code", "arab_states", "europe_north_america", "africa", "asia_pacific", "latin_america_caribbean"],
        ),
        ("cohorts", ["Code", "2020", "2024"]),
        ("cohort-regions", ["Code", "2020", "2024", ""]),
        ("quota-countries", ["Code", "MA", "FR"]),
    ],
)
def test_rows_carry_the_codes_of_countries_regions_and_cohorts(client, network, name, codes):
    text = client.get(f"/en/statistics/{name}.csv").content.decode("utf-8-sig")
    assert [row[1] for row in csv.reader(StringIO(text))] == codes


def test_the_file_of_a_day_that_is_none_is_refused_with_a_sentence(client, network):
    response = client.get("/en/statistics/countries.csv?as_of=abc")
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert response.content.decode() == "“abc” is not a day: write it as 2020-09-23."


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_has_its_file_and_opens_without_data(client, db, name):
    response = client.get(f"/en/statistics/{name}.csv")
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")


def test_the_file_of_no_chart_is_not_found(client, db):
    assert client.get("/en/statistics/atlantis.csv").status_code == 404


def test_a_day_that_is_none_gets_a_clear_sentence(client, network):
    response = client.get("/en/statistics/?as_of=never")
    assert "“never” is not a day: write it as 2020-09-23." in response.content.decode()


@pytest.mark.parametrize("number", [1, 9])
def test_the_page_runs_the_same_queries_however_much_is_recorded(client, db, django_assert_num_queries, number):
    for year in range(2015, 2015 + number):
        AdmissionFactory.create_batch(
            number, cohort__year=year, city__country=CountryFactory(code=f"X{chr(65 + year % 12)}")
        )
        ReportedFigureFactory(as_of=date(year, 3, 1))
    with django_assert_num_queries(26):
        client.get("/en/statistics/")
