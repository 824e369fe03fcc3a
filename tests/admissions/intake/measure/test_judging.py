"""What became of each name of a case."""

import pytest

from admissions.intake.measure.cases import cases
from admissions.intake.measure.judging import judge
from tests.factories import CohortFactory, CountryFactory


@pytest.fixture
def verdict(db, tmp_path):
    """What is made of a text, given the rows that are expected."""
    CohortFactory(year=2025)
    for code, name in {"MA": "Morocco", "EG": "Egypt"}.items():
        CountryFactory(code=code, name_en=name)

    def of(text, *rows):
        (tmp_path / "expected.csv").write_text("country_iso2,name_in_list,outcome,place\n" + "\n".join(rows))
        (tmp_path / "input.en.txt").write_text(text, encoding="utf-8")
        return judge(cases(tmp_path)[0])

    return of


def test_a_place_within_forty_kilometres_is_right(verdict):
    found = verdict("- Essaouira (Morocco)\n- Fez (Morocco)", "MA,Essaouira,new,31.7;-9.6", "MA,Fez,new,34.0;-5.0")

    assert (found.listed, found.right, found.silent, found.unseen) == (2, 2, [], [])


def test_a_place_further_away_is_silently_wrong(verdict):
    found = verdict("- Essaouira (Morocco)", "MA,Essaouira,new,34.0;-5.0")

    assert (found.right, found.silent) == (0, [("Essaouira", "Essaouira")])


def test_what_only_a_person_can_know_is_silently_wrong_if_decided(verdict):
    found = verdict(
        "- Essaouira (Morocco)\n- Fez (Morocco)",
        "MA,Essaouira,ask,",
        "MA,Fez,must not be admitted without a question,",
    )

    assert found.silent == [("Essaouira", "Essaouira"), ("Fez", "Fes")]


def test_a_name_in_a_line_that_is_shown_as_unread_is_not_lost(verdict):
    found = verdict("- Essaouira (Morocco)\n- Mansoura (Egyptt)\n- Fez (Morocco)", "EG,Mansoura,new,31.04;31.38")

    assert (found.unread, found.unseen) == (["Mansoura"], [])


def test_a_name_that_is_nowhere_is_unseen(verdict):
    found = verdict("- Essaouira (Morocco)", "EG,Mansoura,new,31.04;31.38")

    assert (found.unread, found.unseen) == ([], ["Mansoura"])


def test_an_entry_of_which_nothing_is_expected_is_told_apart(verdict):
    found = verdict("- Essaouira (Morocco)", "EG,Mansoura,new,31.04;31.38")

    assert (found.silent, found.extra) == ([], [("Essaouira", "MA: Essaouira")])
