"""Texts as the pages of the workbench show them: source and translation side by side."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import CharField
from django.urls import reverse
from django.utils.text import capfirst

from gnlc.workbench.checks import warnings
from gnlc.workbench.difference import difference
from gnlc.workbench.faults import grave_faults
from gnlc.workbench.selection import may_write
from records.l10n import direction
from records.models import TranslationState
from records.translation.states import LANGUAGES, digest, plain, source_of

State = TranslationState.State


@dataclass(frozen=True)
class Written:
    """A text with its language and direction of writing."""

    text: str
    language: str

    @property
    def direction(self):
        return direction(self.language)


@dataclass(frozen=True)
class ShownText:
    """A translation with its record, for somebody who may or may not write it."""

    state: TranslationState
    record: object
    may_write: bool

    @property
    def pk(self):
        return self.state.pk

    @property
    def model(self):
        return type(self.record)

    @property
    def kind(self):
        return capfirst(self.model._meta.verbose_name)

    @property
    def label(self):
        """What the form calls the text, without its language."""
        return capfirst(self.column.translated_field.verbose_name)

    @property
    def column(self):
        return self.model._meta.get_field(self.state.column)

    @property
    def is_title(self):
        """Whether the text stands where there is little room, on one line."""
        return isinstance(self.column, CharField)

    @cached_property
    def source(self):
        return Written(source_of(self.record, self.state.field)[1], self.state.source_language)

    @cached_property
    def target(self):
        return Written(plain(getattr(self.record, self.state.column)), self.state.language)

    @property
    def others(self):
        """The text in the languages that are neither side, where it is written."""
        rest = [code for code in LANGUAGES if code not in (self.state.language, self.state.source_language)]
        found = [Written(plain(getattr(self.record, f"{self.state.field}_{code}")), code) for code in rest]
        return [written for written in found if written.text]

    @property
    def seen(self):
        """What both texts are when a page shows them."""
        return digest(self.source.text) + digest(self.target.text)

    @property
    def photo(self):
        """The photo that the text describes; None where it describes none."""
        described = self.state.field.removesuffix("_alt")
        return getattr(self.record, described) if described != self.state.field else None

    @property
    def difference(self):
        """What changed in the source since the translation was made; [] where nothing did."""
        seen = self.state.source_seen
        return difference(seen, self.source.text) if seen and seen != self.source.text else []

    @property
    def can_be_confirmed(self):
        return self.may_write and self.state.state in (State.STALE, State.TO_CHECK)

    @property
    def record_page(self):
        """The address of the record's own page in the back office."""
        options = self.model._meta
        return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[self.record.pk])

    def faults(self, text):
        """The grave faults that a text would have as this translation."""
        is_decided = self.state.is_same and text == self.target.text
        return [] if is_decided else grave_faults(self.source.text, text, self.state.language)

    def warnings(self, entries):
        facts = {"source_language": self.source.language, "is_same": self.state.is_same, "is_title": self.is_title}
        return warnings(self.source.text, self.target.text, self.state.language, entries=entries, **facts)


def shown_texts(states, user):
    """Each of the states with its record: one query for each kind of record however many there are."""
    keys = {}
    for state in states:
        keys.setdefault(state.content_type.model_class(), set()).add(state.key)
    records = {model: _by_key(model, some) for model, some in keys.items()}
    found = []
    for state in states:
        model = state.content_type.model_class()
        record = records[model].get(state.key)
        if record:
            found.append(ShownText(state, record, may_write(user, model, state.language)))
    return found


def _by_key(model, keys):
    related = [name for name in ("city", "cohort", "country") if name in {each.name for each in model._meta.fields}]
    records = model._base_manager.select_related(*related or [None]).filter(pk__in=keys)
    return {str(record.pk): record for record in records}
