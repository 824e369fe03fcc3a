"""The names of the registry's cities, loaded once for all lines of an intake."""

from typing import NamedTuple

from admissions.intake.spelling import base_and_qualifier, compact
from admissions.models import Admission
from cities.city_words import without_city_words
from cities.models import City, CityName
from records.search.folding import readings

from .reasons import Reason

_LANGUAGES = {"en": 0, "fr": 1, "ar": 2}  # which of two names gives the reason if both are the listed one


class Spelling(NamedTuple):
    """A name of a city, with the reason it gives for taking a line of that name for the city."""

    text: str
    key: str
    reason: Reason


class RegistryCity(NamedTuple):
    """What matching has to know of a city."""

    slug: str
    name: str
    geonames_id: int | None
    coordinates: tuple[float, float] | None  # latitude and longitude in degrees
    population: int
    spellings: tuple[Spelling, ...]

    @property
    def keys(self):
        return {spelling.key for spelling in self.spellings}


class CityAbroad(NamedTuple):
    """A city of a country that was not asked for."""

    slug: str
    name: str


class Registry:
    """The cities of some countries, found by their names or their GeoNames numbers; makes no query once loaded."""

    def __init__(self, cities, abroad=()):
        """`cities`: {ISO code of the country: list of its `RegistryCity`}; each country that will be asked for.
        `abroad`: (GeoNames number, slug, name) of the cities of other countries that have a number."""
        self._cities = cities
        self._abroad = {number: CityAbroad(slug, name) for number, slug, name in abroad}
        self._by_key, self._by_base, self._by_number = {}, {}, {}
        for code, own in cities.items():
            for city in own:
                self._by_number[city.geonames_id] = city
                for spelling in city.spellings:
                    for reading in readings(spelling.text):
                        self._note(self._by_key, code, compact(reading), city, spelling.reason)
                    self._note(
                        self._by_key, code, compact(without_city_words(spelling.text)), city, Reason("city_words")
                    )
                    base, qualifier = base_and_qualifier(spelling.text)
                    self._by_base.setdefault((code, compact(base)), {}).setdefault(city, set()).add(compact(qualifier))

    @staticmethod
    def _note(index, code, key, city, reason):
        if key:
            index.setdefault((code, key), {}).setdefault(city, reason)

    @classmethod
    def of(cls, country_codes, cities=None):
        """The cities of these countries, or those of the queryset `cities` in them, in four queries."""
        codes = set(country_codes) - {None}
        all_cities = City.objects.all() if cities is None else cities
        cities = all_cities.filter(country_id__in=codes)
        abroad = all_cities.exclude(country_id__in=codes).exclude(geonames_id=None)
        rows = cities.order_by("slug").values_list(
            "pk", "slug", "country_id", "name_en", "geonames_id", "latitude", "longitude", "population"
        )
        years = {}
        announced = Admission.objects.filter(city__country_id__in=codes)
        for pk, text, year in announced.values_list("city_id", "name_as_announced", "cohort__year"):
            years[pk, text] = max(year or 0, years.get((pk, text), 0))
        spellings = {}
        named = CityName.objects.filter(city__country_id__in=codes).order_by("pk")
        named = named.values_list("city_id", "text", "language", "kind")
        for pk, text, language, kind in sorted(named, key=lambda name: _LANGUAGES.get(name[2], 9)):
            reason = _reason(kind, language, years.get((pk, text)))
            spellings.setdefault(pk, []).append(Spelling(text, compact(text), reason))
        found = {code: [] for code in codes}
        for pk, slug, code, name, number, latitude, longitude, population in rows:
            place = (float(latitude), float(longitude)) if latitude is not None else None
            known = tuple(spellings.get(pk, ()))
            found[code].append(RegistryCity(slug, name, number, place, population or 0, known))
        return cls(found, abroad.values_list("geonames_id", "slug", "name_en"))

    def in_country(self, code):
        """The cities of a country; a KeyError if that country was not loaded."""
        return self._cities[code]

    def called(self, code, key):
        """{city: reason} of the cities of the country that have a name with this key."""
        return self._by_key.get((code, key), {})

    def with_base(self, code, key):
        """{city: keys of what tells it from others} by the name without brackets: Seo-gu of "Seo-gu (Busan)"."""
        return self._by_base.get((code, key), {})

    def numbered(self, geonames_id):
        """The city with this GeoNames number, or None."""
        return self._by_number.get(geonames_id) if geonames_id else None

    def abroad(self, geonames_id):
        """The city with this GeoNames number, whichever country it is in, or None."""
        return self.numbered(geonames_id) or self._abroad.get(geonames_id)


def _reason(kind, language, year):
    if year is not None and kind == CityName.Kind.ANNOUNCED:
        return Reason("announced", year) if year else Reason("announced_once")
    if kind == CityName.Kind.NAME:
        return Reason(f"same_name_{language}" if language in ("en", "fr", "ar") else "same_name")
    return Reason("former" if kind == CityName.Kind.FORMER else "spelling")
