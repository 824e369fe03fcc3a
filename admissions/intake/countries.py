"""Countries and regions as texts name them, in any language that lists are read in, by their folded names."""

import csv
import re
from functools import cache

from cities.models import CountryName
from records.search.folding import fold, search_words

from .characters import word_set
from .country_names import DATA, is_unspaced, names_of_the_world, needs_its_title, spelling, without_title
from .words import ALL

ARTICLES = word_set("the la le les l el al")
_LINKS = word_set("the of and la le les l de du des d et")
_INITIALS = re.compile(r"\b[a-z](?: [a-z]\b)+")
_PREPOSITIONS = word_set("in of from au aux en a de du d des al to") | {"في", "من"}

# What the press shortens, written out in English and in French.
_WRITTEN_OUT = (
    {"rep": "republic", "dem": "democratic", "fed": "federal", "st": "saint", "is": "islands", "n": "north",
     "s": "south"},
    {"rep": "republique", "dem": "democratique", "fed": "federale", "st": "saint"},
)  # fmt: skip
# French dots that fold to those of other names: E.U. is the European Union, RU the code of another country.
_FRENCH_DOTS = {"é.-u.": "États-Unis", "é.-u.a.": "États-Unis", "e.-u.": "États-Unis", "r.-u.": "Royaume-Uni"}
# In front of the name of a country they make that of another place: New South Wales, New England.
_OTHER_PLACES = word_set("new nouvelle south")


def region_called(text):
    """The key of one of the five UNESCO regions by its name in any language that lists are read in, or None.

    That of a list's heading is kept with each of its lines: 82 of 249 countries have no region in the registry, and
    the list's own may be offered for them.
    """
    return _regions().get(_name(text))


@cache
def _regions():
    with (DATA / "region_names.csv").open(encoding="utf-8", newline="") as file:
        return {_name(name): row["region"] for row in csv.DictReader(file) for name in row["names"].split("|")}


class Countries:
    """Every name of every country: those of the registry, loaded in one query, then those that are shipped.

    A name of the registry goes before another country's in another language; a name that two countries share
    otherwise is nobody's.
    """

    def __init__(self, names=None):
        """`names`: pairs of a name and an ISO code; those of the database unless given."""
        if names is None:
            names = CountryName.objects.values_list("text", "country_id")
        self._by_name, self._by_words, self._found, self._spelled = {}, {}, {}, set()
        for text, code in names:
            name = _name(text)
            self._spelled.add(spelling(text))
            self._by_name.setdefault(name, set()).add(code)
            self._by_words.setdefault(_words(name), set()).add(code)
        self.codes = frozenset().union(*self._by_name.values())
        self._words = frozenset(word for name in self._by_name for word in name.split())
        self._longest = max((len(name.split()) for name in (*self._by_name, *names_of_the_world().by_name)), default=0)

    def code(self, text):
        """The ISO code of the country so called, or None if there is none or more than one.

        The order of the words does not matter: "Moldova (Republic of)" is the "Republic of Moldova".
        """
        if len(text) > 150:
            return None
        if text not in self._found:
            written = _FRENCH_DOTS.get(text.strip().lower(), text)
            named = self._may_name_one(written)
            self._found[text] = _only(self._called(written) or self._in_other_words(written)) if named else None
        return self._found[text]

    def _may_name_one(self, text):
        """Whether a word of the text is in any name at all: most texts that are asked about name no country."""
        folded = fold(text)
        words = {*folded.split(), *search_words(text)}
        known = not self._words.isdisjoint(words) or not names_of_the_world().words.isdisjoint(words)
        return known or bool(_INITIALS.search(folded)) or is_unspaced(folded)

    def _exact(self, text):
        return _only(self._called(text))

    def _called(self, text):
        """ISO codes of those that have the name, as it is, with its initials together, or written out."""
        names = list(_forms(_name(text)))
        elsewhere = names_of_the_world()
        spelled = elsewhere.spelled.get(spelling(text), set()) & self.codes
        for codes in (
            *(self._by_name.get(name, set()) for name in names),
            spelled,
            *(elsewhere.by_name.get(name, set()) & self.codes for name in (fold(text), *names)),
        ):
            if codes:
                # Folded they may be one: گینیا is Guinea in Kabul, كينيا Kenya.
                return codes if spelling(text) in self._spelled else codes | spelled
        return set()

    def _in_other_words(self, text):
        """The same by the words in another order, or without those of an official name: "Royaume du Maroc"."""
        for name in _forms(_name(text)):
            codes = self._by_words.get(_words(name))
            if codes:
                return codes
        short = without_title(fold(text))
        return {code for code in self._called(short) if not needs_its_title(code)} if short else set()

    def at_the_end(self, text):
        """(what stands before, country text, code) if the text ends with a country, else None.

        A preposition between the two is left out: "Dakar au Sénégal", "غانيوا بساحل العاج".
        """
        words = text.split()
        for size in range(min(self._longest + 1, len(words)), 0, -1):
            tail = words[-size:]
            code = self._exact(" ".join(tail)) or self._after_arabic_in(tail)
            before = words[:-size]
            if code and not (before and fold(before[-1]) in _OTHER_PLACES):
                return _without_prepositions(before), " ".join(tail), code
        return None

    def _after_arabic_in(self, words):
        """Arabic writes "in" as a letter of the next word: بالكاميرون, "in Cameroon"."""
        if not words[0].startswith("ب") or len(words[0]) < 4:
            return None
        return self._exact(" ".join([words[0][1:], *words[1:]]))


def _without_prepositions(words):
    """The words together, without those that stand between a city and its country: "Kairo in der", "Praia em".

    Those of other languages than the network's are in small letters, for Na and Da begin or end names.
    """
    while words and fold(words[-1]) in _PREPOSITIONS:
        words = words[:-1]
    text = " ".join(words)
    at = ALL.prepositions.at_end(text)
    return _without_prepositions(text[:at].split()) if 0 < at < len(text) and text[at:] == text[at:].lower() else text


def _only(codes):
    return next(iter(codes)) if len(codes) == 1 else None


def _name(text):
    """The folded words without an article at either end; Arabic ones without theirs: المغرب, مغرب."""
    words = search_words(text)
    while len(words) > 1 and words[0] in ARTICLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in ARTICLES:
        words.pop()
    return " ".join(words)


def _forms(name):
    """The name, then with initials run together (u k: uk), then with what was shortened written out."""
    yield name
    words = _INITIALS.sub(lambda found: found[0].replace(" ", ""), name)
    yield words
    for written_out in _WRITTEN_OUT:
        yield " ".join(written_out.get(word, word) for word in words.split())


def _words(name):
    return tuple(sorted(word for word in name.split() if word not in _LINKS))
