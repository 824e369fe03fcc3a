"""One listed name in one country: what registry and gazetteer have for a key, as candidates."""

from rapidfuzz import fuzz

from admissions.intake.characters import LATIN
from admissions.intake.gazetteer import places_of
from admissions.intake.spelling import compact, sound
from records.distance import kilometres
from records.search.folding import search_words

from .candidate import Candidate
from .reasons import Reason

SAME_PLACE = 20  # kilometres; places of one name so close to each other are one place noted twice
NEAR = 15  # kilometres; a city recorded without a GeoNames number may be the place itself
SIMILAR = 75  # fuzz.ratio of two keys from which on one is proposed for the other
UNKNOWN_POPULATION = 1_000  # assumed where the gazetteer knows none


class Lookup:
    """A listed name, with the cities and the places of its country."""

    def __init__(self, name, country_code, registry):
        self.name = name.strip()
        self.code = country_code
        self.registry = registry
        self.cities = registry.in_country(country_code)
        self.places = places_of(country_code)

    def homonyms(self, keys):
        """{place: inhabitants that count} of the places with one of these keys, the largest first.

        Another name of a place counts half of what its main name does, unless it is in another script, in which it can
        be no main name. A place that is found by another name brings those that share its main name with it: who noted
        سوجو for one Suzhou did not note it for the other. Where no place is mainly called so, those whose name goes on
        after it are meant as well: Santa Rosa may be Santa Rosa de Copán or Santa Rosa de Aguán.
        """
        found = {place for key in keys for place in self.places.called(key)}
        whole = not LATIN.search(self.name)
        weights = {}
        for place in found:
            share = 1 if whole or compact(place.name) in keys else 0.5
            self._weigh(place, share, weights)
            for other in self.places.called(compact(place.name)):
                self._weigh(other, share if compact(other.name) == compact(place.name) else share / 2, weights)
        if not whole and not any(compact(place.name) in keys for place in found):
            for place in self._called_longer(keys if found else ()):
                self._weigh(place, 0.5, weights)
        kept = {}
        for place, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0].geonames_id)):
            if all(kilometres(place.coordinates, other.coordinates) > SAME_PLACE for other in kept):
                kept[place] = weight
        return kept

    def _called_longer(self, keys):
        """Places whose main name begins with the words of one of the keys and goes on."""
        for key in keys:
            for longer in self.places.containing(key):
                for place in self.places.called(longer) if longer.startswith(key) else ():
                    words = search_words(place.name)
                    if any("".join(words[:count]) == key for count in range(1, len(words))):
                        yield place

    @staticmethod
    def _weigh(place, share, weights):
        weight = (place.population or UNKNOWN_POPULATION) * share
        weights[place] = max(weight, weights.get(place, 0))

    def candidate_of(self, city, score, reason, certain=False):
        return Candidate(city.slug, city.geonames_id, city.name, score, reason, certain)

    def candidate_at(self, place, score, reason, certain=False):
        """A place of the gazetteer, or the city of the registry that stands for it.

        That city is only certain if it has one of the place's names: a county stands where its seat is, and is not
        the seat. A place close to a city that is recorded without a number may be that city under another name.
        """
        city = self.registry.numbered(place.geonames_id)
        if city:
            same = not city.keys.isdisjoint(place.is_called)
            why = Reason("gazetteer_spelling" if same else "gazetteer_seat")
            return Candidate(city.slug, place.geonames_id, city.name, score if same else 0.6, why, certain and same)
        if certain and any(self._may_be(city, place) for city in self.cities if city.geonames_id is None):
            score, reason, certain = 0.75, Reason("gazetteer_near"), False
        return Candidate(
            None, place.geonames_id, place.name, score, reason, certain,
            place.latitude, place.longitude, place.population or None, (place.name, *place.aliases),
        )  # fmt: skip

    def _may_be(self, city, place):
        """Whether a city that is recorded without a number stands close to the place and sounds like it."""
        if not city.coordinates or kilometres(city.coordinates, place.coordinates) > NEAR:
            return False
        sounds = {sound(place.name), sound(self.name)}
        return any(fuzz.ratio(own, sound(known.text)) >= SIMILAR for own in sounds for known in city.spellings)
