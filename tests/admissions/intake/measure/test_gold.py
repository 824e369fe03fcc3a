"""Reading and matching on the lists of which the answers are known: the measures the desk has to keep."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command

from admissions.intake.measure.gold import (
    BEFORE,
    NOW,
    gold_answers,
    gold_lists,
    measure,
    trials,
    with_other_languages,
)
from tests.admissions.intake.conftest import ROOT

FOLDER = ROOT / "tests" / "data"
NAMES = sorted(path.name for path in (FOLDER / "lists").iterdir())

pytestmark = pytest.mark.usefixtures("loaded_registry", "db")


@pytest.fixture(scope="module")
def lists(loaded_registry, django_db_blocker):
    with django_db_blocker.unblock():
        return {gold.name: gold for gold in gold_lists(FOLDER)}


@pytest.fixture(scope="module")
def measured(lists, django_db_blocker):
    """A measure of each list beside the lists in other languages, and of each list alone, in both registries."""
    answers = gold_answers(FOLDER)
    with django_db_blocker.unblock():
        together = [
            measure(gold, with_other_languages(gold, lists.values()), answers, state)
            for gold in lists.values()
            for state in (NOW, BEFORE)
        ]
        alone = [
            measure(gold, {gold.language: gold.reading}, answers, state)
            for gold in lists.values()
            for state in (NOW, BEFORE)
        ]
    return together, alone


@pytest.mark.parametrize("name", NAMES)
def test_every_city_of_a_list_is_read_and_nothing_else(lists, measured, name):
    assert [result.misread for result in measured[0] if result.name == name] == [[], []]
    assert [line.raw for line in lists[name].reading.lines if line.kind == "unread"] == []


def test_no_line_is_matched_wrongly_without_a_person(measured):
    together, alone = measured
    assert [(result.name, result.registry, result.wrong) for result in together + alone if result.wrong] == []


def test_of_a_hundred_lines_ninety_five_are_decided_without_a_person(measured):
    together, _alone = measured
    lines = sum(result.lines for result in together)
    assert sum(result.automatic for result in together) / lines >= 0.95
    assert sum(result.automatic - result.bare for result in together) / lines >= 0.95
    assert min(result.share for result in together) >= 0.92


def test_of_a_hundred_cities_ninety_nine_are_among_the_first_three_candidates(measured):
    for results in measured:
        assert sum(result.proposed for result in results) / sum(result.to_propose for result in results) >= 0.99


def test_no_name_of_any_city_is_matched_wrongly_if_the_registry_lacks_it():
    outcomes = trials()
    assert [key for key in outcomes if "wrong" in key] == []
    assert outcomes["city absent", "right"] + outcomes["city absent", "bare"] > 600
    assert outcomes["name unknown", "right"] > 260


def test_the_releases_declare_their_numbers(lists):
    declared = {
        name: lists[f"{name}.txt"].reading.declared for name in ("2022-en", "2022-fr", "2024-en", "2024-fr", "2024-ar")
    }
    numbers = {
        name: (each.cities, each.countries, each.network_cities, each.network_countries, each.citizens_millions)
        for name, each in declared.items()
    }
    assert numbers == {
        "2022-en": (77, 44, 294, 76, None),
        "2022-fr": (77, 44, 294, 76, None),
        "2024-en": (64, 35, 356, 79, 390),
        "2024-fr": (64, 35, 356, 79, 390),
        "2024-ar": (64, 35, 356, 79, 390),
    }
    assert declared["2024-en"].regions == {
        "africa": 7,
        "arab_states": 15,
        "asia_pacific": 11,
        "europe_north_america": 14,
        "latin_america_caribbean": 12,
    }
    assert {str(lists[f"{name}.txt"].reading.date) for name in declared} == {"2022-09-02", "2024-02-14"}


def test_the_measures_are_printed_for_each_list_with_the_sums(monkeypatch, measured):
    """The command's own measuring is the one that was done above."""
    known = {(result.name, result.registry, kind): result for kind, kept in enumerate(measured) for result in kept}
    command = "admissions.management.commands.measure_matching"
    monkeypatch.setattr(f"{command}.trials", Counter)
    monkeypatch.setattr(
        f"{command}.measure", lambda gold, beside, answers, state: known[gold.name, state, int(len(beside) == 1)]
    )
    out = StringIO()
    call_command("measure_matching", FOLDER, stdout=out)

    lines = out.getvalue().splitlines()
    assert [line.split()[0] for line in lines[1:-1]] == NAMES * 2
    assert lines[-1].startswith("precision 100.0%, recall@3 ")
