"""What a record may lack: shown as marks in lists, offered as a filter, declared once."""

from dataclasses import dataclass

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator

from cities.back_office.texts import LANGUAGES, in_each_language

LANGUAGE_NEEDED = {"fr": _("French"), "ar": _("Arabic")}


@dataclass(frozen=True)
class Gap:
    """Something that is missing where `condition` is true; `marked` if lists shall show it too.

    `field` is the field of the record's form in which it is mended; without one, it has the name of the gap.
    """

    name: str
    label: str
    condition: Q | Exists
    field: str = ""
    marked: bool = True

    @property
    def column(self):
        return f"lacks_{self.name}"

    def as_column(self):
        return ExpressionWrapper(self.condition, output_field=BooleanField())

    def field_in(self, record):
        """The name of the field in which this record is to be mended."""
        return self.field or self.name


@dataclass(frozen=True)
class Untranslated(Gap):
    """One of several texts, `texts`, is not there in the language that is the gap's name."""

    texts: tuple = ()

    def field_in(self, record):
        columns = {f"{text}_{self.name}": record.localized(text).text for text in self.texts}
        lacking = (column for column, written in columns.items() if written and not getattr(record, column))
        return next(lacking, self.field)


def lacks(name):
    """The text is empty, or was never written."""
    return Q(**{name: ""}) | Q(**{name: None})


def lacks_any(model, relation):
    """None of the records of a many-to-many relation is named, as in `lacks_any(Admission, "sources")`."""
    field = model._meta.get_field(relation)
    return ~Exists(field.remote_field.through.objects.filter(**{field.m2m_field_name(): OuterRef("pk")}))


def untranslated(model, *names):
    """A gap for each language into which an existing text of the model has not been translated."""
    names = names or tuple(translator.get_options_for_model(model).fields)
    return [
        Untranslated(language, label, _any_untranslated(names, language), f"{names[0]}_{language}", texts=names)
        for language, label in LANGUAGE_NEEDED.items()
    ]


def unsourced(model):
    """The gap of records that name no source."""
    return Gap("source", _("source"), lacks_any(model, "sources"), "sources")


def _any_untranslated(names, language):
    missing = Q(pk__in=[])
    for name in names:
        written = Q(*(Q(**{f"{column}__gt": ""}) for column in in_each_language(name)), _connector=Q.OR)
        missing |= written & lacks(f"{name}_{language}")
    return missing


def translations_of(model):
    """The columns that a translator writes: every translated text in every language but the first."""
    names = translator.get_options_for_model(model).fields
    return [f"{name}_{language}" for name in names for language in LANGUAGES[1:]]
