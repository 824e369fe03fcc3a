"""The numbers of a chart as a file that spreadsheets read."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from admissions.models import Qualifier
from records.output.csv_response import csv_file


def as_csv(chart, day, *records):
    """An answer with the numbers of a chart.

    Its name says of what it is (`records`: codes or addresses of countries or cohorts), of which day, and in which
    language. Rows that have a code carry it in a column of its own, so that files in three languages can be joined;
    so do numbers the word that their source puts before them.
    """
    name = "-".join(["gnlc", *records, chart.name, day.isoformat(), get_language()])
    has_codes = any(row.code for row in chart.rows)
    qualified = sorted({place for row in chart.rows for place in row.qualifiers})
    head = (
        chart.head,
        *([_("Code")] if has_codes else []),
        *(series.label for series in chart.series),
        *(_("%(numbers)s: word before the number") % {"numbers": chart.series[place].label} for place in qualified),
    )
    rows = [
        (
            row.key or row.label,
            *([row.code] if has_codes else []),
            *row.numbers,
            *(Qualifier(word).label if (word := row.qualifiers.get(place)) else "" for place in qualified),
        )
        for row in chart.rows
    ]
    return csv_file(name, [head, *rows])
