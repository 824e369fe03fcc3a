"""The numbers of a chart as a file that spreadsheets read."""

import csv

from django.http import HttpResponse, HttpResponseBadRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(chart, day, *records):
    """An answer with the numbers of a chart: CSV in UTF-8, with a mark at its beginning by which spreadsheets know.

    Its name says of what it is (`records`: codes or addresses of countries or cohorts), of which day, and in which
    language. Rows that have a code carry it in a column of its own, so that files in three languages can be joined.
    """
    name = "-".join(["gnlc", *records, chart.name, day.isoformat(), get_language()])
    has_codes = any(row.code for row in chart.rows)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Robots-Tag"] = "noindex"
    writer = csv.writer(response)
    heads = [chart.head, *([_("Code")] if has_codes else []), *(series.label for series in chart.series)]
    writer.writerow([harmless(text) for text in heads])
    for row in chart.rows:
        labels = [row.key or row.label, *([row.code] if has_codes else [])]
        writer.writerow([*map(harmless, labels), *("" if n is None else n for n in row.numbers)])
    return response


def refused(form):
    """An answer without numbers that says what is wrong with what was asked."""
    sentences = [sentence for found in form.errors.values() for sentence in found]
    return HttpResponseBadRequest(" ".join(sentences), content_type="text/plain; charset=utf-8")


def harmless(text):
    """A text that no spreadsheet takes for a formula."""
    text = str(text)
    return f"'{text}" if text.startswith(FORMULA) else text
