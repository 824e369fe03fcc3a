"""The numbers of a chart as a file that spreadsheets read."""

import csv

from django.http import HttpResponse

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(chart):
    """An answer with the numbers of a chart: CSV in UTF-8, with a mark at its beginning by which spreadsheets know."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{chart.name}.csv"'
    response["X-Robots-Tag"] = "noindex"
    writer = csv.writer(response)
    writer.writerow([harmless(text) for text in (chart.head, *(series.label for series in chart.series))])
    for row in chart.rows:
        writer.writerow([harmless(row.key or row.label), *("" if n is None else n for n in row.numbers)])
    return response


def harmless(text):
    """A text that no spreadsheet takes for a formula."""
    text = str(text)
    return f"'{text}" if text.startswith(FORMULA) else text
