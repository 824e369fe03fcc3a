from datetime import date

import pytest

from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CohortFactory,
    NewsItemFactory,
    ReportedFigureFactory,
)


def test_a_cohort_says_how_many_of_the_announced_cities_are_recorded(client, db):
    AdmissionFactory.create_batch(2, cohort=CohortFactory(announced_cities=54))
    assert "2 of the 54 announced cities are recorded here." in client.get("/en/admissions/2020/").content.decode()


def test_a_cohort_shows_annulled_admissions_apart_from_its_cities(client, db):
    admitted = AdmissionFactory()
    annulled = AnnulledAdmissionFactory()

    context = client.get("/en/admissions/2020/").context
    assert list(context["admissions"]) == [admitted]
    assert list(context["annulled"]) == [annulled]


def test_the_founding_says_that_it_admitted_nobody(client, db):
    CohortFactory(year=2013, kind="founding")
    sentence = "The declaration founded the network and admitted nobody"
    assert sentence in client.get("/en/admissions/2013/").content.decode()


def test_the_timeline_shows_the_newest_cohort_first_and_every_published_figure(client, db):
    older, newer = CohortFactory(year=2020), CohortFactory(year=2022)
    first = ReportedFigureFactory(cities=229, source__slug="corrigendum")
    second = ReportedFigureFactory(cities=230, source__slug="release")
    undated = AdmissionFactory(cohort=None, member_by=date(2019, 3, 27)).city

    context = client.get("/en/admissions/").context
    assert list(context["object_list"]) == [newer, older]
    assert list(context["figures"]) == [first, second]
    assert list(context["undated"]) == [undated]


@pytest.mark.parametrize("number", [10, 200])
def test_a_cohort_runs_the_same_queries_however_many_cities_it_has(client, db, django_assert_num_queries, number):
    AdmissionFactory.create_batch(number, cohort=CohortFactory())
    NewsItemFactory.create_batch(number, cohort=CohortFactory())
    with django_assert_num_queries(21):
        client.get("/en/admissions/2020/")


@pytest.mark.parametrize("number", [2, 8])
def test_the_timeline_runs_the_same_queries_however_many_cohorts_there_are(
    client, db, django_assert_num_queries, number
):
    for year in range(2015, 2015 + number):
        AdmissionFactory(cohort__year=year)
        ReportedFigureFactory(as_of=date(year, 1, 1))
    with django_assert_num_queries(11):
        client.get("/en/admissions/")
