"""A registry of version 0.4 whose history does not reach back to its rounds: their book is written into it."""

import pytest
from django.db import transaction

from admissions.desk.release.take_back import take_back
from admissions.models import Recording
from cities.models import City
from records.history.attribution import reason_in_words
from records.models import HistoryEntry
from tests.gnlc.from_0_4.registry import brought_forward


@pytest.fixture(scope="module")
def then(django_db_setup, django_db_blocker, tmp_path_factory):
    with (
        django_db_blocker.unblock(),
        brought_forward(tmp_path_factory.mktemp("lost"), ["cities.HistoryEntry"]) as apps,
    ):
        yield apps


@pytest.fixture(autouse=True)
def _nothing_is_written(then):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_rounds_are_taken_back_as_they_would_be_by_the_book():
    result = take_back(Recording.objects.get(slug="2026"), reason="A trial.")
    assert [str(each) for each in result.undone] == [
        "14 February 2026 · 300/80", "Santiago · 2026", "Santiago", "Galway · 2026", "Galway", "Agadir · 2026",
        "Meknes · 2026", "Admissions of 2026",
    ]  # fmt: skip
    assert [(str(each), each.kept_because, sorted(each.fields)) for each in result.kept] == [
        ("Meknes", "edited", ["population", "population_year"])
    ]


def test_a_city_gained_a_spelling_since_and_stays():
    City.objects.get(slug="galway").names.create(text="Gaillimh")
    kept = take_back(Recording.objects.get(slug="2026"), reason="A trial.").kept
    assert ("Galway", "edited") in [(str(each), each.kept_because) for each in kept]


def test_a_cohort_has_its_former_values_again():
    result = take_back(Recording.objects.get(slug="2024", state="published"), reason="A trial.")
    assert ([str(each) for each in result.undone], result.kept) == (
        ["Settat · 2024", "Settat", "Admissions of 2024"], [],
    )  # fmt: skip


def test_the_history_says_who_published_when_and_why():
    entry = HistoryEntry.objects.get_for_object(City.objects.get(slug="galway")).get(action=0)
    recording = Recording.objects.get(slug="2026")
    assert (entry.actor, entry.timestamp, reason_in_words(entry)) == (
        recording.published_by, recording.published_at, "Published with the round of 2026",
    )  # fmt: skip
    assert entry.changes["slug"] == [None, "galway"]
