"""What a catalogue that comes back would change: every message of it is accounted for before anything is written."""

from dataclasses import dataclass

import polib
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from gnlc.workbench.exchange.comparing import check_has_text, check_target, fingerprint, from_file, sorted_by_outcome
from gnlc.workbench.exchange.language import understood
from gnlc.workbench.exchange.po import is_doubtful
from gnlc.workbench.faults import hidden_characters
from gnlc.workbench.interface.catalogue import LANGUAGES, catalogue, forms, number_of_forms, problems
from gnlc.workbench.interface.overrides import identity_of, with_overrides
from gnlc.workbench.models import MessageOverride


class MessageOutcome(models.TextChoices):
    """What becomes of a message of a file, in the order in which people look at it."""

    REFUSED = "refused", _("cannot be written")
    CHANGED = "changed", _("other translation")
    LEFT = "left", _("empty or doubtful in the file: what is here stays")
    SAME = "same", _("as it is here")


@dataclass(frozen=True)
class MessageChange:
    """A message of a file beside the one that is used here, and what becomes of it."""

    entry: polib.POEntry
    outcome: MessageOutcome
    here: list
    reason: str = ""

    @property
    def written(self):
        return forms(self.entry)


def language_of(file):
    """The language into which a catalogue is translated."""
    return understood(file.metadata.get("Language", ""))


def compared(file):
    """A `MessageChange` for each message of a catalogue; raises `UnreadableError` for another language."""
    language = language_of(file)
    check_target(language, LANGUAGES)
    messages = with_overrides(catalogue(language), language)
    here, expected = {identity_of(entry): entry for entry in messages}, number_of_forms(messages)
    changes, entries = [], [entry for entry in file if not entry.obsolete]
    check_has_text(entries)
    seen = set()
    for entry in entries:
        changes.append(_change(entry, here.get(identity_of(entry)), expected, is_double=identity_of(entry) in seen))
        seen.add(identity_of(entry))
    return sorted_by_outcome(changes)


def _change(entry, here, expected, *, is_double):
    if here is None or bool(here.msgid_plural) != bool(entry.msgid_plural):
        return MessageChange(
            entry, MessageOutcome.REFUSED, [], _("The interface has no such message, or has it no longer.")
        )
    if is_double:
        return MessageChange(entry, MessageOutcome.REFUSED, forms(here), _("The file has this text twice."))
    if forms(entry) == forms(here):
        return MessageChange(entry, MessageOutcome.SAME, forms(here))
    if is_doubtful(entry) or not all(forms(entry)):
        return MessageChange(entry, MessageOutcome.LEFT, forms(here))
    wrong = [str(each.label) for each in problems(entry, expected)]
    wrong += hidden_characters(entry.msgid + entry.msgid_plural, "".join(forms(entry)))
    if wrong:
        return MessageChange(entry, MessageOutcome.REFUSED, forms(here), " · ".join(wrong))
    return MessageChange(entry, MessageOutcome.CHANGED, forms(here))


def identity(changes):
    """Another one when anything is different on which the comparison rests."""
    return fingerprint([(identity_of(each.entry), each.outcome.value, each.here, each.written) for each in changes])


@transaction.atomic
def take_over(changes, *, language, file_name):
    """Keep the changed messages, all or nothing; returns how many."""
    original = {identity_of(entry): forms(entry) for entry in catalogue(language)}
    changed = [change for change in changes if change.outcome == MessageOutcome.CHANGED]
    with from_file(file_name):
        for change in changed:
            context, message = identity_of(change.entry)
            kept = MessageOverride.objects.filter(language=language, context=context, message=message).first()
            kept = kept or MessageOverride(language=language, context=context, message=message)
            kept.forms, kept.replaced = change.written, original[context, message]
            kept.save()
    return len(changed)
