"""What the network announced about its size, and where that was read."""

from datetime import date

import pytest

from admissions.announced import announcements, last_announced, last_at_the_network
from tests.factories import CohortFactory, CorrectionFactory, ReportedFigureFactory

LATER = date(2026, 1, 1)
TOTAL = {"network_cities_after": 425, "network_countries_after": 91}


def last(day=LATER):
    return last_announced(announcements(), day)


def test_without_a_figure_nothing_was_announced(db):
    CohortFactory()
    assert (last(), last_at_the_network(announcements(), LATER)) == (None, None)


def test_of_its_own_figures_the_last_of_a_known_day_and_the_most_complete_one_counts(db):
    first = ReportedFigureFactory(as_of=date(2022, 9, 2))
    ReportedFigureFactory(as_of=date(2023, 1, 1), as_of_precision="year")
    ReportedFigureFactory(as_of=date(2024, 2, 14), countries=None, source__slug="b-number-of-cities")
    second = ReportedFigureFactory(as_of=date(2024, 2, 14), source__slug="a-both-numbers")
    ReportedFigureFactory(as_of=date(2024, 2, 14), source__slug="c-both-numbers")
    ReportedFigureFactory(as_of=date(2024, 5, 1), cities=None)
    ReportedFigureFactory(as_of=date(2025, 6, 15), source__kind="press")
    third = ReportedFigureFactory(as_of=date(2025, 7, 1), countries=None)
    copy = ReportedFigureFactory(as_of=date(2025, 8, 1), source__is_copy=True)
    days = [date(2022, 9, 1), date(2022, 9, 2), date(2024, 2, 13), date(2024, 2, 14), date(2025, 7, 31), LATER]
    found = announcements()
    assert [each and each.source for each in (last_announced(found, day) for day in days)] == [
        None, first.source, first.source, second.source, third.source, copy.source,
    ]  # fmt: skip
    assert last().is_in_a_copy
    assert last_at_the_network(found, LATER).source == third.source


@pytest.mark.parametrize(
    ("sources", "read_in"),
    [
        (["press", "commission"], "0-press"),
        (["press", "network"], "1-network"),
        (["press", "copy", "network"], "2-network"),
        (["press", "copy"], "1-copy"),
        ([], None),
    ],
)
def test_the_total_of_a_cohort_was_read_as_near_to_the_network_as_can_be(db, sources, read_in):
    own = ReportedFigureFactory(as_of=date(2024, 2, 14), cities=356)
    CohortFactory(year=2025, **TOTAL)
    for place, kind in enumerate(sources):
        is_copy = kind == "copy"
        ReportedFigureFactory(
            as_of=date(2025, 2, 14 + place), cities=425, countries=91, source__slug=f"{place}-{kind}",
            source__kind="network" if is_copy else kind, source__is_copy=is_copy,
        )  # fmt: skip
    assert (last().cities, last().countries) == (425, 91)
    assert (last().source and last().source.slug) == read_in
    assert last(date(2025, 2, 13)).source == own.source


def test_a_total_repeated_in_the_time_of_the_next_cohort_is_no_news(db):
    CohortFactory(year=2024, network_cities_after=356, network_countries_after=79)
    CohortFactory(year=2025, **TOTAL)
    ReportedFigureFactory(as_of=date(2025, 7, 6), cities=356, countries=79, source__kind="press")
    assert [(each.day.year, each.cities, each.source) for each in announcements()] == [
        (2024, 356, None), (2025, 425, None),
    ]  # fmt: skip


def test_before_a_correction_the_total_was_another_one(db):
    cohort = CohortFactory(year=2020, network_cities_after=229, network_countries_after=64)
    CorrectionFactory(cohort=cohort, corrected_on=date(2020, 2, 15), network_before=230, network_after=229)
    assert [(each.day.day, each.cities) for each in announcements()] == [(14, 230), (15, 229)]


def test_the_home_page_says_the_newest_number_and_the_last_one_read_at_the_network(client, db):
    ReportedFigureFactory(as_of=date(2024, 2, 14), cities=356, countries=None)
    CohortFactory(year=2025, **TOTAL)
    ReportedFigureFactory(
        as_of=date(2025, 2, 14), cities=425, countries=91, source__kind="press", source__publisher="The Gazette"
    )
    page = " ".join(client.get("/en/").content.decode().split())
    assert "<strong>425</strong> cities" in page
    assert "read in a reprint:" in page
    assert "Read last at the network itself: 356 cities · 14 February 2024" in page
    growth = client.get("/en/network/map/").content.decode()
    assert '<span id="published">425</span>' in growth
    assert '<span id="own">356</span>' in growth
