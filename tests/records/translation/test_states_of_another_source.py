"""A text that is translated from another language than before."""

import pytest

from records.models import TranslationState
from tests.factories import CityFactory

State = TranslationState.State


@pytest.fixture
def fez(db):
    return CityFactory(profile_en="Old.", profile_fr="Vieille.", profile_ar="قديمة.")


def states(city):
    rows = city.translations.filter(field="profile").order_by("language")
    return [(row.language, row.source_language, row.state) for row in rows]


def test_where_the_source_is_gone_the_others_count_as_made_from_the_one_that_is_left(fez):
    fez.profile_en = None
    fez.save()
    assert states(fez) == [("ar", "fr", State.DONE), ("en", "fr", State.MISSING)]


def test_what_then_changes_is_out_of_date(fez):
    fez.profile_en = None
    fez.save()
    fez.profile_fr = "Ancienne."
    fez.save()
    assert states(fez) == [("ar", "fr", State.STALE), ("en", "fr", State.MISSING)]


def test_where_there_is_an_english_text_again_it_is_the_source(fez):
    fez.profile_en = None
    fez.save()
    fez.profile_en = "Very old."
    fez.save()
    assert states(fez) == [("ar", "en", State.DONE), ("fr", "en", State.DONE)]


def test_a_source_that_only_changed_leaves_both_out_of_date(fez):
    fez.profile_en = "Very old."
    fez.save()
    assert states(fez) == [("ar", "en", State.STALE), ("fr", "en", State.STALE)]
