from datetime import date

import pytest
from django.utils.translation import override

from records.fields.partial_dates import partial_date, read_partial_date


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2022", (date(2022, 1, 1), "year")),
        ("2022-09", (date(2022, 9, 1), "month")),
        ("2022-09-02", (date(2022, 9, 2), "day")),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_known(text, read):
    assert read_partial_date(text) == read


@pytest.mark.parametrize("text", ["", "22", "2022-13", "2022-9-2", "2022-02-30", "year"])
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  any wording will do
        read_partial_date(text)


@pytest.mark.parametrize(
    ("language", "precision", "words"),
    [
        ("en", "day", "2 September 2022"),
        ("en", "month", "September 2022"),
        ("en", "year", "2022"),
        ("fr", "day", "2 septembre 2022"),
        ("ar", "month", "سبتمبر 2022"),
    ],
)
def test_a_date_is_told_no_more_exactly_than_it_is_known(language, precision, words):
    with override(language):
        assert partial_date(date(2022, 9, 2), precision) == words


def test_no_date_is_no_words():
    assert partial_date(None, "") == ""
