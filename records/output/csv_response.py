"""Files that spreadsheets read, and the answer to a query string that no file can be made of."""

import csv
import re
from numbers import Number

from django.http import HttpResponse, HttpResponseBadRequest

# Where a spreadsheet may begin a cell: at the beginning, behind a line end, behind what it takes for a separator in
# some language, and behind a quote; spaces and what nobody sees do not count (OWASP, CSV Injection).
_FORMULA = re.compile(
    r"""(\A|[;,|；，؛،\t\n\r\v\f\x85\u2028\u2029"])([\s"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u061c\u180e\u3164\ufeff]*)"""
    "(?=[=+@＝＋－＠﹢﹣﹦﹫−-])"
)
_NUMBER = re.compile(r"""[+-][0-9]+(?:[.,][0-9]+)?\s*(?:[;,|\n\r"]|\Z)""")
_LINE_END = re.compile(r"([\n\r\v\f\x85\u2028\u2029]+)")


def csv_file(name, rows):
    """An answer with rows of cells as `name`.csv, in UTF-8, with a mark at its beginning by which spreadsheets know.

    Numbers are written as they are, None as nothing, and everything else as a text that no spreadsheet obeys.
    """
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Robots-Tag"] = "noindex"
    writer = csv.writer(response)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return response


def _cell(cell):
    return cell if cell is None or isinstance(cell, Number) else harmless(cell)


def harmless(text):
    """A text that no spreadsheet takes for a formula, as a whole or in a part that it makes a cell of its own.

    An apostrophe stands before what would be one; a number behind a separator, as in "Fez, -5", is none.
    """
    text = str(text)
    return _FORMULA.sub(lambda found: found[0] if _is_number(found) else _as_text(found), text)


def _is_number(found):
    return bool(found[1]) and bool(_NUMBER.match(found.string, found.end()))


def _as_text(found):
    return found[1] + "'" + _LINE_END.sub(r"\1'", found[2])


def refusal(form):
    """The answer 400 with the sentences of a form: half a file would be taken for the whole."""
    sentences = [sentence for found in form.errors.values() for sentence in found]
    return HttpResponseBadRequest(" ".join(sentences), content_type="text/plain; charset=utf-8")
