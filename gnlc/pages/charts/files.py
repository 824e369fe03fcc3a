"""The numbers of a chart as a file that spreadsheets read."""

from cities.files import csv_file


def as_csv(chart):
    """An answer with the numbers of a chart."""
    head = (chart.head, *(series.label for series in chart.series))
    return csv_file(chart.name, [head, *((row.key or row.label, *row.numbers) for row in chart.rows)])
