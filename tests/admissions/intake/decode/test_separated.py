"""CSV as the spreadsheets of many offices write it: separators, quotes, and the line by which they are told."""

import pytest

from admissions.intake.decode import read_upload
from tests.admissions.intake.conftest import ROOT

FILES = ROOT / "tests" / "data" / "files"


def test_separators_in_quotes_are_text():
    assert read_upload("list.csv", (FILES / "separator-in-quotes.csv").read_bytes()).splitlines() == [
        "City\tCountry\tNote",
        "Medellín\tColombia\t",
        "Melton\tAustralia\ta; b",
        "Cork\tIreland\tx; y; z",
        "Bristol\tUnited Kingdom\tone",
        "Bonn\tGermany\tp; q",
        "Espoo\tFinland\tr;s;t",
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("other", [",", ";", "|", ", ; |", "\n", "\r\n", '""'])
def test_whatever_stands_in_quotes_separates_nothing(separator, other):
    rows = [["City", "Country", "Note"]]
    rows += [
        [name, "Oman", f'"{"x" + other * at + "y"}"'] for at, name in enumerate(["Sur", "Ibri", "Nizwa", "Sohar"])
    ]
    lines = read_upload("list.csv", "\r\n".join(map(separator.join, rows)).encode()).splitlines()

    assert [line.split("\t")[:2] for line in lines] == [row[:2] for row in rows]


def test_the_first_line_of_a_spreadsheet_tells_the_separator_and_is_no_row():
    lines = read_upload("list.csv", (FILES / "sep-line.csv").read_bytes()).splitlines()
    assert lines[:2] == ["Ville\tPays", "Évora\tPortugal"]
    assert len(lines) == 7


@pytest.mark.parametrize("name", ["list.csv", "list.txt"])
@pytest.mark.parametrize(
    ("first", "separator"),
    [
        ("sep=;", ";"), ("SEP=;", ";"), ('"sep=;"', ";"), ("sep=;;;", ";"), ("sep=,", ","), ("sep=|", "|"),
        ("sep=\t", "\t"), ("Sep=^", "^"), ("\ufeffsep=;", ";"), ("sep=", ";"), ("'sep=;'", ";"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_that_line_is_known_in_each_of_its_forms(name, first, separator, end, charset):
    rows = [first, f"City{separator}Country", f"Fez{separator}Morocco", f"Sur{separator}Oman"]
    text = read_upload(name, end.join(rows).encode(charset))

    assert text == "City\tCountry\nFez\tMorocco\nSur\tOman"


def test_a_city_may_begin_like_that_line():
    assert read_upload("list.txt", b"Sep (Croatia)\nSepang (Malaysia)") == "Sep (Croatia)\nSepang (Malaysia)"
