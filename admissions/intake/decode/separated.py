"""Rows whose cells a sign separates (CSV, RFC 4180): which sign that is, and the rows as lines with tabs."""

import csv
import io
import re
from collections import Counter

from .unreadable import too_long

_SEPARATORS = ";\t,|"
_LOOKED_AT = 200  # rows
# The first line by which a spreadsheet is told the separator; saved once more, it has empty cells behind it.
_SAYS_SEPARATOR = re.compile(r"""\ufeff?[ "']*sep=([^\w\s"']|\t)?[ "']*[;,|\t ]*(?:\r\n|\r|\n|$)""", re.IGNORECASE)


def rows_as_lines(text, is_table):
    """The rows with tabs between their cells; a text that is no table as it is.

    A first line `sep=;` is no row, and makes any text a table. Else the separator is the sign that, outside quotes,
    makes as many cells of most rows.
    """
    said = _SAYS_SEPARATOR.match(text)
    if said:
        text = text[said.end() :]
    separator = (said and said[1]) or ((is_table or said) and _separator(text))
    if not separator:
        return text
    return "\n".join("\t".join(re.sub(r"[\t\r\n]+", " ", cell) for cell in row) for row in _rows(text, separator))


def _separator(text):
    """The sign that separates as many cells in most rows, or "" if none does."""
    shares = {separator: _share_of_usual(text, separator) for separator in _SEPARATORS}
    best = max(shares, key=shares.get)
    return best if shares[best] > 0.5 else ""


def _share_of_usual(text, separator):
    """How many of the rows have the usual number of cells, from 0 to 1; 0 if that is one cell."""
    widths = [len(row) for row in _rows(text, separator, _LOOKED_AT) if any(cell.strip() for cell in row)]
    usual, rows = Counter(widths).most_common(1)[0] if widths else (1, 0)
    return rows / len(widths) if usual > 1 else 0


def _rows(text, separator, most=None):
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return [row for _number, row in zip(range(most), rows, strict=False)] if most else list(rows)
    except csv.Error:  # a cell of more than 128 kB
        raise too_long() from None
