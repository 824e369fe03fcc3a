from gnlc.pages.tones import tones
from tests.factories import CohortFactory


def test_cohorts_are_coloured_oldest_first(db):
    CohortFactory(slug="2024", year=2024)
    CohortFactory(slug="2019", year=2019)

    assert tones() == {"2019": 1, "2024": 2}


def test_the_ninth_cohort_has_the_colour_of_the_first(db):
    for year in range(2015, 2024):
        CohortFactory(slug=str(year), year=year)

    assert (tones()["2015"], tones()["2022"], tones()["2023"]) == (1, 8, 1)
