"""Filters that any list may have, by the query string that pages and files share."""

import re

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from records.as_of import DayField

UNKNOWN = "unknown"


class KnownField(forms.MultipleChoiceField):
    """Values out of choices that the database is asked for once, however many values there are."""

    def to_python(self, value):
        if value:
            self.choices = list(self.choices)
        return list(dict.fromkeys(super().to_python(value)))


class YearsField(forms.MultipleChoiceField):
    """Years of this century, or the word for an unknown one. A year without admissions is a good question too."""

    def to_python(self, value):
        return list(dict.fromkeys(super().to_python(value)))

    def valid_value(self, value):
        return value == UNKNOWN or re.fullmatch(r"20[0-9]{2}", value)


class KnownFilter(django_filters.MultipleChoiceFilter):
    field_class = KnownField


class DayFilter(django_filters.DateFilter):
    field_class = DayField


class YearsFilter(django_filters.MultipleChoiceFilter):
    field_class = YearsField


class WordsFilter(django_filters.CharFilter):
    """Records with some words, by their question `mentioning`."""

    def __init__(self, **options):
        super().__init__(
            label=_("Words"),
            max_length=100,
            error_messages={"max_length": _("This is too long: search with at most %(limit_value)d letters.")},
            **options,
        )

    def filter(self, records, text):
        return records.mentioning(text) if text else records
