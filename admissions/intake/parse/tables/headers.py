"""Header cells: what a column holds, by the words of its header in any language that is read."""

from functools import cache, lru_cache
from typing import NamedTuple

from admissions.intake.characters import has_letters, word_set
from admissions.intake.countries import region_called
from admissions.intake.words import ALL, COLUMNS, LEXICA
from records.search.folding import search_words

_LONGEST = 60  # characters of a header cell
_MOST_WORDS = 5
_NUMBER_SIGNS = frozenset({"#", "№", "n°", "nº", "no.", "nr.", "№№"})
# Words of a header that say nothing of what its column holds.
_FILLERS = word_set("of the de du des la le les el del do da di and et y e or ou o en in fr ar es english")
_PARTED = frozenset(",/&+(–-|")


class Header(NamedTuple):
    """What a header cell says: a key of `words.COLUMNS`; `sure` if all of its words are words of headers."""

    role: str
    sure: bool


@lru_cache(maxsize=4096)
def header_of(cell):
    """The `Header` of a cell, or None if it has no word of one.

    The longest phrase tells: "Country code" is a code and no country. A cell for a city and its country, such as
    "City, Country" or "City/State", is a city's.
    """
    text = cell.strip()
    if text.casefold() in _NUMBER_SIGNS:
        return Header("number", True)
    words = search_words(text) if len(text) <= _LONGEST else []
    if not 0 < len(words) <= _MOST_WORDS or not _may_say_something(text, words):
        return None
    spans = {role: list(ALL.columns[role].spans(text)) for role in COLUMNS}
    longest = {role: max((end - start for start, end in found), default=0) for role, found in spans.items()}
    role = max(COLUMNS, key=longest.get)
    if not longest[role]:
        return None
    if role in ("country", "province") and longest["city"] and not _PARTED.isdisjoint(text):
        role = "city"
    said = {word for found in spans.values() for start, end in found for word in search_words(text[start:end])}
    return Header(role, set(words) <= said | _FILLERS | LEXICA.keys())


def roles_of(row, countries):
    """{place: Header} of a row of headers, or {} if the row is none.

    A header names a column of cities or of countries with its own words alone and one more column, and no country or
    region.
    """
    cells = [(place, cell) for place, cell in enumerate(row) if has_letters(cell) or cell.strip() in _NUMBER_SIGNS]
    if len(cells) < 2 or any(countries.code(cell) or region_called(cell) for _place, cell in cells):
        return {}
    found = {place: header for place, cell in cells if (header := header_of(cell))}
    sure = {header.role for header in found.values() if header.sure}
    names = sure & {"city", "country"}
    return found if names and len(found) > 1 and 2 * len(found) >= len(cells) - 2 else {}


def best_city(places, row, language):
    """Of several columns with cities, say in three languages, the one in the language of the list."""
    own = LEXICA[language].columns["city"] if language in LEXICA else ALL.columns["city"]

    def fits(place):
        return language in search_words(row[place]), own.within(row[place]), -place

    return max(places, key=fits)


def _may_say_something(text, words):
    """Whether looking for the phrases is worth while; what is written without spaces is always looked at."""
    return not _words().isdisjoint(words) or any(character > "\u0e00" for character in text)


@cache
def _words():
    return frozenset(word for role in COLUMNS for text in ALL.columns[role] for word in search_words(text))
