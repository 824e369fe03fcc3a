"""The list of cities leaves as a file that spreadsheets read and do not obey."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.utils.translation import gettext_lazy

from records.output.csv_response import csv_file
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CityFactory,
    CohortFactory,
    CountryFactory,
    SourceFactory,
)


def rows(response):
    return list(csv.DictReader(StringIO(response.content.decode().removeprefix("\ufeff"))))


def listed(response, *columns):
    return [tuple(row[column] for column in columns) for row in rows(response)]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", gettext_lazy("=1+1")])
def test_no_text_is_a_formula_and_numbers_stay_numbers(text):
    file = csv_file("trial", [(text, -1, Decimal("-5.5"), None)])
    assert file.content.decode() == f"\ufeff'{text},-1,-5.5,\r\n"


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("Fez;=1+1", "Fez;'=1+1"), ("Fez, =1+1", "Fez,' =1+1"), ("Fez|@SUM(1)", "Fez|'@SUM(1)"),
        ("Fez\t+cmd", "Fez\t'+cmd"), ("Fez\n=1+1", "Fez\n'=1+1"), ("Fez\r\n-x", "Fez\r'\n'-x"),
        ("Fez\u2028=1+1", "Fez\u2028'=1+1"), ("\n=1+1", "'\n'=1+1"), ("\r=1+1", "'\r'=1+1"), (" =1+1", "' =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"), ("\ufeff\u200b=1+1", "'\ufeff\u200b=1+1"), ("Fez;\u00a0 =1", "Fez;'\u00a0 =1"),
        ("＝1+1", "'＝1+1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠SUM(1)", "'＠SUM(1)"), ("Fez;＝1", "Fez;'＝1"),
        ('say "=1+1"', 'say "\'=1+1"'), ('"=1+1"', '\'"=1+1"'), ("Fez; -5+cmd", "Fez;' -5+cmd"), ("−1", "'−1"),
    ],
)  # fmt: skip
def test_no_part_of_a_text_is_a_formula_wherever_a_spreadsheet_begins_a_cell(text, harmless):
    written = csv_file("trial", [(text, 1)]).content.decode().removeprefix("\ufeff")
    assert list(csv.reader(StringIO(written, newline=""))) == [[harmless, "1"]]


@pytest.mark.parametrize(
    "text",
    [
        "C+", "e-mail@x", "Derry – Strabane", "Seo-gu, Gwangju", "34.03, -5.00", "Fez; -5", "a = b", "1 + 1 = 2",
        "2015 | 2017", "https://example.org/?a=1&b=-2", "Fez\nAgadir", 'the "best" city', "A - B",
    ],
)  # fmt: skip
def test_a_text_that_no_spreadsheet_obeys_stays_as_it_is(text):
    written = csv_file("trial", [(text,)]).content.decode().removeprefix("\ufeff")
    assert list(csv.reader(StringIO(written, newline=""))) == [[text]]


def test_a_row_tells_all_that_the_list_knows_of_a_city(client, db):
    fez = CityFactory(
        slug="fez", name_en="Fez", name_fr="Fès", name_fr_status="sourced", name_ar="فاس", name_ar_status="proposed",
        kind="city", latitude=Decimal("34.03313"), longitude=Decimal("-5.00028"), precision="place",
        population=1191905, population_year=2024,
    )  # fmt: skip
    admission = AdmissionFactory(city=fez, cohort__year=2024, name_as_announced="=Fès, Fez")
    admission.sources.add(
        SourceFactory(slug="a", kind="press", url="https://example.org/fez"),
        SourceFactory(slug="b", url="https://example.org/list"),
        SourceFactory(slug="c", url=""),
    )

    response = client.get("/fr/cities/cities.csv?as_of=2024-03-01")

    assert response.content.startswith(b"\xef\xbb\xbfslug,")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="gnlc-cities-2024-03-01-fr.csv"'
    assert response["X-Robots-Tag"] == "noindex"
    assert rows(response) == [
        {
            "slug": "fez",
            "name_en": "Fez",
            "name_fr": "Fès",
            "name_fr_state": "sourced",
            "name_ar": "فاس",
            "name_ar_state": "proposed",
            "country_code": "MA",
            "country_name": "Maroc",
            "region": "arab_states",
            "kind": "city",
            "latitude": "34.03313",
            "longitude": "-5.00028",
            "precision": "place",
            "population": "1191905",
            "population_year": "2024",
            "status": "member",
            "as_of": "2024-03-01",
            "cohorts": "2024",
            "announced_on": "2024-02-14",
            "counted_from": "2024-02-14",
            "confidence": "listed",
            "names_as_announced": "'=Fès, Fez",
            "sources": "https://example.org/fez | https://example.org/list",
            "kinds_of_sources": "press | network",
            "page": "http://testserver/fr/cities/fez/",
        }
    ]


def test_the_file_follows_the_filters_the_order_and_the_day_of_the_list(client, db):
    AdmissionFactory(city__slug="fez", cohort__year=2020)
    AdmissionFactory(city__slug="cork", city__country=CountryFactory(code="IE"), cohort__year=2020)
    AdmissionFactory(city__slug="rabat", cohort__year=2024)
    AdmissionFactory(city__slug="left", cohort__year=2020, ended_on=date(2023, 1, 1), end_reason="withdrew")

    def slugs(query):
        return [slug for (slug,) in listed(client.get(f"/en/cities/cities.csv?{query}"), "slug")]

    assert sorted(slugs("")) == ["cork", "fez", "rabat"]
    assert slugs("country=ie") == ["cork"]
    assert slugs("country=MA&sort=newest&page=7") == ["rabat", "fez"]
    assert sorted(slugs("as_of=2022-12-31")) == ["cork", "fez", "left"]
    assert slugs("status=other") == ["left"]


def test_an_annulled_admission_makes_no_member(client, db):
    annulled = AnnulledAdmissionFactory(city__slug="laayoune", annulled_on=date(2020, 2, 15)).city
    columns = ("slug", "status", "cohorts")
    assert listed(client.get("/en/cities/cities.csv?as_of=2020-02-14"), *columns) == [("laayoune", "member", "2020")]
    assert listed(client.get("/en/cities/cities.csv"), *columns) == []
    assert listed(client.get("/en/cities/cities.csv?status=other"), *columns) == [("laayoune", "annulled", "2020")]

    AdmissionFactory(city=annulled, cohort=CohortFactory(year=2024))
    assert listed(client.get("/en/cities/cities.csv"), *columns) == [("laayoune", "member", "2024")]


def test_a_city_admitted_twice_and_one_of_unknown_year_are_one_row_each(client, db):
    twice = AdmissionFactory(city__slug="a", cohort__year=2019, ended_on=date(2021, 1, 1), end_reason="reports").city
    AdmissionFactory(city=twice, cohort=CohortFactory(year=2022), name_as_announced="A again")
    AdmissionFactory(city__slug="b", cohort=None, member_by=date(2018, 5, 2), confidence="inferred")
    assert listed(client.get("/en/cities/cities.csv"), "cohorts", "announced_on", "counted_from", "confidence") == [
        ("2019 | 2022", "2019-02-14 | 2022-02-14", "2019-02-14 | 2022-02-14", "listed | listed"),
        ("", "", "2018-05-02", "inferred"),
    ]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("as_of=soon", "“soon” is not a day: write it as 2020-09-23."),
        ("region=atlantis", "“atlantis” is not a region of UNESCO."),
        ("q=" + "x" * 101, "This is too long for a name: search with at most 100 letters."),
    ],
)
def test_no_file_answers_a_wrong_filter(client, db, query, sentence):
    response = client.get(f"/en/cities/cities.csv?{query}")
    assert (response.status_code, response.content.decode()) == (400, sentence)
    assert response["Content-Type"] == "text/plain; charset=utf-8"


def test_a_file_asks_a_fixed_number_of_questions(client, db, django_assert_num_queries):
    for number in range(3):
        AdmissionFactory(cohort__year=2017 + number).sources.add(SourceFactory())
    with django_assert_num_queries(4):
        client.get("/en/cities/cities.csv")


def test_the_list_leads_to_its_file(client, db):
    AdmissionFactory(city__slug="fez")
    assert 'href="/en/cities/cities.csv"' in client.get("/en/cities/").content.decode()
    html = client.get("/en/cities/?country=ma&page=1").content.decode()
    assert 'href="/en/cities/cities.csv?country=MA"' in html
    assert "cities.csv" not in client.get("/en/cities/?year=soon").content.decode()
