"""Names in a row, "A, B and C", and a single name without what stands around it."""

import re
import unicodedata
from typing import NamedTuple

from admissions.intake.characters import ARABIC, has_letters, is_cell_error, is_unspaced
from admissions.intake.spelling import names_a_body
from admissions.intake.words import ALL
from records.search.folding import fold

EDGES = " \t,;:.-–—•*·|/&!?…"
_QUOTES = '«»“”„"‹›'
MOST_WORDS = 8
_ANDS = "and|et|und|y|e|ed|ve|и|та|і|й|dan|và|και|&|as well as|ainsi que|así como|bem como"
AND = re.compile(rf",?\s+(?:{_ANDS}|i)\s+", re.IGNORECASE)
_AND_FIRST = re.compile(rf"(?:{_ANDS})\s+", re.IGNORECASE)
_JOINED_ANDS = re.compile(
    r" ?(?:以及|還有|还有|及び|および|並びに|ならびに|そして|和|及|与|與|と|และ|รวมถึง|รวมทั้ง|및|그리고) ?"
)
_ARABIC_AND = re.compile(r"\s+و\s*(?=[\u0621-\u064a]{3})")
_COUNT = re.compile(
    r"\s*[:–—-]?\s*\(?\s*[0-9]{1,3}(?: (?:cities|villes|new cities|members|membres|مدن|مدينة))?\s*\)?\s*:?$"
)
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]\.[ ,;:]*$")
_PARTED = re.compile(r", | [-–—/|] |;")
_ONE_NAME = re.compile(r"\s+(?:and|et|und|y|e|ve|i|or|ou|oder|и|или|و|أو|&)\s+|[^\W\d]{3}\.\s", re.IGNORECASE)


class ListedCity(NamedTuple):
    """A city as it is listed; no country code means that the country could not be read. `doubt` as in `ListedLine`."""

    name: str
    country_text: str
    country_code: str | None
    doubt: str = ""


def doubt_about(name):
    """Why a name may be more than one: "two_names" for "Fez, Agadir" or "Fez and Agadir", "many_words" for a sentence.

    A part that says it is a district or a county tells where the other one is: "Barranco District, Lima".
    """
    if len(name.split()) > MOST_WORDS:
        return "many_words"
    parts = _PARTED.split(name)
    if len(parts) > 1 and not any(map(names_a_body, parts)):
        return "two_names"
    return "two_names" if _ONE_NAME.search(name) else ""


def without_count(text):
    """A heading without the number of its cities: "Africa (13):" is "Africa"."""
    return _COUNT.sub("", text).strip(EDGES) if len(text) <= 150 else text


def split_names(text, listing=True):
    """The names of a list "A, B and C"; with `listing=False` two names with a comma are one: "Seo-gu, Gwangju"."""
    if ";" in text:
        return [name for part in text.split(";") for name in split_names(part, listing)]
    parts = [part for part in outside_brackets(text, ",") if has_letters(part)]
    parts = [part for part in map(_without_others, parts) if part]
    last = AND.split(parts[-1]) if parts else []
    ends_with_and = len(last) > 1 and (len(parts) > 1 or listing) or (len(parts) > 1 and begins_with_and(parts[-1]))
    if not listing and not ends_with_and and len(parts) < 3:
        return [clean_name(", ".join(parts))] if parts else []
    if ends_with_and:
        parts[-1:] = last
    if ARABIC.search(text) and (listing or len(parts) > 1):
        parts = [piece for part in parts for piece in _ARABIC_AND.split(part)]
        parts[1:] = [_without_arabic_and(part) for part in parts[1:]]
    return [name for name in map(clean_name, parts) if name]


def clean_name(text):
    """A name without what separates it from its neighbours, and without brackets that are not a pair."""
    if is_cell_error(text.strip(" -–—|/:,")):
        return text.strip(" -–—|/:,")
    dot = "." if _INITIALS.search(text) else ""  # Washington, D.C.
    text = _signs_off(text)
    first = _AND_FIRST.match(text)
    if first and len(text) - first.end() > 2:
        text = _signs_off(text[first.end() :])
    if text.count("(") != text.count(")"):
        text = text.replace("(", " ").replace(")", " ")
    return " ".join(text.split()) + dot


def _signs_off(text):
    """The text without signs, flags and quotation marks at its ends."""
    start, end = 0, len(text)
    while start < end and _is_sign(text[start]):
        start += 1
    while start < end and _is_sign(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_sign(character):
    return character in EDGES + _QUOTES or unicodedata.category(character) in ("So", "Sk", "Sm", "Co")


def after_introduction(name):
    """The name without the words that introduce a list: "The new members are Agadir" is "Agadir".

    They end in small letters, where there are any: "são" introduces, "São" begins a name. In scripts without spaces
    they have two letters or more.
    """
    if ARABIC.search(name) or (name.isupper() and len(name) > 1) or len(name) > 300:
        return name
    ends = [end for start, end in ALL.introductions.spans(name) if _introduces(name[start:end], name[end:])]
    return name[max(ends) :].strip(EDGES) if ends else name


def _introduces(words, rest):
    last = words.split()[-1]
    parted = len(last) > 1 if is_unspaced(last[0]) else rest[:1].isspace()
    return parted and has_letters(rest) and last == last.lower()


def without_joined_and(name):
    """The name without "and" in front of it in a script without spaces: 和安卡拉.

    Only for what stands directly behind the bracket of another entry, for names begin with that letter too: 和田.
    """
    end = _JOINED_ANDS.match(name)
    return name[end.end() :] if end and len(name) - end.end() > 1 else name


def begins_with_and(part):
    return bool(_AND_FIRST.match(part)) or part.startswith("و")


def outside_brackets(text, separator):
    """The pieces between separators that stand in no bracket."""
    pieces, depth, start = [], 0, 0
    for place, character in enumerate(text):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == separator and depth == 0:
            pieces.append(text[start:place].strip())
            start = place + 1
    return [*pieces, text[start:].strip()]


def _without_others(part):
    """The part without names that are only counted: "Brescia and 2 others" is "Brescia", "five more" nothing."""
    pieces = AND.split(part) if len(part) < 200 else [part]
    kept = [piece for piece in pieces if not counts_others(piece)]
    return part if len(kept) == len(pieces) else " and ".join(kept)


def counts_others(text):
    """Whether the text only counts names that are not printed: "2 others", "and five more cities", "etc."."""
    words = fold(text).split()
    if not words or len(words) > 6 or not ALL.others.within(text):
        return False
    plain = [word for word in words if not word.isdecimal() and word not in ALL.numbers and word not in ALL.and_words]
    return " ".join(plain) in ALL.others


def _without_arabic_and(part):
    """The name without a leading و, which is "and" in Arabic; `match` finds those that begin with that letter."""
    return part[1:] if part.startswith("و") and len(part) > 3 else part
