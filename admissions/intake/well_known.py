"""Cities that everybody knows, by their names, to notice one that is listed under another country than its own."""

from functools import cache

from .gazetteer import places_of_the_world
from .spelling import compact

LEAST = 50_000  # inhabitants of a place that is known by its main name
BY_ALL_NAMES = 200_000  # and of one that is known by its names in other languages too


def known_elsewhere(name, country_code):
    """[(country code, place)] of the well-known places of other countries that have the name, the largest first."""
    found = _by_key().get(compact(name), ())
    return [(code, place) for code, place in found if code != country_code]


@cache
def _by_key():
    index = {}
    for code, place in places_of_the_world(LEAST):
        keys = place.is_called if place.population >= BY_ALL_NAMES else [compact(place.name)]
        for key in dict.fromkeys(keys):
            index.setdefault(key, []).append((code, place))
    return {key: sorted(found, key=lambda known: -known[1].population) for key, found in index.items()}
