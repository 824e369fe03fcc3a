"""Uploads and pastes: what becomes of the bytes, and what is refused."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from admissions.intake.decode import MAX_LINES, Unreadable, check_text, read_file, read_upload


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def archive(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, contents in files.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), contents)
    return file.getvalue()


def refusal(name, data):
    with pytest.raises(Unreadable) as refused:
        read_upload(name, data)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Fès (Maroc)", "utf-8"),
        ("Fès (Maroc)", "utf-8-sig"),
        ("فاس (المغرب)", "utf-16"),
        ("بنجرير – المغرب\nالمدن الجديدة: أكادير، الصويرة", "cp1256"),
        ("Mérida, Córdoba – San Luis Potosí, Nuñez", "cp1252"),
        ("São Filipe, Évry, Estelí", "latin-1"),
        ("Bouaké, Liège, N'Zérékoré, Nîmes", "cp1252"),
    ],
)
def test_the_letters_are_those_that_were_written(countries, text, charset):
    assert read_upload("list.txt", text.encode(charset), countries) == text


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_csv_becomes_rows_with_tabs(separator):
    rows = [["City", "Country"], ['"Seo-gu"', "Republic of Korea"], ["Fez", "Morocco"]]
    data = "\r\n".join(separator.join(row) for row in rows).encode("utf-8-sig")

    assert read_upload("list.csv", data) == "City\tCountry\nSeo-gu\tRepublic of Korea\nFez\tMorocco"


def test_a_text_that_is_only_called_csv_stays_a_text():
    text = "The new members are:\n- Fez (Morocco)\n- Dakar (Senegal)"
    assert read_upload("list.csv", text.encode()) == text


def test_a_line_end_inside_a_cell_does_not_break_the_row():
    assert read_upload("list.csv", b'"Ho Chi\nMinh City",Viet Nam\nFez,Morocco') == (
        "Ho Chi Minh City\tViet Nam\nFez\tMorocco"
    )


def test_a_workbook_becomes_rows_without_the_empty_ones():
    data = workbook(["City", None, "Country", "Since"], [], ["Fez", None, "Morocco", date(2024, 2, 14)], ["Sur", 7.0])

    assert read_upload("list.xlsx", data) == "City\t\tCountry\tSince\nFez\t\tMorocco\t2024-02-14\nSur\t7"


def test_a_formula_is_text_and_is_never_run():
    data = workbook(["=1+1", "=HYPERLINK(A1)"])

    assert read_upload("list.xlsx", data) == "=1+1\t=HYPERLINK(A1)"
    assert read_upload("list.csv", b"=1+1,Morocco\n=2+2,Senegal") == "=1+1\tMorocco\n=2+2\tSenegal"


def test_a_web_page_becomes_what_a_reader_sees():
    page = """<!DOCTYPE html><html><head><title>News</title><style>p {}</style></head><body>
    <nav><ul><li>Oslo (Norway)</li></ul></nav><script>"<li>Rome (Italy)</li>"</script>
    <main><h2>Africa</h2><ul><li><b>Bouak&eacute;</b>&nbsp;(C&ocirc;te d&#39;Ivoire)</li><li>Dakar (Senegal)</ul>
    <table><tr><td><p>Fez</p></td><td>Morocco</td></tr></table>
    <div style="display: none">Paris (France)</div><p hidden>Lyon (France)</p><p class="not hidden">1 &lt; 2</p>
    <p>A strong commitment by the mayor is a key prerequisite for becoming a learning city, as are good practices.</p>
    <!-- Nice (France) --></main><footer>Hamburg (Germany)</footer></body></html>"""

    text, remarks, _groups = read_file("page.html", page.encode())
    lines = text.splitlines()
    aside = {lines[number - 1]: code for number, code in remarks["asides"].items()}

    assert [line for line in lines if line and line not in aside] == [
        "Africa",
        "- Bouaké (Côte d'Ivoire)",
        "- Dakar (Senegal)",
        "Fez\tMorocco",
        "1 < 2",
        "A strong commitment by the mayor is a key prerequisite for becoming a learning city, as are good practices.",
    ]
    assert aside == dict.fromkeys(
        ["- Oslo (Norway)", "Paris (France)", "Lyon (France)", "Hamburg (Germany)"], "navigation"
    )


def test_a_pasted_web_page_becomes_text_as_well():
    assert (
        check_text("<ul><li>Fez (Morocco)</li><li>Dakar (Senegal)</li></ul>") == "- Fez (Morocco)\n- Dakar (Senegal)"
    )


def test_a_web_page_says_itself_which_letters_it_uses():
    page = '<html><head><meta charset="windows-1256"></head><body><p>فاس (Maroc)</p></body></html>'
    assert read_upload("page.html", page.encode("cp1256")) == "فاس (Maroc)"


@pytest.mark.parametrize("name", ["list.csv", "list.txt", "list.xlsx", "list.html"])
@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"\x1f\x8b\x08"])
def test_pictures_and_archives_are_refused_whatever_their_name(name, start):
    assert refusal(name, start + bytes(range(1, 256))) == (
        "This is an image, an archive or another file that holds no text, whatever its name says."
    )


def test_other_binary_files_are_refused():
    assert refusal("list.txt", bytes(range(1, 32)) * 20) == (
        "This is an image, an archive or another file that holds no text, whatever its name says."
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\0 \0 \r\n", "The file is empty."),
        (b"a" * 5_000_001, "The file has more than 5 MB. A list of cities is much smaller."),
        (b"%PDF-1.7 ...", "This is a PDF file. Open it, copy the list and paste it here."),
        (
            b"\xd0\xcf\x11\xe0...",
            "This is an old Office file, or one with a password. Save it as XLSX, DOCX or CSV first.",
        ),
        (
            b"Fez\0 (Morocco)",
            "This file holds NUL characters, so it is not plain text. Save it as text in UTF-8 first.",
        ),
        (
            b"\xef\xbb\xbfF\xe8s",
            "The letters of this file cannot be read: it says UTF-8 and is not. Save it as UTF-8.",
        ),
        (
            b"PK\x03\x04 broken",
            "This file is damaged or locked with a password. Save it again, or copy the list.",
        ),
        (
            archive(ppt__presentation_xml="<p/>"),
            "This is no spreadsheet and no text document but another kind of file. Copy its text and paste it.",
        ),
        (
            b"{\\rtf1 Cairo (Egypt)\\par Lisbon (Portugal)}",
            "This is an RTF file. Open it and save it as DOCX or ODT, or copy the list and paste it here.",
        ),
        (
            archive(xl__workbook_xml="<w/>"),
            "This file is damaged or locked with a password. Save it again, or copy the list.",
        ),
    ],
)
def test_files_that_cannot_be_read_are_refused_with_a_sentence(data, sentence):
    assert refusal("list.xlsx", data) == sentence


@pytest.mark.parametrize(
    "files",
    [
        {"xl__workbook_xml": "<w/>", "xl__worksheets__sheet1_xml": "0" * 20_000_000},
        {"xl__workbook_xml": "<w/>"} | {f"xl__{number}_xml": "" for number in range(600)},
        {"xl__workbook_xml": "<w/>", "xl__sharedStrings_xml": '<!DOCTYPE x [<!ENTITY a "ha">]><sst>&a;</sst>'},
    ],
    ids=["one large file", "many files", "entities"],
)
def test_zip_bombs_are_refused_before_they_are_opened(files):
    assert refusal("list.xlsx", archive(**files)) == (
        "This file unpacks to far more than a list of cities needs. Copy the list and paste it."
    )


def test_too_many_lines_are_refused():
    assert len(check_text("Fez\n" * MAX_LINES).splitlines()) == MAX_LINES
    with pytest.raises(Unreadable) as refused:
        check_text("Fez\n" * 10_000)
    assert str(refused.value) == "This has 10000 lines; a list may have at most 2000."
    assert refusal("list.xlsx", workbook(*[["Fez"]] * 2001)) == "This has 2001 lines; a list may have at most 2000."


def test_too_long_a_text_is_refused():
    with pytest.raises(Unreadable) as refused:
        check_text("F" * 500_001)
    assert str(refused.value) == "This text is longer than 500000 characters."


def test_what_turns_the_writing_round_is_removed_and_marks_of_direction_stay():
    assert check_text("\ufeffFez \u202e(Morocco)\u202c\x07 \u200f(المغرب)") == "Fez (Morocco) \u200f(المغرب)"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n\t", "There is no text in this."),
        ("Fez\0", "This holds NUL characters, so it is not plain text. Save it as text in UTF-8 first."),
        (
            "F\ufffds",
            "Some letters were lost and show as “\ufffd”. Copy the text again or upload the file itself.",
        ),
    ],
)
def test_pastes_that_cannot_be_read_are_refused(text, sentence):
    with pytest.raises(Unreadable) as refused:
        check_text(text)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("part", ["<", "<a ", "<!--", "<![CDATA[", "</", "<a href='", "<script>", "<td", "&#", "<b><"])
def test_malformed_pages_are_read_in_no_time(part):
    """The standard parser alone takes minutes for some of these."""
    try:
        assert "Fez" in check_text("<html><body><p>Fez (Morocco)</p>" + part * 20_000)
    except Unreadable as refused:
        assert str(refused) == (  # noqa: PT017
            "This web page is nested too deep to be read as a whole. Copy the list and paste it."
        )


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"<html>", b"a,b\n"]))
@example(b"\xff", b"\xff\xfe")
def test_any_bytes_are_read_or_refused(countries, data, start):
    try:
        text = read_upload("list.csv", start + data, countries)
    except Unreadable as refused:
        assert str(refused)  # noqa: PT017
    else:
        assert text.strip()
        assert "\0" not in text
