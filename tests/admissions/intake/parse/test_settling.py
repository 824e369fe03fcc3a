"""What only the whole page tells of a line."""

import pytest

from admissions.intake.parse import parse


def test_under_a_line_that_nobody_can_tell_amid_entries_with_countries_all_is_in_doubt(countries):
    text = "Fez (Morocco)\nDakar (Senegal)\nBaşkaca yazılmış olanlar\nCork (Ireland)\nSur (Oman)"
    reading = parse(text, "en", countries=countries)
    assert [(line.name, line.doubt) for line in reading.cities] == [
        ("Fez", ""), ("Dakar", ""), ("Cork", "under_heading"), ("Sur", "under_heading"),
    ]  # fmt: skip


def test_a_city_and_country_with_a_remark_are_an_entry_beside_the_list_and_no_heading(countries):
    text = "Cork, Ireland - pending\nFez, Morocco\nDakar, Senegal: on hold\nSur, Oman\nBonn, Germany – declined"
    reading = parse(text, "en", countries=countries)
    assert [(line.name, line.group) for line in reading.lines] == [
        ("Cork", "pending"), ("Fez", ""), ("Dakar", "on hold"), ("Sur", ""), ("Bonn", "declined"),
    ]  # fmt: skip


def test_numbered_lines_that_end_with_a_country_are_no_titles(countries):
    reading = parse("1) Fez Morocco\n2) Kuwait City Kuwait\nDakar, Senegal", "en", countries=countries)
    assert [(line.kind, line.name) for line in reading.lines] == [
        ("unread", "Fez Morocco"), ("unread", "Kuwait City Kuwait"), ("city", "Dakar"),
    ]  # fmt: skip


def test_a_sentence_with_countries_in_brackets_is_no_running_text(countries):
    text = "Fez (Morocco)\nSe suman además este año con gran alegría Dakar (Senegal) y Cork (Ireland)."
    assert [line.kind for line in parse(text, "en", countries=countries).lines] == ["city", "unread"]


@pytest.mark.parametrize("note", ["† not yet ratified", "† subject to payment", "† the mayor has since said no"])
def test_a_note_that_nobody_can_tell_puts_a_doubt_on_its_entries(countries, note):
    reading = parse(f"Fez (Morocco)†\nDakar (Senegal)\nCork (Ireland)\n\n{note}", "en", countries=countries)
    assert [(line.name, line.doubt) for line in reading.cities] == [("Fez", "mark"), ("Dakar", ""), ("Cork", "")]


def test_what_is_said_of_a_city_below_the_list_puts_a_doubt_on_it(countries):
    text = "Fez (Morocco)\nDakar (Senegal)\n\nP.S. Please strike Dakar from the list above."
    assert [line.doubt for line in parse(text, "en", countries=countries).cities] == ["", "taken_back"]


def test_a_remark_in_a_cell_puts_a_doubt_on_its_row_unless_most_rows_have_it(countries):
    rows = ["City\tCountry\tRemarks", "Fez\tMorocco\tasked to leave", "Dakar\tSenegal\t", "Cork\tIreland\tfirst"]
    assert [line.doubt for line in parse("\n".join(rows), "en", countries=countries).cities] == ["leftover", "", ""]
    rows = ["City\tCountry\tContact", *(f"{city}\tMorocco\tfocal point" for city in ("Fez", "Agadir", "Rabat"))]
    assert [line.doubt for line in parse("\n".join(rows), "en", countries=countries).cities] == ["", "", ""]
