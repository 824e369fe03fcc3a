"""Spreadsheets as people send them: filtered, hidden, merged, and with cells that a formula could not fill."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from admissions.intake.decode import Unreadable, read_file
from admissions.intake.parse import parse
from admissions.intake.parse.unread import why_unread
from tests.admissions.intake.conftest import ROOT

FILES = ROOT / "tests" / "data" / "files"
ROWS = [["City", "Country"], ["Fez", "Morocco"], ["Nowhereville", "France"], ["Dakar", "Senegal"], ["Sur", "Oman"]]


def workbook(rows=ROWS, change=lambda sheet: None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rewritten(data, old, new):
    """The workbook with other words in the XML of its sheet."""
    file, given = io.BytesIO(), zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(file, "w") as packed:
        for name in given.namelist():
            own = given.read(name)
            packed.writestr(name, own.replace(old, new) if "worksheets" in name else own)
    return file.getvalue()


@pytest.fixture
def read(countries):
    """(cities as pairs of name and country, what is unread, remarks) of a workbook."""

    def read(data):
        text, remarks, groups = read_file("list.xlsx", data, countries)
        lines = parse(text, "en", countries=countries, groups=groups).lines
        cities = [(line.name, line.country_code) for line in lines if line.kind == "city" and not line.group]
        return cities, [line.raw for line in lines if line.kind == "unread"], remarks

    return read


@pytest.mark.parametrize("name", ["filtered-rows.xlsx", "hidden-row.xlsx"])
def test_what_a_filter_hides_stands_beside_the_list_and_is_counted(read, name):
    cities, unread, remarks = read((FILES / name).read_bytes())

    assert cities == [("Medellín", "CO"), ("Melton", "AU"), ("Sønderborg", "DK"), ("Évora", "PT")]
    assert (unread, remarks) == ([], {"hidden_rows": 1})


def hide_row(sheet):
    sheet.row_dimensions[3].hidden = True


def close_group(sheet):
    sheet.row_dimensions.group(3, 4, hidden=True)


def hide_column(sheet):
    sheet.column_dimensions["A"].hidden = True


def close_columns(sheet):
    sheet.insert_cols(1, 2)
    sheet["A1"] = "Jury"
    sheet.column_dimensions.group("A", "B", hidden=True)


FEZ, DAKAR, SUR = ("Fez", "MA"), ("Dakar", "SN"), ("Sur", "OM")


@pytest.mark.parametrize(
    ("change", "cities", "remarks"),
    [
        (hide_row, [FEZ, DAKAR, SUR], {"hidden_rows": 1}),
        (close_group, [FEZ, SUR], {"hidden_rows": 2}),
        (hide_column, [], {"hidden_columns": 1}),
        (close_columns, [FEZ, ("Nowhereville", "FR"), DAKAR, SUR], {"hidden_columns": 1}),
    ],
)
def test_rows_and_columns_are_hidden_in_many_ways(read, change, cities, remarks):
    found, _unread, said = read(workbook(change=change))
    assert (found, said) == (cities, remarks)


@pytest.mark.parametrize(
    ("written", "flat", "cities", "remarks"),
    [
        (b'<row r="3">', b'<row r="3" ht="0" customHeight="1">', [FEZ, DAKAR, SUR], {"hidden_rows": 1}),
        (b'<row r="3">', b'<row r="3" hidden="true">', [FEZ, DAKAR, SUR], {"hidden_rows": 1}),
        (
            b"<sheetData>",
            b'<cols><col min="1" max="1" width="0" customWidth="1"/></cols><sheetData>',
            [],
            {"hidden_columns": 1},
        ),
    ],
)
def test_a_height_or_width_of_nothing_hides(read, written, flat, cities, remarks):
    found, _unread, said = read(rewritten(workbook(), written, flat))
    assert (found, said) == (cities, remarks)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_stand_beside_the_list_and_are_counted_unless_they_are_empty(read, state):
    def add_sheets(sheet):
        jury = sheet.parent.create_sheet("jury")
        jury.append(["Nowhereville", "France"])
        jury.sheet_state = sheet.parent.create_sheet("empty").sheet_state = state

    cities, _unread, remarks = read(workbook(ROWS[:2], add_sheets))
    assert (cities, remarks) == ([FEZ], {"hidden_sheets": 1})


def test_a_workbook_of_which_all_is_hidden_is_refused():
    def hide_all(sheet):
        for number in range(1, 6):
            sheet.row_dimensions[number].hidden = True

    with pytest.raises(Unreadable, match="All that this spreadsheet holds is hidden."):
        read_file("list.xlsx", workbook(change=hide_all))


def test_a_country_merged_over_rows_is_known_below_the_hidden_one(read):
    def merge(sheet):
        sheet.merge_cells("B3:B5")
        sheet.row_dimensions[3].hidden = True

    rows = [["City", "Country"], ["Fez", "Morocco"], ["Lyon", "France"], ["Lille", None], ["Brest", None]]
    assert read(workbook(rows, merge))[0] == [FEZ, ("Lille", "FR"), ("Brest", "FR")]


def test_a_country_that_only_a_hidden_row_names_is_asked_for(read):
    rows = [["City", "Country"], ["Fez", "Morocco"], ["Lyon", "France"], ["Lille", None], ["Sur", "Oman"]]
    assert read(workbook(rows, hide_row)) == ([FEZ, SUR], ["Lille\t?"], {"hidden_rows": 1})


def test_an_error_in_a_cell_is_no_name_of_a_city(countries):
    text, _remarks, _groups = read_file("list.xlsx", (FILES / "error-cell.xlsx").read_bytes())
    unread = [line for line in parse(text, "en", countries=countries).lines if line.kind == "unread"]

    assert [line.raw for line in unread] == ["#N/A\tFrance"]
    assert why_unread(unread[0].raw, unread[0].name, "France", "FR") == (
        "A cell holds #N/A, by which a spreadsheet says that it found no value."
    )


ERRORS = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#NV",
    "#BEZUG!", "#NOME?", "#NOM?", "#DIV/0", "#VALEUR!", "#¡REF!", "#¿NOMBRE?", "#DEL/0!", "#N/D", "#YOK", "#Н/Д",
    "#ССЫЛКА!", "Err:502", "#####", "#n/a",
]  # fmt: skip


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("line", ["{}\tFrance", "{}, France", "- {} (France)", "{} – France"])
def test_an_error_as_plain_text_is_no_name_either(countries, error, line):
    text = "Fez\tMorocco\n" * 3 if "\t" in line else "- Fez (Morocco)\n"
    lines = parse(f"{text}{line.format(error)}\n{text}", "en", countries=countries).lines

    assert [each.kind for each in lines if error in each.raw] == ["unread"]


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_in_the_place_of_the_country_is_no_country(countries, error):
    lines = parse(f"City\tCountry\nFez\tMorocco\nLyon\t{error}\nLille\t\n", "en", countries=countries).lines
    assert [(line.kind, line.name) for line in lines[2:]] == [("unread", "Lyon"), ("unread", "Lille")]


def test_a_hashtag_and_a_number_sign_are_no_errors(countries):
    lines = parse("- Fez (Morocco)\n- #Dakar (Senegal)", "en", countries=countries).lines
    assert [line.kind for line in lines] == ["city", "city"]


@pytest.mark.parametrize("name", ["2024-02-14", "17", "3.5", "?", "####", "=VLOOKUP(A1,B:C,2)"])
def test_a_number_a_day_or_a_formula_is_no_name_of_a_city(read, name):
    cities, unread, _remarks = read(workbook([*ROWS[:2], [name, "Senegal"], ["Sur", "Oman"]]))
    assert (cities, unread) == ([FEZ, SUR], [f"{name}\tSenegal"])


def test_a_formula_for_a_range_of_cells_is_text_too(read):
    def fill(sheet):
        sheet["A3"] = ArrayFormula("A3:A4", "=UPPER(C3:C4)")

    assert read(workbook(change=fill))[1] == ["=UPPER(C3:C4)\tFrance"]


def test_what_stands_over_a_table_is_no_city(read):
    rows = [["List of the cities of 2031"], ["Status", "Country", "City"], ["new", "Morocco", "Fez"]]
    assert read(workbook(rows)) == ([FEZ], [], {})
