"""What in a translation is worth a second look: sentences, never an obstacle."""

import re
import unicodedata
from collections import Counter

from django.utils.translation import gettext as _

from gnlc.workbench.faults import ARABIC, LINK, grave_faults, lost_or_added
from gnlc.workbench.glossary import terms_in
from records.search.folding import fold

# A number as it is written: thousands and decimals are parted otherwise in each language.
NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,\u066b]\d+)?|\d+(?:[.,\u066b\u066c]\d+)*")
PAIRS = [("«", "»"), ("“", "”"), ("(", ")"), ("[", "]")]
LONG = 40
MUCH_LONGER = 1.6


def warnings(source, target, language, *, source_language="en", is_same=False, is_title=False, entries=()):
    """A sentence for each thing in the translation that looks wrong; none for an empty one."""
    if not target.strip():
        return []
    found = [
        *grave_faults(source, target, language),
        *lost_or_added(LINK, source, target),
        *_strange_letters(source, target, language),
        *_copy(source, target, is_same),
        *_spaces(target),
        *_digits(source, target),
        *_quotes(target),
        *_length(source, target, is_title),
    ]
    return found if is_same else [*found, *_terms(source, target, source_language, language, entries)]


def _strange_letters(source, target, language):
    if language != "ar" and ARABIC.search(target) and not ARABIC.search(source):
        return [_("There are Arabic letters in it.")]
    return []


def _copy(source, target, is_same):
    if is_same or not fold(source) or fold(source) != fold(target):
        return []
    return [_("It reads as the source does: if that is right, say that it is the same in this language.")]


def _spaces(target):
    double = re.search(r"[ \u00a0]{2}", target)
    sentences = [_("There are two spaces in a row.")] if double else []
    return [*sentences, _("It begins or ends with a space.")] if target != target.strip() else sentences


def _digits(source, target):
    eastern = sorted({character for character in target if character.isdecimal() and not character.isascii()})
    sentences = [_("The registry writes digits as 0123456789: %(digits)s") % {"digits": " ".join(eastern)}]
    return [*(sentences if eastern else []), *_numbers(_western(source), _western(target))]


def _numbers(source, target):
    """What differs in the digits of both, told by the numbers in which they stand."""
    before, after = (Counter(re.findall(r"[0-9]+", text)) for text in (source, target))
    gone, come = (_written(text, digits) for text, digits in ((source, before - after), (target, after - before)))
    facts = {"source": " · ".join(gone), "here": " · ".join(come)}
    if gone and come:
        return [_("Look at the numbers: %(source)s in the source, %(here)s here") % facts]
    if gone:
        return [_("Look at the numbers: %(source)s only in the source") % facts]
    return [_("Look at the numbers: %(here)s only here") % facts] if come else []


def _written(text, digits):
    """The numbers of a text that hold any of these digits, each once."""
    found = (number for number in NUMBER.findall(text) if digits.keys() & set(re.findall(r"[0-9]+", number)))
    return list(dict.fromkeys(found))


def _western(text):
    return "".join(str(unicodedata.decimal(character, character)) for character in text)


def _quotes(target):
    uneven = [f"{left} {right}" for left, right in PAIRS if target.count(left) != target.count(right)]
    uneven += ['"'] if target.count('"') % 2 else []
    return [_("Not each of these has its other half: %(marks)s") % {"marks": mark} for mark in uneven]


def _length(source, target, is_title):
    if is_title and len(target) > max(LONG, MUCH_LONGER * len(source)):
        return [_("It is much longer than the source, and stands where there is little room.")]
    return []


def _terms(source, target, source_language, language, entries):
    return [
        _("The glossary says “%(term)s” for “%(source)s”.")
        % {"term": entry.term(language), "source": entry.term(source_language)}
        for entry in terms_in(source, source_language, entries)
        if not entry.occurs_in(target, language)
    ]
