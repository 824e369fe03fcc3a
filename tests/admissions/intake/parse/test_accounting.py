"""Every word of a list is accounted for: as what it was read, left aside with a reason, or unread."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from admissions.intake.parse import ListedLine, parse
from admissions.intake.parse.accounting import Span, account
from records.search.folding import fold

CITIES = {
    "Fez": "Morocco", "Agadir": "Morocco", "Dakar": "Senegal", "Cork": "Ireland", "Bonn": "Germany", "Sur": "Oman",
    "São Filipe": "Cabo Verde", "Umm Salal": "Qatar", "Son La": "Viet Nam", "Hanam": "Republic of Korea",
}  # fmt: skip


def by_raw(reading):
    lines = {}
    for line in reading.lines:
        lines.setdefault((line.number, line.raw), []).append(line)
    return {raw: account(raw, own) for (_number, raw), own in lines.items()}


def city(raw, name, country="", code="MA"):
    return ListedLine(1, raw, "city", name, country, code)


def test_the_spans_of_a_line_say_what_each_word_is():
    raw = "1) Africa: Fez – Ifrane (Kingdom of Morocco), and 3 friends"
    assert account(raw, [city(raw, "Fez – Ifrane", "Kingdom of Morocco")]) == (
        Span("1) ", "number"), Span("Africa", "region"), Span(": ", "join"), Span("Fez – Ifrane", "city"),
        Span(" (", "join"), Span("Kingdom of Morocco", "country"), Span("), and ", "join"), Span("3", "number"),
        Span(" ", "join"), Span("friends", "unread"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("Benguer-\nir (Morocco)", [("Benguerir", "Morocco")]),
        ("BenguerirMorocco", [("Benguerir", "Morocco")]),
        ("Seo-gu (Gwangju, Republic of Korea)", [("Seo-gu (Gwangju)", "Republic of Korea")]),
        ("FÈS\u00a0(\u200eMaroc\u200e)", [("FÈS", "Maroc")]),
        ("الأحساء، والصويرة بالمغرب", [("الأحساء", "بالمغرب"), ("الصويرة", "بالمغرب")]),
        ("Mexico: Mexico", [("Mexico", "Mexico")]),
    ],
)
def test_names_are_found_however_they_are_broken_joined_or_bracketed(raw, lines):
    spans = account(raw, [city(raw, *line) for line in lines])
    assert [span.text for span in spans if span.kind == "unread"] == []
    assert "".join(span.text for span in spans) == raw


def test_a_word_that_nobody_read_is_shown_and_the_entry_beside_it_is_doubtful(countries):
    lines = parse("Fez (Morocco) – zzyzx, Dakar (Senegal)\nCork (Ireland)", "en", countries=countries).lines
    assert [(line.kind, line.name, line.doubt) for line in lines][-1] == ("city", "Cork", "")
    assert "zzyzx" in " ".join(line.name for line in lines)
    assert [line.doubt for line in lines if "Dakar" in line.name] != [""]


pieces = st.sampled_from(
    ["Fez", "Morocco", "(", ")", ", ", " – ", "\n", "\t", " and ", " و", "المغرب", "فاس", "Africa", "• ", "[1]", "*",
     "Not admitted: ", "(withdrawn)", "> ", "Best regards,", "4 December 2025", "²", "Zzyzx", "e\u0301", "ß", "ﬁ", "İ"]
)  # fmt: skip


@settings(deadline=None)  # the first one loads the gazetteer
@given(st.text(max_size=60) | st.lists(pieces, max_size=14).map("".join))
def test_the_spans_of_any_text_join_to_it(countries, text):
    reading = parse(text, "en", countries=countries)
    for raw, spans in by_raw(reading).items():
        assert "".join(span.text for span in spans) == raw
        assert {span.kind for span in spans} <= {"city", "country", "region", "number", "aside", "join", "unread"}


pairs = st.sampled_from(sorted(CITIES.items()))
shapes = st.sampled_from(["{} ({})", "{}, {}", "{} – {}", "{}: {}", "{} / {}", "{} [{}]", "{}({})", "{} {}"])
separators = st.sampled_from(
    [", ", "; ", "\n", " • ", "   ", "\t", " | ", " and ", ", and ", " / ", "\n\n", " – ", " ", "\n- ", " * ", ". "]
)


@settings(deadline=None)  # the first one loads the gazetteer
@given(st.lists(st.tuples(pairs, shapes, separators), min_size=1, max_size=6))
def test_each_name_of_a_list_is_an_entry_or_in_a_line_that_is_shown(countries, listed):
    text = "".join(shape.format(*pair) + separator for pair, shape, separator in listed)
    shown = [
        fold(line.name or line.raw)
        for line in parse(text, "en", countries=countries).lines
        if line.kind in ("city", "unread") or line.aside or line.kind == "heading"
    ]
    assert [name for (name, _country), _shape, _sign in listed if not any(fold(name) in each for each in shown)] == []


@settings(deadline=None)  # the first one loads the gazetteer
@given(st.lists(pairs, min_size=2, max_size=6, unique=True), st.sampled_from([", ", "; ", " • ", "\n", "   ", " | "]))
def test_pairs_in_a_row_are_each_read_with_their_own_country(countries, listed, separator):
    text = separator.join(f"{name} ({country})" for name, country in listed)
    reading = parse(text, "en", countries=countries)
    assert {(line.name, line.country_code) for line in reading.cities} == {
        (name, countries.code(country)) for name, country in listed
    }


def test_a_heading_over_what_stands_beside_the_list_is_no_region(countries):
    found = by_raw(parse("Africa (2)\n- Dakar (Senegal)\nWithdrawn\n- Sur (Oman)", "en", countries=countries))

    assert found["Africa (2)"][0] == Span("Africa (2", "region")
    assert found["Withdrawn"] == (Span("Withdrawn", "aside", "group"),)
