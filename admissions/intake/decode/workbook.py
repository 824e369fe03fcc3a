"""Spreadsheets in XLSX: looked at from outside before they are opened, then read row by row."""

import io
import zipfile
from collections import Counter
from datetime import date, datetime
from itertools import islice, zip_longest

from django.utils.translation import gettext as _

from .hidden import hidden_in, visible
from .unreadable import MAX_LINES, Unreadable

_MOST_UNPACKED = 30_000_000  # bytes; 2,000 rows have less than one million
_MOST_RATIO = 150  # unpacked to packed; spreadsheets of much the same words reach about 30
_MOST_FILES = 500
_MOST_COLUMNS = 50
_MOST_ROWS = 100_000  # empty ones included: formatted to the bottom, a sheet has a million of them


def workbook_text(data):
    """The cells of all visible sheets, a row a line, cells separated by tabs; and the remarks on what was left out.

    What the sender does not see is not read: hidden sheets, rows and columns, also those that a filter hides. A
    formula is never run: its cell has the value that the spreadsheet stored when it was saved, or, without one,
    the text of the formula.
    """
    import openpyxl

    _look_inside(data)
    try:
        values, formulas = (
            openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False, data_only=data_only)
            for data_only in (True, False)
        )
        lines, left_out = [], Counter()
        for sheet, as_written in zip(values.worksheets, formulas.worksheets, strict=True):
            most = MAX_LINES + 1 - len(lines)
            if sheet.sheet_state == "visible":
                lines += _lines(sheet, as_written, most, left_out)
            elif _lines(sheet, as_written, 1, Counter()):
                left_out["hidden_sheets"] += 1
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 – a broken file fails in dozens of ways inside the library
        raise _broken() from None
    if +left_out and not lines:
        raise Unreadable(_("All that this spreadsheet holds is hidden. Show it, or copy the list and paste it."))
    return "\n".join(lines), dict(+left_out)


def _look_inside(data):
    """Refuse archives that are no workbook, or that unpack to far more than a list needs."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = archive.infolist()
            names = {file.filename for file in files}
            if "xl/workbook.xml" not in names:
                raise Unreadable(_("This is not a spreadsheet but another kind of file. Copy its text and paste it."))
            for file in files:
                if file.file_size > 1_000_000 and file.file_size > _MOST_RATIO * max(1, file.compress_size):
                    raise _bomb()
            if len(files) > _MOST_FILES or sum(file.file_size for file in files) > _MOST_UNPACKED:
                raise _bomb()
            for name in names:
                if name.endswith((".xml", ".rels")) and _defines_entities(archive.read(name)):
                    raise _bomb()
    # What the library lets through, depending on where an archive is damaged or how it is locked.
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise _broken() from None


def _defines_entities(xml):
    """Whether the file defines names that stand for more text; spreadsheets never do."""
    return b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"<\0!\0D\0O\0C\0T\0Y\0P\0E" in xml


def _bomb():
    return Unreadable(
        _("This spreadsheet unpacks to far more than a list of cities needs. Copy the list and paste it.")
    )


def _broken():
    return Unreadable(_("This spreadsheet is damaged or locked with a password. Save it again, or copy the list."))


def _lines(sheet, as_written, most, left_out):
    """Up to `most` lines of the visible rows that are not empty; what is hidden is counted in `left_out`."""
    with sheet.parent._archive.open(sheet._worksheet_path) as file:  # read-only sheets say nothing of their rows
        hidden = hidden_in(file, _MOST_ROWS, _MOST_COLUMNS)
    rows = zip_longest(*(each.iter_rows(max_col=_MOST_COLUMNS, values_only=True) for each in (sheet, as_written)))
    texts = (list(map(_text, row or (), formulas or ())) for row, formulas in islice(rows, _MOST_ROWS))
    filled = (_line(cells) for cells in visible(texts, hidden, left_out) if any(cells))
    return list(islice(filled, most))


def _line(cells):
    """The cells up to the last one that is filled; a tab says that a first one alone is a cell, too."""
    line = "\t".join(cells).rstrip("\t")
    return line if "\t" in line or len(cells) == 1 else f"{line}\t"


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
