"""What every file that comes back has in common: it is compared as a whole, shown, and then taken over or not.

A change of it has an `outcome`, one of a class of choices in the order in which people look at them.
"""

import hashlib

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from gnlc.workbench.exchange.unit import UnreadableError
from records.history.attribution import attributed


def check_target(language, languages):
    """Raise `UnreadableError` unless a file is translated into one of these languages; "" where it does not say."""
    if not language:
        raise UnreadableError(_("The file does not say into which language of the registry it is translated."))
    if language not in languages:
        sentence = _("The file does not say into which language of the registry it is translated: “%(tag)s” is none.")
        raise UnreadableError(sentence % {"tag": language})


def check_has_text(parts):
    """Raise `UnreadableError` if a file has none."""
    if not parts:
        raise UnreadableError(_("There is no text in this file."))


def sorted_by_outcome(changes):
    """The changes in the order in which people look at them; those of one outcome as they were."""
    return sorted(changes, key=lambda change: list(type(change.outcome)).index(change.outcome))


def fingerprint(facts):
    """What identifies a comparison: another one where anything is different that it rests on, given as a list."""
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def from_file(name):
    """Changes made meanwhile came with the file of this name."""
    return attributed(reason=gettext_noop("From the file %(file)s"), file=name)
