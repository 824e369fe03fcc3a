"""Files that spreadsheets read, and the answer to a query string that no file can be made of."""

import csv
from numbers import Number

from django.http import HttpResponse, HttpResponseBadRequest

FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
    """A text that no spreadsheet takes for a formula."""
    text = str(text)
    return f"'{text}" if text.startswith(FORMULA) else text


def refusal(form):
    """The answer 400 with the sentences of a form: half a file would be taken for the whole."""
    sentences = [sentence for found in form.errors.values() for sentence in found]
    return HttpResponseBadRequest(" ".join(sentences), content_type="text/plain; charset=utf-8")
