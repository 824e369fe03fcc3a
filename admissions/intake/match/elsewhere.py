"""Well-known cities of other countries that have the listed name: the country of the list may be a slip."""

from admissions.intake.well_known import known_elsewhere
from cities.city_words import without_city_words

from .candidate import Candidate
from .reasons import Reason

MOST = 2
# A place of the country with fewer inhabitants is asked about where a city elsewhere has so many, and so many times
# its own: Lagos is a town of Portugal, but whoever lists it may mean the Lagos of 15 million.
SMALL, LARGE, TIMES = 100_000, 100_000, 20


def elsewhere(lookup, same):
    """Candidates of other countries, where none of the `same` has the name in the country of the list, or only a small
    place that nobody has recorded; the largest first, never certain."""
    own = [each for each in same if each.has_the_name]
    if any(not each.is_new for each in own):
        return []
    known = known_elsewhere(lookup.name, lookup.code)
    known = known or known_elsewhere(without_city_words(lookup.name), lookup.code)
    if own:
        size = max(each.population or 0 for each in own)
        known = [each for each in known if size < SMALL and each[1].population >= max(LARGE, TIMES * size)]
    return [_candidate(lookup.registry, code, place, "better_known" if own else "elsewhere") for code, place in known][
        :MOST
    ]


def _candidate(registry, code, place, reason):
    city = registry.abroad(place.geonames_id)
    return Candidate(
        city and city.slug, place.geonames_id, city.name if city else place.name, 0.6, Reason(reason), False,
        place.latitude, place.longitude, place.population, (place.name, *place.aliases), code,
    )  # fmt: skip
