"""Tables that are written with signs in plain text: markdown and wikitext."""

import pytest

from admissions.intake.decode import check_text, read_text
from admissions.intake.parse import parse

ROWS = "City\tCountry\nFez\tMorocco\nDakar\tSenegal"


@pytest.mark.parametrize(
    "table",
    [
        "| City | Country |\n|------|---------|\n| Fez | Morocco |\n| Dakar | Senegal |",
        "|City|Country|\n|:-|-:|\n|**Fez**|Morocco|\n|[Dakar](https://example.org)|Senegal|",
        "| City | Country |\n| :---: | :---: |\n| __Fez__ | `Morocco` |\n| Dakar | ![](flag.png) Senegal |",
        "{| class=wikitable\n! City !! Country\n|-\n| Fez || Morocco\n|-\n| [[Dakar]] || [[Senegal]]\n|}",
        (
            "{|\n! scope='col' | City\n! scope=\"col\" | Country\n|-\n| '''Fez'''\n| {{flag|Morocco}}\n|-\n"
            "| [[Dakar (city)|Dakar]]<ref>a source</ref>\n| {{flagcountry|Senegal}}\n|}"
        ),
    ],
)
def test_a_table_becomes_rows_without_the_signs(table):
    assert check_text(table).strip() == ROWS


def test_cells_of_wikitext_may_span():
    table = (
        "{|\n|+ 2025\n! Country !! City\n|-\n| rowspan=2 | Morocco || Fez\n|-\n| Agadir\n|-\n| Senegal || Dakar\n|}"
    )
    assert check_text(table).strip() == "2025\nCountry\tCity\nMorocco\tFez\nMorocco\tAgadir\nSenegal\tDakar"


@pytest.mark.parametrize("struck", ["~~Dakar~~", "<s>Dakar</s>", "<del>Dakar</del>"])
def test_what_is_struck_in_a_table_stands_beside_the_list(countries, struck):
    text, _remarks, groups = read_text(f"| City | Country |\n|---|---|\n| Fez | Morocco |\n| {struck} | Senegal |")
    lines = parse(text, "en", countries=countries, groups=groups).lines
    assert [(line.name, line.group) for line in lines if line.kind == "city"] == [("Fez", ""), ("Dakar", "Struck out")]


@pytest.mark.parametrize("text", ["Fez | Morocco\nDakar | Senegal", "a {b} | c", "| Fez (Morocco)"])
def test_a_text_without_such_a_table_stays_as_it_is(text):
    assert check_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "{|\n" + "| a || b\n" * 900, "{|\n| Fez\n" * 900, "|-|-|" * 20_000, "{|\n! Fez" + "!!" * 50_000,
        "|--|--|\n|" + "~~a" * 20_000 + "|", "|--|--|\n|" + "[" * 50_000 + "|", "|-|-|\n|" + "<ref>" * 20_000 + "|",
    ],
)  # fmt: skip
def test_malformed_tables_are_read(text):
    assert check_text(text)


def test_a_header_of_city_and_country_makes_a_table_of_lines_parted_by_strokes():
    text = "City | Country\nFez | Morocco\nDakar | Senegal"

    assert check_text(text).strip() == ROWS
    assert check_text(f"{text}\nA note | of | three parts").strip() == f"{ROWS}\nA note | of | three parts"


def test_entries_parted_by_strokes_are_no_table():
    text = "Fez (Morocco) | Cairo (Egypt) | Lisbon (Portugal)"
    assert check_text(text).strip() == text
