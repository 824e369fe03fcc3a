"""What in a translation is worth a second look: sentences, never an obstacle."""

import re
import unicodedata
from collections import Counter

from django.utils.translation import gettext as _

from cities.names import fold
from gnlc.workbench.glossary import terms_in

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+[^>]*>")
LINK = re.compile(r"https?://[^\s<>\"»”]+|\b[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)#\w+")
ARABIC = re.compile(r"[\u0600-\u06ff]")
PAIRS = [("«", "»"), ("“", "”"), ("(", ")"), ("[", "]")]
LONG = 40
MUCH_LONGER = 1.6


def warnings(source, target, language, *, source_language="en", is_same=False, is_title=False, entries=()):
    """A sentence for each thing in the translation that looks wrong; none for an empty one."""
    if not target.strip():
        return []
    found = [
        *_lost_or_added(source, target),
        *_script(source, target, language),
        *_copy(source, target, is_same),
        *_spaces(target),
        *_digits(source, target),
        *_quotes(target),
        *_length(source, target, is_title),
    ]
    return found if is_same else [*found, *_terms(source, target, source_language, language, entries)]


def _lost_or_added(source, target):
    sentences = []
    for pattern in (PLACEHOLDER, LINK):
        before, after = (Counter(_untailed(pattern.findall(text))) for text in (source, target))
        sentences += [_("“%(part)s” is missing.") % {"part": part} for part in before - after]
        sentences += [_("“%(part)s” is not in the source.") % {"part": part} for part in after - before]
    return sentences


def _untailed(parts):
    return [part.rstrip(".,;:!?)،؛؟") for part in parts]


def _script(source, target, language):
    words = re.findall(r"[^\W\d_]+", LINK.sub("", PLACEHOLDER.sub("", source)))
    if language == "ar" and not ARABIC.search(target) and any(not word.isupper() for word in words):
        return [_("There is no Arabic letter in it.")]
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
    before, after = (Counter(re.findall(r"[0-9]+", _western(text))) for text in (source, target))
    differing = sorted({*(before - after), *(after - before)})
    numbers = [_("Look at the numbers: %(numbers)s") % {"numbers": ", ".join(differing)}] if differing else []
    return [*(sentences if eastern else []), *numbers]


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
