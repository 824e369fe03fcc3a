"""Whether a list is in the language that it is said to be in: by the countries it names, and by its small words."""

import csv
from functools import cache

from records.search.folding import search_words

from .characters import tidy
from .country_names import DATA
from .words import LEXICA

FEWEST = 3  # signs of another language, below which nothing is doubted
_COUNTRY = 2  # a country named as one language names it says more than a small word


def looks_like(reading, language):
    """The code of the language in which a list seems to be, or "" if nothing speaks against the one it is said to be.

    Signs are countries that are called so in one of the two languages and not in the other, and words such as "the" or
    "des" in what stands around the list. Names of cities say nothing: "Rio de Janeiro" is so in many languages. The
    other language is told where it has at least `FEWEST` signs and more than twice as many as the one given.
    """
    found = {code: (_signs(reading, code, language), _signs(reading, language, code)) for code in LEXICA}
    likely = {code: signs for code, (signs, own) in found.items() if signs >= FEWEST and signs > 2 * own}
    return max((code for code in likely if code != language), key=likely.get, default="")


def _signs(reading, language, other):
    """How much speaks for a language, counting no country that the other language calls the same."""
    names, others = _countries_in(language), _countries_in(other)
    listed = {_spelled(line.country_text) for line in reading.lines if line.country_text}
    countries = sum(name in names and name not in others for name in listed)
    return countries * _COUNTRY + _small_words(reading, language)


def _small_words(reading, language):
    words = {tuple(search_words(text)) for text in LEXICA[language].function_words} if language in LEXICA else set()
    around = {line.number: line.raw for line in reading.lines if line.kind == "text"}
    return sum((word,) in words for raw in around.values() for word in search_words(raw))


def _spelled(name):
    return tidy(name).casefold().replace("’", "'")


@cache
def _countries_in(language):
    """The names of all countries in a language, in small letters, with their accents."""
    found = set()
    for file in ("country_names.csv", "country_names_more.csv"):
        with (DATA / file).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if row["language"] == language:
                    found.update(_spelled(name) for name in row["names"].split("|"))
    return frozenset(found)
