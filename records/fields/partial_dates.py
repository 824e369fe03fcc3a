"""Dates of which only the year or the month is known."""

from calendar import monthrange
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.l10n import day_in_words, month_in_words


class DatePrecision(models.TextChoices):
    """How much of a date a source states."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


def read_partial_date(text):
    """The first day and the precision of `2022`, `2022-09` or `2022-09-02`. Raises ValueError for anything else.

    >>> read_partial_date("2022-09")
    (datetime.date(2022, 9, 1), 'month')
    """
    precision = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}.get(len(text))
    if precision is None:
        raise ValueError(text)
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if precision != DatePrecision.DAY else text), precision


def last_day(day, precision):
    """The last day that a date may mean that is known to the year or the month only."""
    if precision == DatePrecision.YEAR:
        return date(day.year, 12, 31)
    if precision == DatePrecision.MONTH:
        return date(day.year, day.month, monthrange(day.year, day.month)[1])
    return day


def partial_date(day, precision):
    """The date in words of the active language, no more exact than it is known; empty without a date."""
    if day is None:
        return ""
    if precision == DatePrecision.YEAR:
        return str(day.year)
    return month_in_words(day) if precision == DatePrecision.MONTH else day_in_words(day)
