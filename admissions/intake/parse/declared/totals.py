"""The numbers that a release declares: how many cities, countries and citizens, before any list."""

import re
from dataclasses import dataclass, field

from admissions.intake.characters import ascii_digits, tidy
from admissions.intake.words.numbers import with_digits, with_numbers
from records.search.folding import fold

from .counted import counted_in

_NUMBER_WITH_MARK = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_SENTENCE_END = re.compile(r"[.!?;]\s+|\t|。")


@dataclass(frozen=True)
class Declared:
    """Numbers as the text prints them; None where it prints none. `regions`: cities by region, from headings."""

    cities: int | None = None
    countries: int | None = None
    network_cities: int | None = None
    network_countries: int | None = None
    citizens_millions: int | None = None
    regions: dict = field(default_factory=dict)


def read_declared(lines, regions=None, language="en"):
    """What the sentences of a text in this language declare about the round and about the network after it.

    A number of cities is the network's if the last telling word before it is one like "now" or "includes", and the
    round's otherwise. The first number counts, but one with its countries goes before one without ("13 new African
    cities").
    """
    known = counted_in(language)
    rounds, networks, citizens = [], [], None
    for sentence in _sentences(lines):
        words = _in_words(sentence, known)
        citizens = citizens or _citizens(words, known)
        for cities, countries, before in _mentions(words, known):
            telling = [word for word in map(_without_arabic_and, before) if word in known.network_now | known.joining]
            (networks if telling and telling[-1] in known.network_now else rounds).append((cities, countries))
    cities, countries = _best(rounds)
    larger = [pair for pair in networks or rounds if pair[0] > (cities or 0)]
    network_cities, network_countries = _best(larger)
    return Declared(cities, countries, network_cities, network_countries, citizens, dict(regions or {}))


def _sentences(lines):
    for line in lines:
        yield from _SENTENCE_END.split(tidy(line)[:5000])


def _in_words(sentence, known):
    """The folded words, numbers as int; "1,234" and "3.5" count no cities, nor do years, and stay words."""
    text = with_digits(fold(_NUMBER_WITH_MARK.sub(" - ", ascii_digits(sentence))), known.lexicon)
    return with_numbers([_counted(word) for word in known.apart(text).split()], known.lexicon)


def _counted(word):
    return int(word) if word.isdecimal() and len(word) <= 4 and not 1900 < int(word) < 2100 else word


def _without_arabic_and(word):
    return word[1:] if word.startswith("و") and len(word) > 3 else word


def _mentions(words, known):
    """Each (cities, countries or None, words before it since the last one) of a sentence."""
    at = since = 0
    while at < len(words):
        if isinstance(words[at], int) and _counts_cities(words, at, since, known):
            countries, end = _countries_after(words, at + 1, known)
            yield words[at], countries, [word for word in words[since:at] if isinstance(word, str)]
            at = since = end
        else:
            at += 1


def _counts_cities(words, at, since, known):
    """Whether the number counts cities: "64 new cities", "229 le nombre total de villes", "the number of cities … to
    294"."""
    for word in words[at + 1 : at + 6]:
        if word in known.cities:
            return True
        if isinstance(word, int) or word in known.countries | known.millions | known.states:
            break
    before = [word for word in words[max(since, at - 14) : at] if isinstance(word, str)]
    return before[-1:] in (["to"], ["a"], ["الي"]) and not known.cities.isdisjoint(before)


def _countries_after(words, at, known):
    """The number of countries that follows a number of cities, and where to go on."""
    for place in range(at, min(at + 14, len(words))):
        if isinstance(words[place], int):
            if known.countries.intersection(words[place + 1 : place + 3]):
                return words[place], place + 2
            break
    return None, at


def _citizens(words, known):
    """The number of "390 million citizens", "390 millions de citoyens" or "390 مليون مواطن"."""
    for at, word in enumerate(words[:-2]):
        counts_people = not known.citizens.isdisjoint(words[at + 2 : at + 5])
        if isinstance(word, int) and words[at + 1] in known.millions and counts_people:
            return word
    return None


def _best(pairs):
    """The first pair that has both numbers, else the first."""
    return next((pair for pair in pairs if pair[1]), pairs[0] if pairs else (None, None))
