"""What only the whole page tells of a line."""

from admissions.intake.parse import parse


def test_under_a_line_that_nobody_can_tell_amid_entries_with_countries_all_is_in_doubt(countries):
    text = "Fez (Morocco)\nDakar (Senegal)\nBaşkaca yazılmış olanlar\nCork (Ireland)\nSur (Oman)"
    reading = parse(text, "en", countries=countries)
    assert [(line.name, line.doubt) for line in reading.cities] == [
        ("Fez", ""), ("Dakar", ""), ("Cork", "under_heading"), ("Sur", "under_heading"),
    ]  # fmt: skip
