"""Spreadsheets in XLSX, read row by row."""

import io
import zipfile
from collections import Counter
from datetime import date, datetime
from itertools import islice, zip_longest
from xml.etree.ElementTree import ParseError, iterparse

from django.utils.translation import gettext as _

from admissions.intake.words import ALL

from .archive import broken, opened
from .file_lines import Piece
from .hidden import below_hidden, hidden_in
from .sheets import Sheet, SheetRow, lines_of_sheets
from .unreadable import MAX_LINES, Unreadable

_MOST_COLUMNS = 50
_MOST_ROWS = 100_000  # empty ones included: formatted to the bottom, a sheet has a million of them
_MOST_SHEETS = 50
_TAKES_BACK = ALL.takes_back
_HEADERS = 10  # rows among which the header of a column is looked for
# ISO/IEC 29500 Strict names what it says otherwise than the transitional form, which the library reads.
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


def workbook_text(data, countries):
    """The `FileText` of all sheets, a row a line, cells separated by tabs.

    What the sender does not see or has struck through stands beside the list: hidden and struck rows, hidden sheets
    and columns that name countries. Other hidden columns are left out, but a status and a country of the rows are
    read. A formula is never run: its cell has the value that the spreadsheet stored when it was saved, or, without
    one, the text of the formula.
    """
    import openpyxl

    try:
        data = _transitional(data)
        values, formulas = (
            openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False, data_only=data_only)
            for data_only in (True, False)
        )
        struck, remarks, sheets = _struck_texts(data), Counter(), []
        for sheet, as_written in islice(zip(values.worksheets, formulas.worksheets, strict=True), _MOST_SHEETS):
            is_hidden = sheet.sheet_state != "visible"
            read = Sheet(sheet.title, is_hidden)
            read.rows = _rows(sheet, as_written, struck, Counter() if is_hidden else remarks, countries)
            remarks["hidden_sheets"] += is_hidden and bool(read.rows)
            sheets.append(read)
        lines = lines_of_sheets(sheets, countries)
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 – a broken file fails in dozens of ways inside the library
        raise broken() from None
    shown = any(not row.group for sheet in sheets if not sheet.is_hidden for row in sheet.rows)
    if +remarks and not shown:
        raise Unreadable(_("All that this spreadsheet holds is hidden. Show it, or copy the list and paste it."))
    return lines.file_text(+remarks)


def _transitional(data):
    with opened(data) as archive:
        if b"purl.oclc.org/ooxml" not in archive.read("xl/workbook.xml"):
            return data
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in archive.namelist():
                own = archive.read(name)
                for strict, transitional in _STRICT.items() if name.endswith((".xml", ".rels")) else ():
                    own = own.replace(strict, transitional)
                packed.writestr(name, own)
        return file.getvalue()


def _struck_texts(data):
    """{text: its pieces} of texts of which a part is struck through, which the library does not tell."""
    found = {}
    with opened(data) as archive:
        for name in archive.namelist():
            holds_texts = name == "xl/sharedStrings.xml" or name.startswith("xl/worksheets/sheet")
            if holds_texts and b"strike" in archive.read(name):
                with archive.open(name) as file:
                    found |= {text: pieces for text, pieces in _runs(file) if any(piece.struck for piece in pieces)}
    return found


def _runs(file):
    pieces = []
    try:
        for _event, element in iterparse(file):  # noqa: S314 – what defines entities was refused: see `archive`
            tag = element.tag.rpartition("}")[2]
            if tag == "r":
                marks = [each for each in element.iter() if each.tag.rpartition("}")[2] == "strike"]
                text = "".join(each.text or "" for each in element.iter() if each.tag.rpartition("}")[2] == "t")
                pieces.append(Piece(text, any(each.get("val", "1") not in ("0", "false") for each in marks)))
            elif tag in ("si", "is"):
                yield " ".join("".join(piece.text for piece in pieces).split()), pieces
                pieces = []
                element.clear()
            elif tag in ("c", "row"):
                element.clear()
    except ParseError:
        raise broken() from None


def _rows(sheet, as_written, struck, remarks, countries):
    """The `SheetRow`s that are not empty, no more than a list may have; what is hidden is counted in `remarks`."""
    with sheet.parent._archive.open(sheet._worksheet_path) as file:  # read-only sheets say nothing of their rows
        hidden = hidden_in(file, _MOST_ROWS, _MOST_COLUMNS)
    both = zip_longest(
        sheet.iter_rows(max_col=_MOST_COLUMNS), as_written.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
    )
    table = []
    for number, (cells, formulas) in enumerate(islice(both, _MOST_ROWS)):
        texts = [
            _text(getattr(cell, "value", None), written)
            for cell, written in zip(cells or (), formulas or (), strict=False)
        ]
        if any(texts):
            strokes = [_pieces(cell, text, struck) for cell, text in zip(cells, texts, strict=False)]
            table.append((number, texts, strokes))
        if len(table) > MAX_LINES:
            break
    dropped, listing = _hidden_columns(table, hidden.columns, countries)
    remarks["hidden_columns"] += sum(any(_at(texts, place) for _n, texts, _p in table) for place in dropped)
    merged = {}
    for row, place in hidden.merged:
        merged.setdefault(row, set()).add(place)
    rows, above = [], []
    for number, texts, strokes in table:
        below = merged.get(number, frozenset())
        group = ""
        if number in hidden.rows:
            group = _("Hidden rows")
            remarks["hidden_rows"] += 1
            above = [own or upper for own, upper in zip_longest(texts, above, fillvalue="")]
        elif above:
            texts = below_hidden(texts, above, below)
            strokes = [
                given if any(piece.text for piece in given) else [Piece(text)]
                for given, text in zip_longest(strokes, texts, fillvalue=[])
            ]
            above = []
        kept = [place for place in range(len(texts)) if place not in dropped]
        if any(texts[place] for place in kept):
            places = frozenset(at for at, place in enumerate(kept) if place in below)
            rows.append(SheetRow([strokes[place] for place in kept], group, places))
    for _number, texts, strokes in table if listing else ():
        if any(_at(texts, place) for place in dropped):
            cells = [strokes[place] for place in sorted(dropped) if place < len(strokes)]
            rows.append(SheetRow(cells, _("Hidden columns")))
    return rows


def _hidden_columns(table, places, countries):
    """(the hidden columns that are left out, whether they list cities of their own, which then stand beside the list).

    What says something of the rows that are seen is read with them: a status, and the country if no other column
    names it.
    """
    cells = {place: [_at(texts, place) for _number, texts, _pieces in table] for place in places}
    naming = {place for place in places if any(map(countries.code, cells[place]))}
    seen = {text for _n, texts, _p in table for place, text in enumerate(texts) if place not in places}
    listing = bool(naming) and any(map(countries.code, seen))
    dropped = {place for place in places if not _is_status(cells[place])}
    return (dropped, True) if listing else (dropped - naming, False)


def _is_status(cells):
    filled = list(filter(None, cells))
    return any(cell in ALL.columns["status"] for cell in filled[:_HEADERS]) or any(
        cell in _TAKES_BACK for cell in filled
    )


def _at(texts, place):
    return texts[place] if place < len(texts) else ""


def _pieces(cell, text, struck):
    if getattr(cell, "font", None) is not None and cell.font.strike:
        return [Piece(text, True)]
    return struck.get(text, [Piece(text)])


def _text(value, written):
    value = written if value is None else value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if hasattr(value, "ref"):  # a formula for a range of cells
        value = getattr(value, "text", None) or "="
    return " ".join(str(value).split())
