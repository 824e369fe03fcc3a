"""Words and rows that several charts share."""

from django.utils.translation import gettext as _

from cities.models import Country
from gnlc.charts import Row, Series


def recorded(label=None):
    """The series of what is counted in this registry."""
    return Series(label or _("Members recorded here"), "recorded")


def undated():
    """The series of those of them of whom no source says when they were admitted."""
    return Series(_("Of them, date of admission unknown"), "shown")


def rows_of(choices, *counts, style=""):
    """A row for each choice, [(value, label)], and one for what is not stated, where that is counted.

    `counts` are {value: number}, one for each series.
    """
    choices = [*choices, ("", _("not stated"))] if any(numbers.get("") for numbers in counts) else choices
    return tuple(
        Row(str(label), tuple(numbers.get(value, 0) for numbers in counts), style=style, code=value)
        for value, label in choices
    )


def largest_first(rows):
    """In the order of their first numbers; those that are equal stay as they were."""
    return tuple(sorted(rows, key=lambda row: -row.numbers[0]))


def rows_of_countries(numbers, own=None):
    """A row for each country of {code: numbers}, by name; that of the code `own` stands out. One query."""
    return tuple(
        row_of_country(country, numbers[country.code], style="own" if country.code == own else "")
        for country in Country.objects.filter(pk__in=numbers).sorted_by_name()
    )


def row_of_cohort(cohort, numbers, style=""):
    return Row(cohort.years, tuple(numbers), address=cohort.get_absolute_url(), style=style, code=cohort.slug)


def row_of_country(country, numbers, style=""):
    name = country.localized("name")
    return Row(name.text, tuple(numbers), name.language, country.get_absolute_url(), style=style, code=country.code)
