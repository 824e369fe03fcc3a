"""Spreadsheets that set rows beside the list: struck, hidden, on other sheets, with a status."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from admissions.intake.decode import read_file
from admissions.intake.parse import parse

HEADER = ["City", "Country"]
FEZ, DAKAR, SUR, CAIRO = ["Fez", "Morocco"], ["Dakar", "Senegal"], ["Sur", "Oman"], ["Cairo", "Egypt"]


def workbook(**sheets):
    """The bytes of a workbook with sheets of rows, and what the last argument `change` does to it."""
    change = sheets.pop("change", None)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def read(countries):
    """{group: the names of its cities} of a file; the group of the list is ""."""

    def read(data, name="list.xlsx", language="en"):
        text, _remarks, groups = read_file(name, data, countries)
        found = {}
        for line in parse(text, language, countries=countries, groups=groups).lines:
            if line.kind == "city":
                found.setdefault(line.group, []).append(line.name)
        return found

    return read


def strike(*cells):
    def change(book):
        for cell in cells:
            book.worksheets[0][cell].font = Font(strike=True)

    return change


@pytest.mark.parametrize("cells", [["A3", "B3"], ["A3"], ["B3"]])
def test_a_struck_row_stands_beside_the_list(read, cells):
    data = workbook(List=[HEADER, FEZ, DAKAR, SUR], change=strike(*cells))
    assert read(data) == {"": ["Fez", "Sur"], "Struck out": ["Dakar"]}


def test_a_struck_cell_of_numbers_says_nothing_of_the_row(read):
    data = workbook(List=[["No.", *HEADER], [1, *FEZ], [2, *DAKAR]], change=strike("A3"))
    assert read(data) == {"": ["Fez", "Dakar"]}


def test_letters_struck_amid_a_cell_are_not_of_the_name(read):
    def change(book):
        book.worksheets[0]["A3"] = CellRichText("Dakar", TextBlock(InlineFont(strike=True), " and Thiès"))

    data = workbook(List=[HEADER, FEZ, DAKAR, SUR], change=change)
    assert read(data)[""] == ["Fez", "Dakar", "Sur"]


def test_a_hidden_row_stands_beside_the_list_under_the_country_it_shows(read):
    def change(book):
        book.worksheets[0].row_dimensions[3].hidden = True

    assert read(workbook(List=[HEADER, FEZ, DAKAR, SUR], change=change)) == {
        "": ["Fez", "Sur"],
        "Hidden rows": ["Dakar"],
    }


@pytest.mark.parametrize(
    "title",
    ["Not admitted", "Withdrawn", "Non retenues", "No admitidas", "غير مقبولة", "Waiting list", "Other", "2022"],
)
def test_another_sheet_stands_beside_the_list_under_its_name(read, title):
    data = workbook(**{"2025": [HEADER, FEZ, SUR], title: [HEADER, DAKAR, CAIRO]})
    assert read(data) == {"": ["Fez", "Sur"], title: ["Dakar", "Cairo"]}


@pytest.mark.parametrize("first", ["Not admitted", "Retirées"])
def test_the_list_need_not_be_the_first_sheet(read, first):
    data = workbook(**{first: [HEADER, DAKAR, CAIRO], "Admissions": [HEADER, FEZ, SUR]})
    assert read(data) == {first: ["Dakar", "Cairo"], "": ["Fez", "Sur"]}


def test_a_sheet_that_explains_is_not_the_list(read):
    notes = [["How to fill this in"], ["One city a row"], ["Send it by May"], ["Ask the secretariat"]]
    assert read(workbook(Read_me=notes, Cities=[HEADER, FEZ, SUR])) == {"": ["Fez", "Sur"]}


@pytest.mark.parametrize(
    "titles", [("Africa", "Arab States"), ("Sheet1", "Sheet2"), ("Table 1", "Table 2"), ("Morocco", "Oman")]
)
def test_a_sheet_of_the_same_headers_and_a_plain_name_goes_on_with_the_list(read, titles):
    data = workbook(**{titles[0]: [HEADER, FEZ], titles[1]: [HEADER, SUR]})
    assert read(data) == {"": ["Fez", "Sur"]}


@pytest.mark.parametrize("headers", [["City", "Country", "Focal point"], ["Country", "City"]])
def test_a_sheet_of_other_headers_stands_beside_the_list(read, headers):
    rows = [headers, ["Morocco", "Sur"]] if headers[0] == "Country" else [headers, [*SUR, "yes"]]
    rows = [headers, ["Oman", "Sur"]] if headers[0] == "Country" else rows
    assert read(workbook(Sheet1=[HEADER, FEZ], Sheet2=rows)) == {"": ["Fez"], "Sheet2": ["Sur"]}


def test_a_hidden_sheet_that_names_countries_stands_beside_the_list(read):
    def change(book):
        book["jury"].sheet_state = book["choices"].sheet_state = "hidden"

    data = workbook(List=[HEADER, FEZ], jury=[DAKAR], choices=[["yes"], ["no"]], change=change)
    assert read(data) == {"": ["Fez"], "jury (hidden sheet)": ["Dakar"]}


def test_a_hidden_column_for_the_status_is_read(read):
    def change(book):
        book.worksheets[0].column_dimensions["C"].hidden = True

    rows = [[*HEADER, "Status"], [*FEZ, "admitted"], [*DAKAR, "withdrawn"]]
    assert read(workbook(List=rows, change=change)) == {"": ["Fez"], "withdrawn": ["Dakar"]}


def test_a_status_merged_over_rows_is_that_of_each(read):
    def change(book):
        book.worksheets[0].merge_cells("C2:C3")
        book.worksheets[0].merge_cells("C4:C5")

    rows = [
        [*HEADER, "Result"], [*FEZ, "accepted"], [*SUR, None], [*DAKAR, "rejected"], [*CAIRO, None],
    ]  # fmt: skip
    assert read(workbook(List=rows, change=change)) == {"": ["Fez", "Sur"], "rejected": ["Dakar", "Cairo"]}


def test_a_city_merged_over_rows_is_listed_once(read):
    def change(book):
        book.worksheets[0].merge_cells("A2:A3")
        book.worksheets[0].merge_cells("B2:B3")

    rows = [[*HEADER, "Focal point"], [*FEZ, "Amina Alaoui"], [None, None, "Omar Idrissi"], [*SUR, "yes"]]
    assert read(workbook(List=rows, change=change)) == {"": ["Fez", "Sur"]}


def test_two_tables_of_a_sheet_are_read_each_by_its_headers(read):
    rows = [["Admitted"], HEADER, FEZ, SUR, [], ["Not admitted"], ["Country", "City"], ["Senegal", "Dakar"]]
    assert read(workbook(List=rows)) == {"": ["Fez", "Sur"], "Not admitted": ["Dakar"]}


def test_a_strict_workbook_is_read_like_any_other(read):
    file, given = io.BytesIO(), zipfile.ZipFile(io.BytesIO(workbook(List=[HEADER, FEZ, SUR])))
    with zipfile.ZipFile(file, "w") as packed:
        for name in given.namelist():
            own = given.read(name)
            own = own.replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            packed.writestr(name, own)
    assert read(file.getvalue()) == {"": ["Fez", "Sur"]}


def test_hidden_columns_that_list_cities_of_their_own_stand_beside_the_list(read):
    def change(book):
        book.worksheets[0].column_dimensions.group("D", "E", hidden=True)

    rows = [[*HEADER, None, *HEADER], [*FEZ, None, *DAKAR], [*SUR, None, None, None]]
    assert read(workbook(List=rows, change=change)) == {"": ["Fez", "Sur"], "Hidden columns": ["Dakar"]}


def test_a_hidden_column_for_the_country_is_read_with_the_rows(read):
    def change(book):
        book.worksheets[0].column_dimensions["B"].hidden = True

    assert read(workbook(List=[HEADER, FEZ, SUR], change=change)) == {"": ["Fez", "Sur"]}
