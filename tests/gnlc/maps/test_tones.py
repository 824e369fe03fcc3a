from datetime import date

from gnlc.maps.tones import COLOURS, NO_COHORT, coloured, sign_of, tone_of, tones
from tests.factories import CohortFactory


def test_cohorts_are_coloured_oldest_first(db):
    CohortFactory(slug="2024", year=2024)
    CohortFactory(slug="2019", year=2019)

    assert tones() == {"2019": 1, "2024": 2}


def test_the_founding_admitted_nobody_and_needs_no_colour(db):
    founding = CohortFactory(slug="2013", year=2013, kind="founding")
    first = CohortFactory(slug="2015-2016", year=2015, last_year=2016, kind="rolling")

    assert coloured() == [(first, 1)]
    assert (tone_of(founding), tone_of(first)) == (NO_COHORT, 1)


def test_the_cohorts_until_2035_have_a_colour_each_and_then_they_begin_anew(db):
    years = [2015, 2017, 2018, 2019, 2020, 2022, 2024, 2025, *range(2026, 2037)]
    for year in years:
        CohortFactory(slug=str(year), year=year, announced_on=date(2015, 9, 1))

    assert [tones()[str(year)] for year in years] == [*range(1, COLOURS + 1), 1]


def test_a_cohort_gets_its_colour_when_it_is_announced(db):
    CohortFactory(year=2024)
    later = CohortFactory(slug="early-2031", year=2020, announced_on=date(2031, 1, 1))

    assert (tones(), tone_of(later)) == ({"2024": 1}, NO_COHORT)


def test_neighbours_have_another_sign_after_the_last_colour_too(db):
    signs = [sign_of(tone) for tone in [*range(1, COLOURS + 1), 1]]

    assert all(one != other for one, other in zip(signs, signs[1:], strict=False))
    assert sign_of(NO_COHORT) == "disc"
