"""Grave faults of a translation: what would break a page or show something else than was meant. They ask first."""

import re
import unicodedata
from collections import Counter

from django.utils.translation import gettext as _

# Placeholders of Python, JavaScript and templates, tags whole and cut off, comments, entities.
PLACEHOLDER = re.compile(
    r"%\(\w+\)[sd]|%(?:\d+\$)?[sd](?!\w)|\$?(?<!\{)\{++[^{}]*+\}++|</?[a-zA-Z!][^<>]*>?|&(?:#\w+|[a-zA-Z]{2,8});"
)
LINK = re.compile(r"https?://[^\s<>\"»”]+|\b[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)#\w+")
ARABIC = re.compile(r"[\u0600-\u06ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
JOINING = set("\u200c\u200d\u200e\u200f\u061c\u00ad")  # how letters join and in which direction marks are read
BROKEN = re.compile(r"\ufffd|[\u00c3\u00c2\u00d8\u00d9][\u0080-\u00bf]")  # UTF-8 that was read as Latin-1


def grave_faults(source, target, language):
    """A sentence for each grave fault; none for an empty translation."""
    if not target.strip():
        return []
    return [
        *lost_or_added(PLACEHOLDER, source, target),
        *_script(source, target, language),
        *hidden_characters(source, target),
        *_broken(source, target),
    ]


def lost_or_added(pattern, source, target):
    """Sentences about the parts of this pattern that are not on both sides."""
    before, after = (
        Counter(part.rstrip(".,:!?)،؛؟") if pattern is LINK else part for part in pattern.findall(text))
        for text in (source, target)
    )
    sentences = [_("“%(part)s” is missing.") % {"part": part} for part in before - after]
    return sentences + [_("“%(part)s” is not in the source.") % {"part": part} for part in after - before]


def _script(source, target, language):
    """Abbreviations in capitals alone may stay as they are."""
    words = re.findall(r"[^\W\d_]+", LINK.sub("", PLACEHOLDER.sub("", source)))
    if all(word.isupper() and LATIN.search(word) for word in words):
        return []
    if language == "ar":
        return [] if ARABIC.search(target) else [_("There is no Arabic letter in it.")]
    return [] if LATIN.search(PLACEHOLDER.sub("", target)) else [_("There is no Latin letter in it.")]


def hidden_characters(source, target):
    """A sentence for each character that nobody sees and the source has not; what joins letters is no fault."""
    hidden = sorted({c for c in target if _is_hidden(c)} - set(source))
    return [_("The invisible character %(code)s is in it.") % {"code": f"U+{ord(each):04X}"} for each in hidden]


def _is_hidden(character):
    return unicodedata.category(character)[0] == "C" and character not in JOINING and character not in "\t\n\r"


def _broken(source, target):
    if BROKEN.search(target) and not BROKEN.search(source):
        return [_("There are signs in it that stand for lost letters.")]
    return []
