"""The growth of the network: recorded, published, and what lies between."""

from datetime import date

import pytest

from admissions.growth import growth
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CohortFactory,
    CorrectionFactory,
    ReportedFigureFactory,
)

LATER = date(2026, 1, 1)


@pytest.fixture
def rounds(db):
    """Two rounds: 2 of 3 cities recorded, then 1 of 2 and one annulled; a member that left between them unseen."""
    first = CohortFactory(year=2019, announced_cities=3, network_cities_after=3, network_countries_after=2)
    second = CohortFactory(year=2020, announced_cities=2, network_cities_after=4, network_countries_after=2)
    AdmissionFactory.create_batch(2, cohort=first)
    AdmissionFactory(cohort=second)
    AnnulledAdmissionFactory(cohort=second, annulled_on=date(2020, 2, 15))
    CorrectionFactory(
        cohort=second, corrected_on=date(2020, 2, 15), cities_before=3, cities_after=2, network_before=5,
        network_after=4,
    )  # fmt: skip
    return first, second


def test_before_there_was_a_cohort_nothing_had_grown(client, db):
    assert growth(LATER) == []
    assert client.get("/en/network/").status_code == 200


def test_the_ledger_adds_up_from_stage_to_stage(rounds):
    ledger = [(stage.before, stage.admitted, stage.annulled, stage.ended, stage.after) for stage in growth(LATER)]
    assert ledger == [(0, 2, 0, 0, 2), (2, 2, 1, 0, 3)]
    assert all(before + admitted - annulled - ended == after for before, admitted, annulled, ended, after in ledger)


def test_what_is_open_between_the_numbers_is_said_in_plain_sentences(rounds):
    assert [stage.sentences() for stage in growth(LATER)] == [
        ["2 of 3 announced cities are recorded here.", "1 published member is not recorded here."],
        [
            "1 of 2 announced cities are recorded here.",
            "Published: 3 members before and 2 new ones; 4 after it. 1 departure was never announced.",
            "1 published member is not recorded here.",
        ],
    ]


def test_as_of_the_day_of_the_announcement_the_correction_has_not_happened(rounds):
    stage = growth(date(2020, 2, 14))[1]
    assert (stage.cohort.announced_cities, stage.published, stage.after, stage.annulled) == (3, 5, 4, 0)


def test_rival_claims_stand_side_by_side_and_one_is_taken(rounds):
    for cities in (4, 5, 5):
        ReportedFigureFactory(as_of=date(2020, 2, 14), cities=cities, countries=2)
    (stage,) = [stage for stage in growth(LATER) if stage.claims]
    assert [(claim.cities, len(claim.figures), claim.is_accepted) for claim in stage.claims] == [
        (4, 1, True),
        (5, 2, False),
    ]


def test_a_figure_of_which_only_the_year_is_known_stands_with_the_last_cohort_of_the_year(rounds):
    ReportedFigureFactory(as_of=date(2020, 1, 1), as_of_precision="year", cities=6)
    assert [len(stage.claims) for stage in growth(LATER)] == [0, 1]


def test_a_city_announced_again_and_one_that_ended_are_counted_once(rounds):
    first, second = rounds
    again = first.admissions.first()
    AdmissionFactory(city=again.city, cohort=second, announced_again=True)
    ended = first.admissions.last()
    ended.ended_on, ended.end_reason = date(2021, 1, 1), "withdrew"
    ended.save()
    stage = growth(LATER)[1]
    assert (stage.before, stage.admitted, stage.again, stage.ended, stage.after) == (2, 2, 1, 1, 2)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_page_shows_the_ledger(client, rounds, language):
    response = client.get(f"/{language}/network/")
    assert [stage.after for stage in response.context["stages"]] == [2, 3]
    assert response.content.decode().count("<tr>") == 3


@pytest.mark.parametrize("number", [2, 8])
def test_the_page_runs_the_same_queries_however_much_has_happened(client, db, django_assert_num_queries, number):
    for year in range(2015, 2015 + number):
        AdmissionFactory.create_batch(number, cohort__year=year)
        ReportedFigureFactory(as_of=date(year, 3, 1))
    with django_assert_num_queries(4):
        client.get("/en/network/")
