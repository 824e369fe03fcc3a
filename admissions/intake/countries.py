"""Countries and regions as texts name them, in three languages, recognised by their folded names."""

import re

from cities.models import Country, CountryName
from records.search.folding import fold, search_words

from .characters import word_set

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

# The names of the five regions, word by word as published lists write them.
REGIONS = {
    Country.Region.AFRICA: (
        "Africa", "Sub-Saharan Africa", "Afrique", "Afrique subsaharienne", "أفريقيا", "قارة أفريقيا",
    ),
    Country.Region.ARAB_STATES: (
        "Arab States", "Arab countries", "Arab region", "États arabes", "Pays arabes", "Région arabe",
        "الدول العربية", "البلدان العربية", "المنطقة العربية",
    ),
    Country.Region.ASIA_PACIFIC: (
        "Asia and the Pacific", "Asia and Pacific", "Asia Pacific", "Asia", "Asie et Pacifique",
        "Asie et le Pacifique", "Asie Pacifique", "Asie", "آسيا والمحيط الهادئ", "آسيا والمحيط الهادي", "آسيا",
        "آسيا ومنطقة المحيط الهادئ", "آسيا والباسيفيك",
    ),
    Country.Region.EUROPE_NORTH_AMERICA: (
        "Europe and North America", "Europe North America", "Europe", "Europe et Amérique du Nord",
        "Europe et l'Amérique du Nord", "Europe Amérique du Nord", "أوروبا وأمريكا الشمالية", "أوروبا",
        "أوروبا وأميركا الشمالية", "أوربا وأمريكا الشمالية",
    ),
    Country.Region.LATIN_AMERICA_CARIBBEAN: (
        "Latin America and the Caribbean", "Latin America and Caribbean", "Latin America Caribbean", "Latin America",
        "Amérique latine et Caraïbes", "Amérique latine et les Caraïbes", "Amérique latine et Caraïbe",
        "Amérique latine Caraïbes", "Amérique latine", "أمريكا اللاتينية والكاريبي",
        "أمريكا اللاتينية ومنطقة البحر الكاريبي", "أمريكا اللاتينية والبحر الكاريبي", "أمريكا اللاتينية",
        "أميركا اللاتينية والكاريبي", "أميركا اللاتينية ومنطقة البحر الكاريبي",
        "أميركا اللاتينية والبحر الكاريبي",
    ),
}  # fmt: skip


def region_called(text):
    """The key of a UNESCO region by its name in English, French or Arabic, or None."""
    return _REGION_BY_NAME.get(_name(text))


class Countries:
    """Every name of every country, loaded in one query: official, short and old names in all languages."""

    def __init__(self, names=None):
        """`names`: pairs of a name and an ISO code; those of the database unless given."""
        if names is None:
            names = CountryName.objects.values_list("text", "country_id")
        self._by_name, self._by_words, self._found = {}, {}, {}
        for text, code in names:
            name = _name(text)
            self._by_name.setdefault(name, set()).add(code)
            self._by_words.setdefault(_words(name), set()).add(code)
        self.codes = frozenset().union(*self._by_name.values())
        self._longest = max((len(name.split()) for name in self._by_name), default=0)

    def code(self, text):
        """The ISO code of the country so called, or None if there is none or more than one.

        The order of the words does not matter: "Moldova (Republic of)" is the "Republic of Moldova".
        """
        if len(text) > 150:
            return None
        if text not in self._found:
            self._found[text] = self._only(_FRENCH_DOTS.get(text.strip().lower(), text), self._by_name, self._by_words)
        return self._found[text]

    def _only(self, text, by_name, by_words=None):
        """The code if one country alone has the name, as it is, with its initials together, or written out."""
        for name in _forms(_name(text)):
            codes = by_name.get(name) or (by_words or {}).get(_words(name))
            if codes:
                return next(iter(codes)) if len(codes) == 1 else None
        return None

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
                while before and fold(before[-1]) in _PREPOSITIONS:
                    before.pop()
                return " ".join(before), " ".join(tail), code
        return None

    def _exact(self, text):
        return self._only(text, self._by_name)

    def _after_arabic_in(self, words):
        """Arabic writes "in" as a letter of the next word: بالكاميرون, "in Cameroon"."""
        if not words[0].startswith("ب") or len(words[0]) < 4:
            return None
        return self._exact(" ".join([words[0][1:], *words[1:]]))


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


_REGION_BY_NAME = {_name(name): str(region) for region, names in REGIONS.items() for name in names}
