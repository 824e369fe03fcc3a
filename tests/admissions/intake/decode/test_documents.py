"""Text documents of Word and of OpenDocument: paragraphs, lists, tables, and what is struck or hidden in them."""

import io
import zipfile

import pytest

from admissions.intake.decode import Unreadable, read_file
from admissions.intake.parse import parse

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
STYLES = (
    '<office:automatic-styles><style:style style:name="S"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style></office:automatic-styles>'
)


def packed(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in files.items():
            archive.writestr(name, contents)
    return file.getvalue()


def docx(body, **parts):
    files = {"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"}
    return packed(files | {f"word/{name}.xml": f"<w:x {WORD}>{xml}</w:x>" for name, xml in parts.items()})


def opened(body, kind="text"):
    content = f"<office:document-content {OPEN}>{STYLES}<office:body>{body}</office:body></office:document-content>"
    return packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def p(text, properties="", run=""):
    return f"<w:p>{properties}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def word_table(*rows):
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{cells}</w:tbl>"


def open_table(*rows, name="Table"):
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="{name}">{cells}</table:table>'


@pytest.fixture
def read(countries):
    """{group: the names of its cities}; the group of the list is ""."""

    def read(data):
        text, _remarks, groups = read_file("list", data, countries)
        found = {}
        for line in parse(text, "en", countries=countries, groups=groups).lines:
            if line.kind == "city":
                found.setdefault(line.group, []).append(line.name)
        return found

    return read


ITEM = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
STRUCK = "<w:strike/>"


def test_paragraphs_of_word_are_lines_and_items_have_bullets(countries):
    body = p("Africa") + p("Dakar (Senegal)", ITEM) + "<w:p><w:r><w:t>Fez</w:t><w:tab/><w:t>Morocco</w:t></w:r></w:p>"
    assert read_file("list", docx(body), countries).text == "Africa\n- Dakar (Senegal)\nFez\tMorocco"


@pytest.mark.parametrize(
    "body",
    [
        p("Fez (Morocco)") + p("Dakar (Senegal)", run=STRUCK),
        p("Fez (Morocco)", ITEM) + p("Dakar (Senegal)", ITEM, run="<w:dstrike w:val='true'/>"),
        p("Fez (Morocco)", run="<w:strike w:val='0'/>")
        + "<w:p><w:del><w:r><w:delText>Dakar (Senegal)</w:delText></w:r></w:del></w:p>",
        word_table(["City", "Country"], ["Fez", "Morocco"], [p("Dakar", run=STRUCK), p("Senegal", run=STRUCK)]),
        word_table(["City", "Country"], ["Fez", "Morocco"], [p("Dakar", run=STRUCK), "Senegal"]),
        word_table(["City", "Country"], ["Fez", "Morocco"])
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("Dakar") + "</w:tc><w:tc>" + p("Senegal")
        + "</w:tc></w:tr></w:tbl>",
    ],
    ids=["paragraph", "item", "tracked", "row", "cell", "row deleted"],
)  # fmt: skip
def test_what_is_struck_in_word_stands_beside_the_list(read, body):
    assert read(docx(body)) == {"": ["Fez"], "Struck out": ["Dakar"]}


def test_hidden_text_of_word_stands_beside_the_list(read):
    assert read(docx(p("Fez (Morocco)") + p("Dakar (Senegal)", run="<w:vanish/>"))) == {
        "": ["Fez"],
        "Hidden text": ["Dakar"],
    }


def test_a_table_of_word_is_read_with_cells_that_span(read):
    merged = "<w:tcPr><w:vMerge/></w:tcPr>" + p("")
    first = "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + p("Morocco")
    wide = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("Admissions of 2025")
    table = word_table([wide], ["Country", "City"], [first, "Fez"], [merged, "Agadir"], ["Senegal", "Dakar"])
    assert read(docx(table)) == {"": ["Fez", "Agadir", "Dakar"]}


def test_a_box_of_text_is_read_once_and_a_table_in_a_cell_is_text_of_it(countries):
    box = (
        "<w:p><w:r><w:txbxContent>" + p("Fez (Morocco)") + "</w:txbxContent></w:r><w:r><mc:Fallback xmlns:mc='m'>"
        + p("Fez (Morocco)") + "</mc:Fallback></w:r></w:p>"
    )  # fmt: skip
    inner = "<w:tbl><w:tr><w:tc>" + p("Sur") + "</w:tc></w:tr></w:tbl>" + p("")
    text = read_file("list", docx(box + word_table([inner, "Oman"])), countries).text
    assert text == "Fez (Morocco)\nSur\tOman\n"


def test_notes_come_with_their_marks_and_heads_of_pages_are_left_aside(countries):
    body = "<w:p><w:r><w:t>Fez (Morocco)</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    note = "<w:footnote w:id='2'>" + p("Withdrawn in May") + "</w:footnote>"
    text, remarks, _groups = read_file("list", docx(body, footnotes=note, header1=p("Paris, France")), countries)
    assert text == "Fez (Morocco)[2]\n[2] Withdrawn in May\nParis, France"
    assert remarks == {"asides": {3: "running_head"}}


def test_paragraphs_lists_and_tables_of_opendocument_are_lines(countries):
    body = (
        "<office:text><text:h>Africa</text:h><text:list><text:list-item><text:p>Dakar <text:span>(Senegal)</text:span>"
        "</text:p></text:list-item></text:list><text:p>Fez<text:tab/>Morocco<text:line-break/>Sur<text:s/>(Oman)"
        "</text:p>" + open_table(["City", "Country"], ["Cairo", "Egypt"]) + "</office:text>"
    )
    assert read_file("list", opened(body), countries).text.rstrip() == (
        "Africa\n- Dakar (Senegal)\nFez\tMorocco\nSur (Oman)\n\nCity\tCountry\nCairo\tEgypt"
    )


@pytest.mark.parametrize(
    "body",
    [
        '<text:p>Fez (Morocco)</text:p><text:p><text:span text:style-name="S">Dakar (Senegal)</text:span></text:p>',
        '<text:p>Fez (Morocco)</text:p><text:p text:style-name="S">Dakar (Senegal)</text:p>',
        "<text:tracked-changes><text:p>Dakar (Senegal)</text:p></text:tracked-changes><text:p>Fez (Morocco)</text:p>",
        open_table(["Fez", "Morocco"], ['<text:span text:style-name="S">Dakar</text:span>', "Senegal"]),
    ],
)
def test_what_is_struck_in_opendocument_stands_beside_the_list(read, body):
    assert read(opened(f"<office:text>{body}</office:text>")) == {"": ["Fez"], "Struck out": ["Dakar"]}


def test_a_spreadsheet_of_opendocument_is_read_sheet_by_sheet(read):
    hidden = open_table(["Sur", "Oman"]).replace("<table:table-row>", '<table:table-row table:visibility="collapse">')
    rows = open_table(["City", "Country"], ["Fez", "Morocco"], name="2025").replace(
        "</table:table>", hidden.partition(">")[2]
    )
    other = open_table(["City", "Country"], ["Dakar", "Senegal"], name="Not admitted")
    data = opened(f"<office:spreadsheet>{rows}{other}</office:spreadsheet>", "spreadsheet")
    assert read(data) == {"": ["Fez"], "Hidden rows": ["Sur"], "Not admitted": ["Dakar"]}


@pytest.mark.parametrize(
    "data",
    [
        docx("<w:p>" * 100_000),
        docx("<w:tbl><w:tr><w:tc>" * 50_000),
        docx("<w:p/>" * 100_000),
        docx(p("Fez") * 20_000),
        opened("<office:text>" + "<text:p>" * 100_000),
        opened("<office:text>" + "<text:span>" * 100_000),
        opened(
            '<office:spreadsheet><table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384"><text:p>Fez</text:p></table:table-cell></table:table-row>'
            "</table:table></office:spreadsheet>",
            "spreadsheet",
        ),
        docx('<!DOCTYPE x [<!ENTITY a "ha">]>&a;'),
        opened("0" * 20_000_000),
        opened("<office:text/>", "presentation"),
    ],
)
def test_hostile_documents_are_refused_with_a_sentence(countries, data):
    with pytest.raises(Unreadable) as refused:
        read_file("list", data, countries)
    assert str(refused.value).endswith((".", "?"))
