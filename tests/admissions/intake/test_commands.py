"""The commands that look and write nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import AdmissionFactory, CityFactory, CohortFactory, CountryFactory

from .conftest import ROOT

FILES = ROOT / "tests" / "data" / "files"

LIST = """The new members are:
- Benguerir (Morocco)
- Essaouira (Morocco)
- Ifrane (Morocco)
- Atlantis (Lemuria)
"""


@pytest.fixture
def said(db):
    def said(*arguments):
        out = StringIO()
        call_command(*arguments, stdout=out)
        return out.getvalue().splitlines()

    return said


def test_match_list_says_for_each_line_what_it_would_mean(said, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text(LIST, encoding="utf-8")
    AdmissionFactory(city=CityFactory(name_en="Ben Guerir"), name_as_announced="Benguerir")

    assert said("match_list", path) == [
        "   1  The new members are: → left aside: It introduces the list.",
        "   2  Benguerir, MA → Ben Guerir (100%, same name in English)",
        "   3  Essaouira, MA → + Essaouira (95%, the only place of the name in the gazetteer)",
        (
            "   4  Ifrane, MA → + Ifrane (82%, same name in the gazetteer, largest of 2 places so called)? | "
            "+ Ifrane (78%, same name in the gazetteer, one of 2 places so called)?"
        ),
        "   5  Atlantis (Lemuria) → cannot be read: It names no country that can be read.",
        "1 known, 1 new, 1 to decide, 1 not read, 0 beside the list, 1 left aside.",
    ]


def test_match_list_reads_lists_in_other_languages(said, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Ville,Pays\nFès,Maroc\n", encoding="utf-8")
    CityFactory(name_en="Fez", name_fr="Fès")

    assert said("match_list", path, "--language", "fr") == [
        "   1  Ville Pays → a heading",
        "   2  Fès, MA → Fez (100%, same name in French)",
        "1 known, 0 new, 0 to decide, 0 not read, 0 beside the list, 0 left aside.",
    ]


def test_match_list_tells_what_stands_beside_the_list_and_what_is_left_aside(said, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("The new members are:\n- Fez (Morocco) (new)\nWithdrawn\n- Agadir (Morocco)\n", encoding="utf-8")
    CityFactory(name_en="Fez")

    assert said("match_list", path) == [
        "   1  The new members are: → left aside: It introduces the list.",
        "   2  Fez, MA → Fez (100%, same name in English)",
        "   2  new → left aside: A note to an entry.",
        "   3  Withdrawn → a heading",
        "   4  Agadir, MA → beside the list, under “Withdrawn”",
        "1 known, 0 new, 0 to decide, 0 not read, 1 beside the list, 2 left aside.",
    ]


def test_match_list_tells_what_was_left_out_of_a_spreadsheet(said):
    names = {"CO": "Colombia", "AU": "Australia", "DK": "Denmark", "PT": "Portugal", "FR": "France"}
    for code, name in names.items():
        CountryFactory(code=code, name_en=name)

    assert said("match_list", FILES / "filtered-rows.xlsx")[-2:] == [
        "1 hidden row stands beside the list.",
        "0 known, 4 new, 0 to decide, 0 not read, 1 beside the list, 0 left aside.",
    ]


def test_match_list_tells_why_a_row_cannot_be_read(said):
    CountryFactory(code="FR", name_en="France")

    assert (
        "   5  #N/A → cannot be read: A cell holds #N/A, by which a spreadsheet says that it found no value."
        in said("match_list", FILES / "error-cell.xlsx")
    )


def test_match_list_refuses_what_it_cannot_read(said, tmp_path):
    (tmp_path / "list.txt").write_bytes(b"\x89PNG\r\n")

    with pytest.raises(CommandError, match="This is an image, an archive or another file that holds no text"):
        said("match_list", tmp_path / "list.txt")
    with pytest.raises(CommandError, match="cannot be opened"):
        said("match_list", tmp_path / "missing.txt")


def test_measuring_needs_cities_and_lists(said, tmp_path):
    with pytest.raises(CommandError, match="There are no cities yet. Run load_registry first."):
        said("measure_matching")
    CityFactory()
    with pytest.raises(CommandError, match="There are no lists with answers in"):
        said("measure_matching", tmp_path)


def test_measuring_a_folder_of_cases_says_what_became_of_each_and_fails_where_one_is_wrong(db, tmp_path):
    CohortFactory(year=2025)
    CityFactory(name_en="Agadir")
    rows = {"a_right": "MA,Essaouira,new,31.5;-9.8", "b_wrong": "MA,Essaouira,ask,", "s_later": "MA,Essaouira,ask,"}
    for name, row in rows.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "expected.csv").write_text(f"country_iso2,name_in_list,outcome,place\n{row}\n")
        (tmp_path / name / "input.en.txt").write_text("- Essaouira (Morocco)\n")
    out = StringIO()
    with pytest.raises(CommandError, match="Some lines were read or matched wrongly."):
        call_command("measure_matching", tmp_path, stdout=out)

    assert [line.split() for line in out.getvalue().splitlines()[1:]] == [
        ["a_right", "1", "1", "0", "0", "0", "0"],
        ["b_wrong", "0", "0", "0", "1", "0", "0"],
        ["Essaouira", "≠", "Essaouira"],
        ["s_later", "sequence,", "not", "measured"],
        ["in", "sum", "1", "1", "0", "1", "0", "0"],
    ]
