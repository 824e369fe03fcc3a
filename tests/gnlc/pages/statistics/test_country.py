"""The page of a country: its members through time, its region, what its National Commission wrote."""

import re
from datetime import date

import pytest
from lxml.html import fromstring

from gnlc.pages.statistics.records import charts_of
from records.as_of import today
from records.l10n import day_in_words
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CohortFactory, CountryFactory, SourceFactory

DAY = date(2025, 1, 1)


@pytest.fixture
def morocco(db):
    """Two Moroccan cities of 2020, one of them withdrawn, one of 2024, and an Egyptian one."""
    country = CountryFactory(code="MA")
    AdmissionFactory(city__country=country, city__name_en="Benguerir", cohort__year=2020)
    AnnulledAdmissionFactory(city__country=country, city__name_en="Laayoune", cohort__year=2020)
    AdmissionFactory(city__country=country, city__name_en="Fez", cohort__year=2024)
    AdmissionFactory(city__country=CountryFactory(code="EG"), cohort__year=2024)
    return country


def numbers(chart):
    return [(row.label, row.numbers) for row in chart.rows]


def test_its_members_are_drawn_through_time_by_cohort_and_against_three_a_round(morocco):
    charts = charts_of(morocco, DAY)
    assert numbers(charts["time"]) == [
        ("14 February 2020", (2,)), ("15 February 2020", (1,)), ("14 February 2024", (2,)),
    ]  # fmt: skip
    assert [row.note for row in charts["time"].rows] == [
        "1 of them was annulled by a correction on 15 February 2020",
        "",
        "",
    ]
    assert numbers(charts["cohorts"]) == [("2020", (1,)), ("2024", (1,))]
    assert numbers(charts["quota"]) == [("Morocco", (1, 1))]
    assert charts["time"].address == "/en/countries/ma/time.csv?as_of=2025-01-01"


def test_members_whom_a_source_only_shows_have_a_line_of_their_own(morocco):
    AdmissionFactory(city__country=morocco, cohort=None, member_by=date(2022, 5, 1))
    chart = charts_of(morocco, DAY)["time"]
    assert numbers(chart) == [
        ("14 February 2020", (2, 0)), ("15 February 2020", (1, 0)), ("1 May 2022", (2, 1)),
        ("14 February 2024", (3, 1)),
    ]  # fmt: skip


def test_it_is_always_drawn_among_the_countries_of_its_region(morocco):
    for letter in "ABCDEFGHIJKL":
        AdmissionFactory.create_batch(3, city__country=CountryFactory(code=f"X{letter}"))
    AdmissionFactory(city__country=CountryFactory(code="FR", region="europe_north_america"))
    chart = charts_of(morocco, DAY)["region"]
    assert [row.label for row in chart.rows if row.style] == [chart.shown[-1].label] == ["Morocco"]
    assert (len(chart.shown), len(chart.rows)) == (12, 14)


def test_the_page_names_its_first_members_its_neighbours_and_its_share_of_the_region(client, morocco):
    context = client.get("/en/countries/ma/").context
    assert [city.name_en for city in context["first"]] == ["Benguerir"]
    assert context["region_members"] == 3
    html = client.get("/en/countries/ma/").content.decode()
    assert "2 of the 3 members of the region recorded here are of this country." in html
    assert re.findall(r'chart__link" href="([^"]+)"', html) == ["/en/countries/eg/"]


def test_of_a_national_commission_only_its_own_texts_are_shown(client, morocco):
    heading = "National Commission for UNESCO</h2>"
    assert heading not in client.get("/en/countries/ma/").content.decode()
    source = SourceFactory(kind="commission", title="We have nominated")
    morocco.cities.first().admissions.first().sources.add(source)
    response = client.get("/en/countries/ma/")
    assert list(response.context["commission_sources"]) == [source]
    assert heading in response.content.decode()


def test_its_files_are_named_after_it_and_refuse_a_wrong_day(client, morocco):
    response = client.get("/en/countries/ma/time.csv?as_of=2020-02-15")
    assert response["Content-Disposition"] == 'attachment; filename="gnlc-ma-time-2020-02-15-en.csv"'
    assert client.get("/en/countries/ma/time.csv?as_of=never").status_code == 400


def test_a_country_without_a_region_is_compared_with_none(client, db):
    AdmissionFactory(city__country=CountryFactory(code="KW", region=""))
    html = client.get("/en/countries/kw/").content.decode()
    assert 'id="region"' not in html


@pytest.mark.parametrize(
    ("path", "status"),
    [("ma/time.csv", 200), ("ma/atlantis.csv", 404), ("de/time.csv", 404), ("MA/time.csv", 301)],
)
def test_its_numbers_have_addresses(client, morocco, path, status):
    assert client.get(f"/en/countries/{path}").status_code == status


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_runs_the_same_queries_however_many_cities_there_are(client, db, django_assert_num_queries, number):
    for year in range(2014, 2014 + number):
        AdmissionFactory.create_batch(number, cohort=CohortFactory(year=year), city__country=CountryFactory(code="MA"))
        AdmissionFactory(city__country=CountryFactory(code=f"X{chr(65 + year % 12)}"))
    with django_assert_num_queries(22):
        client.get("/en/countries/ma/")


def test_it_is_cited_with_its_day_in_the_address(client, morocco):
    now, then = today(), date(2020, 9, 23)
    assert _cited(client, "") == f"As of {day_in_words(now)}. http://testserver/en/countries/ma/?as_of={now}"
    assert (
        _cited(client, f"?as_of={then}") == f"As of 23 September 2020. http://testserver/en/countries/ma/?as_of={then}"
    )


def _cited(client, query):
    (line,) = fromstring(client.get(f"/en/countries/ma/{query}").content).xpath(
        "//section[@aria-labelledby='cite']/p[1]"
    )
    title, rest = " ".join(line.text_content().split()).split(". ", 1)
    assert title.startswith("Morocco")
    return rest
