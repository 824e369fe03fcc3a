"""The numbers of a chart as a file that spreadsheets read."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cities.files import csv_file


def as_csv(chart, day, *records):
    """An answer with the numbers of a chart.

    Its name says of what it is (`records`: codes or addresses of countries or cohorts), of which day, and in which
    language. Rows that have a code carry it in a column of its own, so that files in three languages can be joined.
    """
    name = "-".join(["gnlc", *records, chart.name, day.isoformat(), get_language()])
    has_codes = any(row.code for row in chart.rows)
    head = (chart.head, *([_("Code")] if has_codes else []), *(series.label for series in chart.series))
    rows = [(row.key or row.label, *([row.code] if has_codes else []), *row.numbers) for row in chart.rows]
    return csv_file(name, [head, *rows])
