"""Account for every word of a line, from what was read of it and independently of how it was read."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from admissions.intake.characters import is_unspaced, word_set
from admissions.intake.countries import region_called
from admissions.intake.words import ALL
from records.search.folding import fold

from .entries.names import without_count
from .page.lines import end_of_mark

_LINKS = ALL.and_words | ALL.prepositions
_ARTICLES = word_set("the a an la le les l el los las il lo gli i o os as der die das den d de du des al of")
_JOINED_IN_ARABIC = frozenset("وبلف")  # and, in, for, then: letters of the next word
_LINKS_TO = re.compile(r"['’.]?\s*[\w(\[«“\"'‘’]")
_LINK = re.compile(r"(?:https?://|www\.)[^\s()\[\]<>]+")
_ENDINGS = word_set("です である だ 이다 입니다")  # "is" at the end of a sentence
_PART = re.compile(r"[^,;:()\[\]\t|/•–—，；：（）【】、。،؛]+")


class Span(NamedTuple):
    """A piece of a line as it stands there.

    `kind` is "city", "country", "region", "number", "aside" (left aside, `why` is the code of `aside`, or "group"),
    "join" (what separates or links) or "unread". The texts of the spans of a line join to that line.
    """

    text: str
    kind: str
    why: str = ""


def account(raw, lines):
    """The spans of a line, in reading order; `lines` are all `ListedLine`s whose `raw` it is.

    A word that no name, country, region, number or linking word covers, and no reason to leave it aside, is "unread"
    with `why` "". What a line of kind "unread" names has the `why` "line".
    """
    page = _Claims(raw)
    for line in lines:
        page.take_line(line)
    page.take_the_rest(any(line.kind == "text" and not line.name for line in lines))
    return tuple(page.spans())


def leftovers(raw, lines):
    """[(words that nobody accounts for, how many of the entries stand before them)] of a line."""
    found, before = [], 0
    for span in account(raw, lines):
        before += span.kind == "city"
        if span.kind == "unread" and not span.why:
            found.append((span.text, before))
    return found


class _Claims:
    """Which letter of a line belongs to what."""

    def __init__(self, raw):
        self.raw = raw
        self.keys, self.places = [], []
        for place, character in enumerate(raw):
            for key in _key(character):
                self.keys.append(key)
                self.places.append(place)
        self.joined = "".join(self.keys)
        self.owner = [0] * len(raw)  # the number of a claim, 0 for none
        self.claims = [("", "")]  # (kind, why) by number
        self.cursor = 0

    def take_line(self, line):
        if line.kind == "city":
            self.take(line.name, "city")
            self.take(line.country_text, "country", moving=False)
        elif line.kind == "heading":
            kind = "country" if line.country_code else "region" if region_called(without_count(line.name)) else "aside"
            why = "group" if line.group else line.aside or "header_row"
            self.take(line.name, kind, why if kind == "aside" else "")
        elif line.kind == "unread":
            self.take(line.name, "unread", "line")
            self.take(line.country_text, "country", moving=False)
        elif line.name:
            self.take(line.name, "aside", line.aside)
        if line.group:
            self.take(line.group, "aside", "group", moving=False)

    def take(self, words, kind, why="", moving=True):
        """Claim the next place at which these words stand, whatever separates them there; else any place."""
        key = "".join(map(_key, words))
        if not key:
            return
        found = self._find(key, self.cursor)
        if found is None and self.cursor:
            found = self._find(key, 0)
        if found is None:
            return
        self._claim(self.places[found], self._end(found + len(key)), kind, why)
        if moving:
            self.cursor = found + len(key)

    def _find(self, key, start):
        found = self.joined.find(key, start)
        for _attempt in range(200):
            if found < 0:
                return None
            if self._is_free(found, found + len(key)):
                return found
            found = self.joined.find(key, found + 1)
        return None

    def _is_free(self, start, end):
        places = self.places[start:end]
        if any(self.owner[place] for place in (places[0], places[-1])) or any(self.owner[p] for p in places):
            return False
        return self._begins(places[0]) and self._ends(self._end(end))

    def _end(self, key):
        """Where the word goes on behind its letters up to this key: signs that are not compared belong to it."""
        place, limit = self.places[key - 1] + 1, self.places[key] if key < len(self.places) else len(self.raw)
        while place < limit and _is_of_a_word(self.raw[place]):
            place += 1
        return place

    def _begins(self, place):
        before, letter = self.raw[place - 1 : place], self.raw[place]
        if not before or not _is_of_a_word(before) or self.owner[place - 1] or is_unspaced(letter):
            return True
        starts_word = place < 2 or not _is_of_a_word(self.raw[place - 2])
        return (before.islower() and letter.isupper()) or (before in _JOINED_IN_ARABIC and starts_word)

    def _ends(self, place):
        letter, before = self.raw[place : place + 1], self.raw[place - 1]
        goes_on = bool(letter) and _is_of_a_word(letter) and not self.owner[place] and not is_unspaced(before)
        return not goes_on or (before.islower() and letter.isupper())

    def _claim(self, start, end, kind, why):
        self.claims.append((kind, why))
        for place in range(start, end):
            self.owner[place] = len(self.claims) - 1

    def take_the_rest(self, aside):
        """Give what is left of regions, numbers and linking words their kinds, and all else to "unread" or aside."""
        for part in _PART.finditer(self.raw):
            if not any(self.owner[part.start() : part.end()]) and region_called(part[0]):
                start = part.end() - len(part[0].lstrip())
                self._claim(start, start + len(part[0].strip()), "region", "")
        for link in _LINK.finditer(self.raw):
            if not any(self.owner[link.start() : link.end()]):
                self._claim(link.start(), link.end(), "aside", "note")
        mark = end_of_mark(self.raw)
        if any(map(str.isalnum, self.raw[:mark])) and not any(self.owner[:mark]):
            self._claim(0, mark, "number", "")
        unread_until = -1
        for start, end in self._free_words():
            word = self.raw[start:end]
            follows = word[0].isupper() and self.raw[unread_until:start].isspace()  # the La of Son La
            if aside:
                self._claim(start, end, "aside", "")
            elif word.isnumeric():
                self._claim(start, end, "number", "")
            elif self._links(word, end) and not follows:
                self._claim(start, end, "join", "")
            else:
                self._claim(start, end, "unread", "")
                unread_until = end

    def _links(self, word, end):
        if word in _ENDINGS:
            return True
        if word in _JOINED_IN_ARABIC and self.raw[end : end + 1].isalnum():
            return True
        # A link has something behind it: the Portuguese "no" of "no Egito" is no answer.
        return bool(_LINKS_TO.match(self.raw, end)) and (word in _LINKS or fold(word) in _ARTICLES)

    def _free_words(self):
        start = None
        for place in range(len(self.raw) + 1):
            inside = place < len(self.raw) and not self.owner[place] and _is_of_a_word(self.raw[place])
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                yield start, place
                start = None

    def spans(self):
        """Neighbours of one claim or, if they are unread, aside or linking, of one kind are one span."""
        pieces = []
        for place, character in enumerate(self.raw):
            number = self.owner[place]
            kind, why = self.claims[number] if number else ("join", "")
            merges = kind in ("join", "unread", "aside", "number")
            if pieces and pieces[-1][0] == kind and pieces[-1][1] == why and (merges or pieces[-1][2] == number):
                pieces[-1][3].append(character)
            else:
                pieces.append([kind, why, number, [character]])
        yield from _joined([Span("".join(letters), kind, why) for kind, why, _number, letters in pieces])


def _joined(spans):
    """The spans, with unread or left aside words that only spaces or linking words part in one span."""
    joined = []
    for span in spans:
        if (
            len(joined) > 1
            and span.kind in ("unread", "aside")
            and joined[-1].kind == "join"
            and joined[-2][1:] == span[1:]
            and not re.search(r"[,;()\[\]\t\n•|]|\s{3}", joined[-1].text)
        ):
            between, before = joined.pop(), joined.pop()
            span = Span(before.text + between.text + span.text, span.kind, span.why)
        joined.append(span)
    return joined


def _is_of_a_word(character):
    """Whether it is a letter, a digit or an accent; not so the small raised digits of notes."""
    return character.isalpha() or character.isdecimal() or unicodedata.category(character).startswith("M")


@lru_cache(maxsize=8192)
def _key(text):
    """The letters by which a character is compared, none for a sign."""
    return unicodedata.normalize("NFKD", fold(text).replace(" ", ""))
