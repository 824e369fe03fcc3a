"""Whatever a list holds, every line of it is read and accounted for."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from admissions.intake.characters import split_lines, tidy
from admissions.intake.parse import parse


def accounted(reading):
    return {line.number + after for line in reading.lines for after in range(line.raw.count("\n") + 1)}


pieces = st.sampled_from(
    ["Fez", "Morocco", "(", ")", ",", "–", "-", ":", ";", "\n", "\t", " and ", " et ", " و", "المغرب", "فاس", "Africa",
     "1.", "•", " ", "\u200f", "64", "cities", "٣", "\u00ad", "new members from", "Côte d'Ivoire", ".", "\r\n", "\x85"]
)  # fmt: skip


@settings(deadline=None)  # the first one loads the gazetteer
@given(st.text() | st.lists(pieces, max_size=30).map("".join), st.sampled_from(["en", "fr", "ar", "xx"]))
@example("ª1", "en")
@example("-\n\u0301", "en")
@example("٢٤٥ ² ①", "ar")
def test_any_text_is_read_and_every_line_of_it_accounted_for(countries, text, language):
    reading = parse(text, language, countries=countries)

    visible = {number for number, line in enumerate(split_lines(text), start=1) if tidy(line)}
    assert visible <= accounted(reading)
    assert {line.kind for line in reading.lines} <= {"city", "heading", "text", "unread"}
    assert all(line.name and line.country_code for line in reading.cities)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000, ")" * 100_000, "()" * 50_000, "a " * 50_000, "a," * 50_000, "a:" * 50_000, "a;" * 50_000,
        " – " * 30_000, " and" * 25_000, "x et y, " * 12_000, "a\t" * 50_000, "a" + "\u0315\u0300" * 50_000,
        "و" * 100_000, "1. " * 30_000, "1" * 100_000, "ab-\n" * 1_999, "Fez (Mor\n" * 1_999, "Morocco: " * 10_000,
        "aB" * 50_000, "Morocco, " * 12_000, ("Fez (Morocco) ; " * 50 + "\n") * 200,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_lines_are_read_like_others(countries, text):
    """Each of these takes a fraction of a second; with a careless expression it would be hours."""
    assert parse(text, "en", countries=countries).lines
