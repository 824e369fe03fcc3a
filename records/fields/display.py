"""Values of fields as a person reads them: choices by their labels, other records by their names, dates in words."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from django.template.defaultfilters import yesno
from django.utils.formats import date_format, localize
from django.utils.text import Truncator, capfirst
from django.utils.timezone import is_naive, localtime, make_aware

from records.l10n import direction, label_in_language

NOTHING = "–"
LONG = 160


@dataclass(frozen=True)
class ValueInWords:
    """A value of a field as it is read: its text, with the language it is in where that is known."""

    text: str
    language: str = ""
    direction: str = "auto"

    @property
    def beginning(self):
        """Of a long text; "" if it is short enough to be read at a glance."""
        return Truncator(self.text).chars(LONG) if len(self.text) > LONG else ""


class Names:
    """What other records are called, asked once for each kind of record however many are named.

    `wanted` are pairs of a model and a key.
    """

    def __init__(self, wanted):
        keys = {}
        for model, key in wanted:
            keys.setdefault(model, set()).add(key)
        self.known = {model: model._base_manager.in_bulk(some) for model, some in keys.items()}

    def __call__(self, model, key):
        """The name; the key in brackets where the record is gone."""
        record = self.known[model].get(key)
        return str(record) if record else f"({key})"


def label(field):
    """What the form calls a field: a text in one language is named with its language."""
    language = getattr(field, "language", "")
    if language:
        return label_in_language(field.translated_field.verbose_name, language)
    return str(capfirst(field.verbose_name))


def related_keys(field, value):
    """The pairs of a model and a key that have to be named to say this value."""
    if not field.is_relation or value in (None, ""):
        return []
    return [(field.related_model, key) for key in (value if isinstance(value, list) else [value])]


def typed(field, value):
    """A value as the field has it, whether it was kept as JSON or given in a form; an empty text is nothing."""
    if value in (None, ""):
        return None
    value = field.to_python(value)
    if isinstance(value, Decimal):
        return round(value, field.decimal_places)
    return make_aware(value, UTC) if isinstance(value, datetime) and is_naive(value) else value


def in_words(field, value, names):
    """The value of a field, which may be as JSON keeps it."""
    if field.is_relation:
        return ValueInWords(" · ".join(names(model, key) for model, key in related_keys(field, value)) or NOTHING)
    value = typed(field, value)
    if value is None:
        return ValueInWords(NOTHING)
    if field.flatchoices:
        return ValueInWords(str(dict(field.flatchoices).get(value, value)))
    if isinstance(value, bool):
        return ValueInWords(capfirst(yesno(value)))
    if isinstance(value, datetime):
        return ValueInWords(date_format(localtime(value), "DATETIME_FORMAT"))
    if isinstance(value, date):
        return ValueInWords(date_format(value, "DATE_FORMAT"))
    if isinstance(value, Decimal):
        return ValueInWords(localize(Decimal(f"{value.normalize():f}")))
    if isinstance(value, int | float):
        return ValueInWords(localize(value))
    language = getattr(field, "language", "")
    return ValueInWords(str(value), language, direction(language) if language else "auto")
