"""Marks of notes, such as * or [1], and the notes below a list that say what they mean."""

import re
import unicodedata

from admissions.intake.characters import has_letters

# Behind a word or a bracket: * ** † ‡ ¹ [1] (*). A number in round brackets may belong to the name.
_MARK = re.compile(
    r"(?<=[\w)\]])\s?(?:\*{1,4}(?!\w)|[†‡§¶]{1,3}|[¹²³⁰⁴-⁹]{1,2}|\[(?:[0-9]{1,2}|[a-z*])\]|\(\*{1,4}\))"
)
_NOTE = re.compile(
    r"^\(?\[?(\*{1,4}|[†‡§¶]{1,3}|[¹²³⁰⁴-⁹]{1,2}|[0-9]{1,2}|[a-z](?=[\])]))[\])]?\s*[.:=)–-]?\s*(?=[^\W_])"
)
_SQUARE = re.compile(r"\(([0-9]{1,2}|[a-z*])\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1(?!\w)")
_STRUCK = re.compile(r"~~(?=\S)(.{1,300}?)(?<=\S)~~")
_STROKES = re.compile(r"[\u0335-\u0338]")
STRUCK = "~~"


def without_marks(text, raw):
    """The text as it reads without its marks, and [(mark, where it stood in that text)].

    `raw` tells the [1] of a note from the (1) of a name, which the text writes alike.
    """
    text = _BOLD.sub(r"\2", text)
    text = _SQUARE.sub(lambda found: f"[{found[1]}]" if f"[{found[1]}]" in raw else found[0], text)
    kept, marks, end = [], [], 0
    for found in _MARK.finditer(text):
        kept.append(text[end : found.start()])
        marks.append((_plain(found[0]), sum(map(len, kept))))
        end = found.end()
    return "".join([*kept, text[end:]]), marks


def struck_texts(text):
    """What is struck through in a text, as markdown writes it: ~~Fez (Morocco)~~."""
    return _STRUCK.findall(text) if "~~" in text else []


def is_struck_by_letters(text):
    """Whether letters are struck through one by one, with combining strokes."""
    return len(_STROKES.findall(text)) > 1


def without_strokes(text):
    return _STROKES.sub("", _STRUCK.sub(r"\1", text))


def note_of(raw):
    """(mark, words) of a line such as "* Subject to confirmation" or "1 Withdrawn", or None."""
    found = _NOTE.match(raw.strip()) if len(raw) < 1000 else None
    words = raw.strip()[found.end() :].strip() if found else ""
    return (_plain(found[1]), words) if has_letters(words) else None


def _plain(mark):
    return unicodedata.normalize("NFKC", mark).strip("[]() ")


def owners(entries, text, marks):
    """[(mark, which of the entries it stands with)]: the last one whose name begins before the mark."""
    starts, start = [], 0
    for entry in entries if marks else ():
        found = text.find(entry.name, start)
        start = found if found >= 0 else start
        starts.append(start)
    return [(mark, max(sum(own < place for own in starts) - 1, 0)) for mark, place in marks]
