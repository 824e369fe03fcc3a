"""Countries new to the network with a cohort: by this registry's count, and by those of others."""

from datetime import date

from lxml import html

from admissions.new_countries import published_new_countries
from tests.factories import AdmissionFactory, CohortFactory, ReportedFigureFactory

TODAY = date(2026, 1, 1)
ALONE = {"cities": None, "countries": None}


def test_numbers_that_were_published_until_the_next_cohort_stand_with_their_sources(db):
    before, cohort, following = (CohortFactory(year=year) for year in (2022, 2024, 2025))
    first = ReportedFigureFactory(as_of=date(2024, 2, 14), new_countries=13)
    second = ReportedFigureFactory(as_of=date(2024, 2, 15), new_countries=12, **ALONE)
    month = ReportedFigureFactory(as_of=date(2024, 2, 1), as_of_precision="month", new_countries=12, **ALONE)
    ReportedFigureFactory(as_of=date(2025, 2, 14), new_countries=3)
    ReportedFigureFactory(as_of=date(2024, 3, 1))
    assert published_new_countries(cohort, following, TODAY) == [(13, [first]), (12, [month, second])]
    assert published_new_countries(cohort, following, date(2024, 2, 14)) == [(13, [first]), (12, [month])]
    assert published_new_countries(before, cohort, TODAY) == []


def test_the_page_of_a_cohort_says_by_whose_count(client, db):
    AdmissionFactory(cohort=CohortFactory(year=2020))
    ReportedFigureFactory(as_of=date(2020, 2, 14), new_countries=13, source__title="The release", **ALONE)
    (new,) = html.fromstring(client.get("/en/admissions/2020/").content).xpath("//section[@id='new']")
    said = " ".join(new.text_content().split())
    assert "By what is recorded here, 1 country had its first city in this cohort." in said
    assert "As others published it 13 countries" in said
    assert "The release" in said
