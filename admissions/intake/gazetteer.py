"""The gazetteer: the places of the world with about 1,000 inhabitants or more, by GeoNames, read by country."""

import re
import zipfile
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from cities.city_words import without_city_words
from records.distance import kilometres

from .characters import script
from .spelling import compact, sound, vowelled_sound, without_body_words

FILE = Path(__file__).parents[1] / "data" / "gazetteer.zip"
WELL_KNOWN = 20_000  # inhabitants from which on a place is looked for by all its names even if misspelled
_ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u0652 -]+")
_CITY_BEHIND = re.compile(r"[市시]$")
_ARTICLE = re.compile(r"(?:a[ldrstznşş̧ḑţ]|ash|el|e[rsdn])[ -]", re.IGNORECASE)


class Place(NamedTuple):
    """A populated place. A population of 0 means that GeoNames does not know it."""

    geonames_id: int
    name: str
    latitude: float
    longitude: float
    population: int
    admin1: str  # code of the province, state or governorate, as GeoNames numbers them
    aliases: tuple[str, ...]

    @property
    def coordinates(self):
        return self.latitude, self.longitude

    @property
    def arabic_name(self):
        """The one spelling in the letters of Arabic alone; "" if there are none or several.

        The gazetteer does not say of which language a spelling is. Persian, Urdu, Kurdish and Uyghur have letters of
        their own, but not in every name: this is a proposal, for somebody who knows.
        """
        found = [alias for alias in self.aliases if _ARABIC_NAME.fullmatch(alias)]
        return found[0] if len(found) == 1 else ""

    @property
    def is_called(self):
        """The keys of all its names, its main name first."""
        return [compact(text) for text in (self.name, *self.aliases)]

    @property
    def short_keys(self):
        """The keys of those names that begin with an Arabic article, without it: Ar Rayyān is Al Rayyan too. And of
        those in a script without spaces that end with its word for a city: 安城市 is 安城 too."""
        names = [text for text in (self.name, *self.aliases) if _ARTICLE.match(text) or _CITY_BEHIND.search(text)]
        return [key for key in (compact(without_city_words(name)) for name in names) if len(key) > 1]


class CountryPlaces:
    """The places of one country, found by the key of any of their names."""

    def __init__(self, places, divisions=None):
        """`divisions`: {key of a name of a first-order division: codes of those so called}."""
        self._divisions = divisions or {}
        self._by_key = {}
        self._by_id = {place.geonames_id: place for place in places}
        for place in places:
            for key in dict.fromkeys([*place.is_called, *place.short_keys]):
                self._by_key.setdefault(key, []).append(place)

    def called(self, key):
        """Places of which the main name or an alias has this key."""
        return self._by_key.get(key, [])

    @property
    def spellings(self):
        """All names of all places, as they are spelled."""
        return (text for place in self._by_id.values() for text in (place.name, *place.aliases))

    def around(self, point, reach):
        """The places within so many kilometres of latitude and longitude in degrees."""
        return [place for place in self._by_id.values() if kilometres(point, place.coordinates) <= reach]

    def numbered(self, geonames_id):
        return self._by_id.get(geonames_id)

    def divisions_called(self, key):
        """Codes, as `Place.admin1` has them, of the provinces, states or governorates with this key."""
        return self._divisions.get(key, frozenset())

    def similar_to(self, key, least):
        """(other key, fuzz.ratio) of the eight most similar keys in the same script, of `least` or more.

        Of small places only the main name is looked at in Latin script: their aliases are many and help little.
        """
        found = process.extract(
            key, self._keys_by_script.get(script(key), ()), scorer=fuzz.ratio, score_cutoff=least, limit=8
        )
        return [(other, ratio) for other, ratio, _at in found if other != key]

    @cached_property
    def _keys_by_script(self):
        small = (compact(place.name) for place in self._by_id.values() if place.population < WELL_KNOWN)
        large = (key for place in self._by_id.values() if place.population >= WELL_KNOWN for key in place.is_called)
        others = (key for key in self._by_key if script(key) != "latin")
        found = {}
        for key in {*small, *large, *others} - {""}:
            found.setdefault(script(key), []).append(key)
        return found

    def containing(self, part):
        """The longer keys that hold these letters, the shortest first."""
        found, at = set(), self._all_keys.find(part)
        while at >= 0:
            start, end = self._all_keys.rfind("\n", 0, at) + 1, self._all_keys.find("\n", at)
            found.add(self._all_keys[start:end])
            at = self._all_keys.find(part, end)
        return sorted(found - {part}, key=lambda key: (len(key), key))

    @cached_property
    def _all_keys(self):
        return "\n" + "\n".join(self._by_key) + "\n"

    @cached_property
    def by_sound(self):
        """{consonants: [(sound with vowels, place)]} of the main names, for Arabic names that nobody has noted."""
        index = {}
        for place in self._by_id.values():
            index.setdefault(sound(place.name), []).append((vowelled_sound(place.name), place))
        return index


@cache
def places_of(country_code):
    """The places of a country by its ISO code of two letters; none if the code is unknown.

    Read at the first question and kept for the process. The 35 countries of a round take about 4 seconds and 140 MB
    of memory; all countries of the world, the most it can ever be, 9 seconds and 270 MB.
    """
    with zipfile.ZipFile(FILE) as archive:
        try:
            table = archive.read(f"{country_code}.tsv").decode("utf-8")
        except KeyError:
            return CountryPlaces([])
    places = [_place(line.split("\t")) for line in table.splitlines()]
    return CountryPlaces(places, _divisions().get(country_code))


@cache
def _divisions():
    """{country: {key of a name of a division: its codes}}; also without words like "Province"."""
    with zipfile.ZipFile(FILE) as archive:
        table = archive.read("divisions.tsv").decode("utf-8")
    found = {}
    for country, code, names in (line.split("\t") for line in table.splitlines()):
        for name in names.split("|"):
            for key in {compact(name), compact(without_body_words(name))} - {""}:
                found.setdefault(country, {}).setdefault(key, set()).add(code)
    return found


def _place(cells):
    number, name, latitude, longitude, population, admin1, aliases = cells
    spellings = tuple(aliases.split("|")) if aliases else ()
    return Place(int(number), name, float(latitude), float(longitude), int(population), admin1, spellings)


def places_of_the_world(least):
    """(country code, place) of all places of the world with `least` inhabitants or more; half a second for 50,000."""
    with zipfile.ZipFile(FILE) as archive:
        for name in archive.namelist():
            for line in archive.read(name).decode("utf-8").splitlines() if len(name) == len("MA.tsv") else ():
                cells = line.split("\t")
                if int(cells[4]) >= least:
                    yield name[:2], _place(cells)
