"""What a record may lack: shown as marks in lists, offered as a filter, declared once."""

from dataclasses import dataclass

from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator

from records.admin.texts import LANGUAGES
from records.translation.models import TranslationState

LANGUAGE_NEEDED = {"fr": _("French"), "ar": _("Arabic")}
STALE = {"fr": _("French out of date"), "ar": _("Arabic out of date")}


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


def untranslated(model):
    """A gap for each language into which some text of the model is not translated, or in which it is out of date."""
    names = tuple(translator.get_options_for_model(model).fields)
    missing = [
        Untranslated(language, label, _has(model, language, "missing"), f"{names[0]}_{language}", texts=names)
        for language, label in LANGUAGE_NEEDED.items()
    ]
    return [*missing, *out_of_date(model)]


def unsourced(model):
    """The gap of records that name no source."""
    return Gap("source", _("source"), lacks_any(model, "sources"), "sources")


def out_of_date(model):
    """A gap for each language in which some text of the model is translated from an earlier one."""
    first = translator.get_options_for_model(model).fields[0]
    return [
        Gap(f"{language}_stale", label, _has(model, language, "stale"), f"{first}_{language}")
        for language, label in STALE.items()
    ]


def _has(model, language, state):
    kind = {"content_type__app_label": model._meta.app_label, "content_type__model": model._meta.model_name}
    key = Cast(OuterRef("pk"), CharField())
    return Exists(TranslationState.objects.filter(key=key, language=language, state=state, **kind))


def translations_of(model):
    """The columns that a translator writes: every translated text in every language but the first."""
    names = translator.get_options_for_model(model).fields
    return [f"{name}_{language}" for name in names for language in LANGUAGES[1:]]
