"""Phrases that are looked for in a text, however they are accented, in capitals or not, in any script."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from records.search.folding import fold, search_words

# Scripts that put no space between words, and Korean, which joins its particles to them.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")
_MARKS = re.compile(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a]+")
# A word with its accents and vowel signs, which are no letters by themselves.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])+")


@dataclass(frozen=True)
class Phrases:
    """Words and phrases of which any may stand in a text.

    `texts` are spelled as their language spells them. They are found by their folded words: "Not Admitted", and in
    Arabic with or without the article and a joined و. What is written without spaces is found anywhere in a text.
    """

    texts: tuple[str, ...] = ()

    def __iter__(self):
        return iter(self.texts)

    def __or__(self, other):
        return Phrases(tuple(dict.fromkeys((*self.texts, *other.texts))))

    def __contains__(self, text):
        """Whether the text is one of the phrases and nothing else."""
        keys = tuple(search_words(text))
        return bool(keys) and (keys in self._spaced or "".join(keys) in self._unspaced)

    def within(self, text):
        """Whether one of the phrases stands in the text, as whole words."""
        return next(self.spans(text), None) is not None

    def at_start(self, text):
        """How many letters of the text its leading phrase takes, the longest that fits; 0 if there is none."""
        return max((end for start, end in self.spans(text) if not _has_word(text[:start])), default=0)

    def at_end(self, text):
        """Where the phrase begins with which the text ends, the longest that fits; the length of the text if none."""
        return min((start for start, end in self.spans(text) if not _has_word(text[end:])), default=len(text))

    def spans(self, text):
        """Each (start, end) in the text at which a phrase stands; they may overlap."""
        words = _words(text)
        for at, (start, _end, _keys) in enumerate(words):
            keys = ()
            for _start, end, more in words[at : at + self._longest]:
                keys += more
                if keys in self._spaced or (_without_and(keys) in self._spaced):
                    yield start, end
        if self._unspaced and _UNSPACED.search(text):
            yield from self._unspaced_spans(text)

    def _unspaced_spans(self, text):
        letters, joined = _letters(text)
        for phrase in self._unspaced:
            at = joined.find(phrase)
            while at >= 0:
                last = at + len(phrase) - 1
                # Tones that the folding left out stand behind their letter and belong to it.
                end = letters[last + 1][0] if last + 1 < len(letters) else len(text)
                marks = _MARKS.match(text, letters[last][0] + 1, end)
                yield letters[at][0], marks.end() if marks else letters[last][0] + 1
                at = joined.find(phrase, at + 1)

    @cached_property
    def pattern(self):
        """A regular expression for one of the phrases as they are spelled; to be used without regard to case."""
        longest_first = sorted(self.texts, key=lambda text: (-len(text), text))
        return "(?:" + "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in longest_first) + ")"

    @cached_property
    def _spaced(self):
        keys = (tuple(search_words(text)) for text in self.texts if not _UNSPACED.search(text))
        return frozenset(filter(None, keys))

    @cached_property
    def _unspaced(self):
        return frozenset("".join(search_words(text)) for text in self.texts if _UNSPACED.search(text))

    @cached_property
    def _longest(self):
        return max(map(len, self._spaced), default=0)


def phrases(text):
    """The phrases of a text in which commas part them; a phrase may run over the end of a line."""
    return Phrases(tuple(" ".join(part.split()) for part in text.split(",") if part.strip()))


@lru_cache(maxsize=256)
def _words(text):
    """(start, end, its folded words) of each word; kept, since many lists of phrases are looked for in one line."""
    return [(found.start(), found.end(), tuple(search_words(found[0]))) for found in _WORD.finditer(text)]


@lru_cache(maxsize=256)
def _letters(text):
    """([(place in the text, folded letter)], these letters together)."""
    letters = [(at, key) for at, letter in enumerate(text) for key in fold(letter).replace(" ", "")]
    return letters, "".join(key for _at, key in letters)


def _has_word(text):
    return bool(_WORD.search(text))


def _without_and(keys):
    """The words without the Arabic "and" that is joined to the first of them."""
    first = keys[0] if keys else ""
    if not first.startswith("و") or len(first) < 4:
        return keys
    first = first[1:]
    return (first[2:] if first.startswith("ال") and len(first) > 4 else first, *keys[1:])
