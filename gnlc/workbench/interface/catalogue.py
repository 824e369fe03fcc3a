"""The catalogues in `locale/`, and what is wrong in them."""

import re
from pathlib import Path

import polib
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

SOURCE, *LANGUAGES = [code for code, name in settings.LANGUAGES]
# Any other sign of these would break a sentence that is filled in, or the page on which it stands.
PLACEHOLDER = re.compile(r"""%\(\w+\)[sd]|%[sd%]|</?\w+[^<>]*>|[%<>"]""")
# A form of one or two says these numbers in words.
NUMBERS = {"%(number)d", "%(number)s", "%(recorded)s", "%(announced)s", "%(countries)s"}


class Problem(models.TextChoices):
    """What may be wrong with a message."""

    MISSING = "missing", _("not translated")
    FUZZY = "fuzzy", _("doubtful")
    PLURAL = "plural", _("wrong number of forms")
    PLACEHOLDERS = "placeholders", _("wrong placeholders")


def path_of(language):
    return Path(settings.LOCALE_PATHS[0], language, "LC_MESSAGES", "django.po")


def catalogue(language):
    """The messages of the interface in a language, as polib has them."""
    return polib.pofile(str(path_of(language)), wrapwidth=0)


def forms(entry):
    """The translations of a message: one, or of a counted message all its forms."""
    return [entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)] if entry.msgid_plural else [entry.msgstr]


def number_of_forms(messages):
    """How many forms a counted message has, by the head of a catalogue."""
    found = re.search(r"nplurals\s*=\s*(\d+)", messages.metadata.get("Plural-Forms", ""))
    return int(found[1]) if found else 2


def problems(entry, expected):
    """The `Problem`s of a message, whose counted forms are to be as many as `expected`."""
    written = forms(entry)
    found = [] if all(written) else [Problem.MISSING]
    if entry.fuzzy:
        found.append(Problem.FUZZY)
    if entry.msgid_plural and len(written) != expected:
        found.append(Problem.PLURAL)
    if any(not _keeps_placeholders(entry, form) for form in written if form):
        found.append(Problem.PLACEHOLDERS)
    return found


def _keeps_placeholders(entry, form):
    asked, found = (sorted(PLACEHOLDER.findall(text)) for text in (entry.msgid_plural or entry.msgid, form))
    if found == asked:
        return True
    lost = set(asked) - set(found) - (NUMBERS if entry.msgid_plural else set())
    return not lost and set(found) <= set(asked) and len(found) <= len(asked)


def report(messages):
    """Pairs of a message and its problems, of those that have any."""
    expected = number_of_forms(messages)
    found = [(entry, problems(entry, expected)) for entry in messages if not entry.obsolete]
    return [(entry, wrong) for entry, wrong in found if wrong]
