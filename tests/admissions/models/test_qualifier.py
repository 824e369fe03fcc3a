"""The word that a source puts before a number goes with it wherever it is printed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from lxml import html

from admissions.models import Qualifier, qualified
from tests.factories import AdmissionFactory, CohortFactory, ReportedFigureFactory
from tests.factories import SourceFactory as Source

CITIZENS = {"network_cities_after": 425, "network_citizens_after": 500}


@pytest.mark.parametrize(
    ("language", "nearly", "about", "more_than"),
    [
        ("en", "nearly 50 cities", "about 50 cities", "more than 50 cities"),
        ("fr", "près de 50 cities", "environ 50 cities", "plus de 50 cities"),
        ("ar", "ما يقارب 50 cities", "نحو 50 cities", "أكثر من 50 cities"),
    ],
)
def test_a_word_stands_before_the_number_and_what_it_counts(language, nearly, about, more_than):
    with override(language):
        written = [qualified("50 cities", word) for word in (*Qualifier, "")]
    assert written == [nearly, about, more_than, "50 cities"]


@pytest.mark.parametrize("number", ["cities", "countries", "citizens"])
def test_a_word_needs_its_number_and_has_to_be_a_known_one(db, number):
    source, others = Source(), {"cities": 1, "countries": 1, "citizens": 1}
    for wrong in ({number: None, f"{number}_qualifier": "nearly"}, {f"{number}_qualifier": "perhaps"}):
        figure = ReportedFigureFactory.build(as_of=date(2024, 1, 1), source=source, **others | wrong)
        with pytest.raises(ValidationError):
            figure.full_clean()
    with pytest.raises(ValidationError, match="needs the number"):
        CohortFactory.build(announced_cities=1, network_citizens_qualifier="nearly").full_clean()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "nearly 500 million citizens"), ("fr", "près de 500 millions de citoyens"), ("ar", "ما يقارب 500 مليون")],
)
def test_the_page_of_a_cohort_says_nearly(client, db, language, words):
    AdmissionFactory(cohort=CohortFactory(announced_cities=72, network_citizens_qualifier="nearly", **CITIZENS))
    assert words in client.get(f"/{language}/admissions/2020/").content.decode()


def test_the_table_of_figures_says_it_of_each_number(client, db):
    ReportedFigureFactory(
        cities=50, cities_qualifier="nearly", countries=22, countries_qualifier="about", citizens=250,
        citizens_qualifier="more_than",
    )  # fmt: skip
    row = html.fromstring(client.get("/en/admissions/").content).xpath("//*[@id='figures']//tbody/tr")[0]
    assert [cell.text_content().strip() for cell in row.xpath("td[@data-label]")] == [
        "nearly 50", "about 22", "more than 250",
    ]  # fmt: skip


def test_the_page_of_a_source_says_it(client, db):
    ReportedFigureFactory(cities=350, cities_qualifier="about", countries=None, source__slug="council")
    assert "about 350 cities" in client.get("/en/sources/council/").content.decode()


@pytest.mark.parametrize(
    ("language", "head", "word"),
    [
        ("en", "Published, other totals: word before the number", "about"),
        ("fr", "mot avant le nombre", "environ"),
        ("ar", "الكلمة السابقة للعدد", "نحو"),
    ],
)
def test_the_file_of_the_chart_has_a_column_for_it(client, db, language, head, word):
    AdmissionFactory(cohort=CohortFactory(network_cities_after=425))
    ReportedFigureFactory(as_of=date(2020, 3, 1), cities=350, cities_qualifier="about")
    first, *rows = client.get(f"/{language}/statistics/growth.csv").content.decode("utf-8-sig").splitlines()
    assert head in first
    assert [row.split(",")[-2:] for row in rows if row.startswith("2020-03-01")] == [["350", word]]
