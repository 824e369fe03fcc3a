"""Words that people write to a list and that name no place: "new", "capital", "not admitted"."""

import re

from admissions.intake.words import ALL
from records.search.folding import fold

_FIELDS = (
    "and_words", "others", "prepositions", "introductions", "titles", "notes", "cities", "countries", "states",
    "network_now", "joining", "date_links", "weekdays", "admitted", "total",
)  # fmt: skip
_MORE = "capital new learning unesco gnlc global network tous tout toutes all both one these those ce il agit"
_KNOWN = frozenset(
    word
    for phrases in (*(getattr(ALL, name) for name in _FIELDS), *ALL.months, *ALL.columns.values())
    for phrase in phrases
    for word in fold(phrase).split()
) | frozenset(_MORE.split())
_QUESTIONED = re.compile(r"[?؟？✗✘✖✕❌☒🚫⛔❓❔]|\((?:19|20)[0-9]{2}\)")
_REFUSED = ALL.not_admitted | ALL.withdrawn
_LINKED = re.compile(r"\(([^()]{1,80})\)(?=\(https?://)")  # [Fez](https://…), of which both brackets are round by now
_BRACKET = re.compile(r"\s*\(([^()]{2,150})\)")


def words_of_a_remark(text):
    """Whether all words of a text are such as lists are written with, so that none can be a name."""
    words = [word for word in fold(text).split() if not word.isdecimal() and word not in ALL.numbers]
    return bool(words) and all(word in _KNOWN for word in words)


def is_said(text):
    """Whether a text is said of a list rather than a name: it has such words, a number, or many words."""
    words = fold(text).split()
    return len(words) > 5 or any(
        word in _KNOWN or word.isdecimal() for word in words if len(word) > 3 or word.isdecimal()
    )


def is_questioned(text):
    """Whether a question mark, a cross or a year in brackets stands in a text."""
    return bool(_QUESTIONED.search(text))


def takes_back(text):
    """Whether a text says of entries that they are not, or not yet, admitted."""
    return ALL.takes_back.within(text)


def refuses(text):
    """Whether a text says so more surely than by words such as "candidates" or "provisional"."""
    return _REFUSED.within(text)


def without_remarks(text, countries):
    """The text without brackets that hold a remark rather than a country or the name of a place."""

    def kept(found):
        inside = found[1]
        is_year = inside.isdecimal() and len(inside) == 4
        is_plain = is_year or inside.startswith(("http://", "https://", "www."))
        is_remark = is_plain or takes_back(inside) or (words_of_a_remark(inside) and inside[:1].islower())
        return "" if is_remark and not countries.code(inside) else found[0]

    return _BRACKET.sub(kept, _LINKED.sub(r"\1", text)) if "(" in text else text
