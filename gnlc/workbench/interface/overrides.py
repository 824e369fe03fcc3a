"""Messages of the interface that translators changed here: kept, and let go once the catalogue says the same."""

from gnlc.workbench.interface.catalogue import catalogue, forms
from gnlc.workbench.models import MessageOverride


def identity_of(entry):
    """What tells a message from all others: its context and its text."""
    return entry.msgctxt or "", entry.msgid


def with_overrides(messages, language):
    """The catalogue with what translators changed here in it."""
    overrides = {(each.context, each.message): each for each in MessageOverride.objects.filter(language=language)}
    for entry in messages:
        kept = overrides.get(identity_of(entry))
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


def settle(language):
    """Let go what the catalogue itself says by now, as it does when it was handed back; returns how many."""
    original = {identity_of(entry): forms(entry) for entry in catalogue(language) if not entry.fuzzy}
    overrides = MessageOverride.objects.filter(language=language)
    settled = [each for each in overrides if original.get((each.context, each.message)) == each.forms]
    for kept in settled:
        kept.delete()
    return len(settled)
