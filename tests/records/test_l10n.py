from datetime import date

import pytest
from django.utils.translation import override

from records import l10n


@pytest.mark.parametrize(
    ("language", "first", "second", "month"),
    [
        ("en", "1 September 2024", "2 September 2024", "September 2024"),
        ("fr", "1er septembre 2024", "2 septembre 2024", "septembre 2024"),
        ("ar", "1 سبتمبر 2024", "2 سبتمبر 2024", "سبتمبر 2024"),
    ],
)
def test_a_day_is_written_as_the_language_does(language, first, second, month):
    with override(language):
        assert l10n.day_in_words(date(2024, 9, 1)) == first
        assert l10n.day_in_words(date(2024, 9, 2)) == second
        assert l10n.month_in_words(date(2024, 9, 1)) == month


@pytest.mark.parametrize(
    ("language", "last", "span"),
    [
        ("en", date(2025, 12, 1), "1 December 2025"),
        ("en", date(2025, 12, 5), "1–5 December 2025"),
        ("en", date(2026, 1, 5), "1 December 2025\u2009–\u20095 January 2026"),
        ("fr", date(2025, 12, 5), "du 1er au 5 décembre 2025"),
        ("fr", date(2026, 1, 1), "du 1er décembre 2025 au 1er janvier 2026"),
        ("fr", date(2025, 12, 1), "1er décembre 2025"),
        ("ar", date(2025, 12, 5), "1–5 ديسمبر 2025"),
    ],
)
def test_a_span_of_days_says_once_what_both_have_in_common(language, last, span):
    with override(language):
        assert l10n.days_in_words(date(2025, 12, 1), last) == span


@pytest.mark.parametrize(
    ("language", "number"), [("en", "1,234,567.5"), ("fr", "1\u202f234\u202f567,5"), ("ar", "1,234,567.5")]
)
def test_a_number_has_western_digits_in_the_groups_of_the_language(language, number):
    with override(language):
        assert l10n.number_in_words(1234567.5) == number


@pytest.mark.parametrize(("language", "text"), [("en", "Fez"), ("ar", "\u2068Fez\u2069")])
def test_a_name_that_runs_against_the_page_is_kept_apart_where_no_markup_can_stand(language, text):
    with override(language):
        assert l10n.apart("Fez") == text


def test_without_a_language_words_are_english():
    with override(None):
        assert l10n.day_in_words(date(2024, 9, 1)) == "1 September 2024"
