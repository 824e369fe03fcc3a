"""Messages of the interface that translators changed here: kept, compiled, handed back."""

import hashlib
from dataclasses import dataclass

import polib
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from gnlc.workbench.exchange.language import understood
from gnlc.workbench.exchange.po import is_doubtful
from gnlc.workbench.exchange.unit import UnreadableError
from gnlc.workbench.faults import hidden_characters
from gnlc.workbench.interface.catalogue import LANGUAGES, catalogue, forms, number_of_forms, problems
from gnlc.workbench.models import MessageOverride
from records.history.attribution import attributed


class Outcome(models.TextChoices):
    """What becomes of a message of a file, in the order in which people look at it."""

    REFUSED = "refused", _("cannot be written")
    CHANGED = "changed", _("other translation")
    LEFT = "left", _("empty or doubtful in the file: what is here stays")
    SAME = "same", _("as it is here")


@dataclass(frozen=True)
class Change:
    """A message of a file beside the one that is used here, and what becomes of it."""

    entry: polib.POEntry
    outcome: Outcome
    here: list
    reason: str = ""

    @property
    def written(self):
        return forms(self.entry)


def place(entry):
    return entry.msgctxt or "", entry.msgid


def with_overrides(messages, language):
    """The catalogue with what translators changed here in it."""
    overrides = {(each.context, each.message): each for each in MessageOverride.objects.filter(language=language)}
    for entry in messages:
        kept = overrides.get(place(entry))
        if kept:
            _write(entry, kept.forms)
    return messages


def _write(entry, written):
    if entry.msgid_plural:
        entry.msgstr_plural = dict(enumerate(written))
    else:
        entry.msgstr = written[0]
    if entry.fuzzy:
        entry.flags.remove("fuzzy")


def language_of(file):
    """The language into which a catalogue is translated."""
    return understood(file.metadata.get("Language", ""))


def plan(file):
    """A `Change` for each message of a catalogue that came back. Raises `UnreadableError` for another language."""
    language = language_of(file)
    if not language:
        raise UnreadableError(_("The file does not say into which language of the registry it is translated."))
    if language not in LANGUAGES:
        sentence = _("The file does not say into which language of the registry it is translated: “%(tag)s” is none.")
        raise UnreadableError(sentence % {"tag": language})
    messages = with_overrides(catalogue(language), language)
    here, expected = {place(entry): entry for entry in messages}, number_of_forms(messages)
    changes, entries = [], [entry for entry in file if not entry.obsolete]
    if not entries:
        raise UnreadableError(_("There is no text in this file."))
    places = set()
    for entry in entries:
        changes.append(_change(entry, here.get(place(entry)), expected, is_double=place(entry) in places))
        places.add(place(entry))
    order = list(Outcome)
    return sorted(changes, key=lambda change: order.index(change.outcome))


def _change(entry, here, expected, *, is_double):
    if here is None or bool(here.msgid_plural) != bool(entry.msgid_plural):
        return Change(entry, Outcome.REFUSED, [], _("The interface has no such message, or has it no longer."))
    if is_double:
        return Change(entry, Outcome.REFUSED, forms(here), _("The file has this text twice."))
    if forms(entry) == forms(here):
        return Change(entry, Outcome.SAME, forms(here))
    if is_doubtful(entry) or not all(forms(entry)):
        return Change(entry, Outcome.LEFT, forms(here))
    wrong = [str(each.label) for each in problems(entry, expected)]
    wrong += hidden_characters(entry.msgid + entry.msgid_plural, "".join(forms(entry)))
    if wrong:
        return Change(entry, Outcome.REFUSED, forms(here), " · ".join(wrong))
    return Change(entry, Outcome.CHANGED, forms(here))


def signature(changes):
    """Changes when anything changes about which the plan decided."""
    told = [(place(each.entry), each.outcome.value, each.here, each.written) for each in changes]
    return hashlib.sha256(repr(told).encode()).hexdigest()


@transaction.atomic
def apply(changes, *, language, file_name):
    """Keep the changed messages, all or nothing; returns how many."""
    original = {place(entry): forms(entry) for entry in catalogue(language)}
    changed = [change for change in changes if change.outcome == Outcome.CHANGED]
    with attributed(reason=gettext_noop("From the file %(file)s"), file=file_name):
        for change in changed:
            context, message = place(change.entry)
            kept = MessageOverride.objects.filter(language=language, context=context, message=message).first()
            kept = kept or MessageOverride(language=language, context=context, message=message)
            kept.forms, kept.replaced = change.written, original[context, message]
            kept.save()
    return len(changed)


def settle(language):
    """Let go what the catalogue itself says by now, as it does when it was handed back; returns how many."""
    original = {place(entry): forms(entry) for entry in catalogue(language) if not entry.fuzzy}
    overrides = MessageOverride.objects.filter(language=language)
    settled = [each for each in overrides if original.get((each.context, each.message)) == each.forms]
    for kept in settled:
        kept.delete()
    return len(settled)
