from datetime import UTC, datetime

import pytest

from tests.gnlc.templatetags.rendered import rendered


def test_the_day_of_an_instant_is_the_one_it_has_here():
    instant = datetime(2026, 9, 1, 23, 59, tzinfo=UTC)
    assert rendered("{{ instant|day }} {{ none|day }}", "fr", instant=instant, none=None) == "1er septembre 2026 "


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en", 0, "0 cities, 0 countries, 0 sources"), ("en", 1, "1 city, 1 country, 1 source"),
        ("fr", 0, "0 ville, 0 pays, 0 source"), ("fr", 2, "2 villes, 2 pays, 2 sources"),
        ("ar", 2, "مدينتان, بلدان اثنان, مصدران"), ("ar", 11, "11 مدينة, 11 بلدًا, 11 مصدرًا"),
    ],
)  # fmt: skip
def test_things_are_counted_as_the_language_does(language, number, words):
    template = "{{ number|cities }}, {{ number|countries }}, {{ number|in_sources }}"
    assert rendered(template, language, number=number) == words
