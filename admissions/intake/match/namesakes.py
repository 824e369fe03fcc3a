"""Candidates that have the listed name: which of them can be meant, and whether only one can."""

from admissions.intake.characters import LATIN, is_arabic
from admissions.intake.spelling import (
    base_and_qualifier,
    begins_as_a_body,
    compact,
    names_a_body,
    names_a_body_around_a_town,
    without_body_words,
)
from cities.city_words import without_city_words
from records.distance import kilometres
from records.search.folding import readings

from .lookup import SAME_PLACE
from .reasons import Reason

# A place is meant without doubt if it has so many times the inhabitants of any other of the name. Members of the
# network begin at 2,000 inhabitants: San José in Costa Rica has ten times those of the San José near it, which could
# be meant as well; the 1,400 of the one Mérida in Mexico are unlikely beside 1.2 million of the other.
DOMINANT = 100
# Inhabitants that count below which another name of a place does not make it certain: villages that the gazetteer does
# not have may bear it as well.
LITTLE = 5_000


def namesakes(lookup):
    """Candidates whose name is the listed one, spelled with or without what people write or leave out at will."""
    keys = list(map(compact, readings(lookup.name)))
    if is_arabic(lookup.name):  # "and" may have been taken for the first letter, or the other way round
        keys += [other for key in keys for other in (f"و{key}", key.removeprefix("و"))]
    found = _called(lookup, [key for key in keys if len(key) > 1])
    short = without_city_words(lookup.name)
    if not found and short and not begins_as_a_body(lookup.name) and not names_a_body(short):
        found = _called(lookup, [compact(short)], Reason("city_words"))
    return found or [*_of_base(lookup), *_of_body(lookup)]


def _called(lookup, keys, reason=None):
    called = {}
    for key in keys:
        for city, known in lookup.registry.called(lookup.code, key).items():
            called.setdefault(city, reason or known)
    places = lookup.homonyms(keys)
    found = [_city(lookup, city, why, keys, called) for city, why in called.items()]
    others = [place for place in places if not any(_is_at(city, place, places) for city in called)]
    is_body = reason is None and names_a_body_around_a_town(lookup.name)
    return found + [
        _place(lookup, place, keys, places, may_be=not called and (names_a_body(place.name) or not is_body))
        for place in others
    ]


def _city(lookup, city, reason, keys, called):
    """A city of the registry that has the name; certain if nothing else of that name could be meant.

    Where the listed name has nothing that tells it from others, neither has the city's own when it is weighed: a
    "لا باز" in Argentina may be any La Paz, not just the "La Paz (Mendoza)" that is recorded.
    """
    base, _qualifier = base_and_qualifier(city.name)
    is_told_apart = bool(base_and_qualifier(lookup.name)[1])
    places = lookup.homonyms(keys if is_told_apart else [*keys, compact(base)])
    here = [weight for place, weight in places.items() if _is_at(city, place, places)]
    rivals = [weight for place, weight in places.items() if not _is_at(city, place, places)]
    own = lookup.places.numbered(city.geonames_id)
    inhabitants = max(city.population, own.population if own else 0, *here, 0)
    certain = len(called) == 1 and inhabitants >= DOMINANT * max(rivals, default=0)
    return lookup.candidate_of(city, 1.0 if certain else 0.85, reason, certain)


def _is_at(city, place, homonyms):
    """Whether the city is the place: by its number, or by standing where it stands, or, where nothing is recorded
    about it, by being the largest of the name."""
    if city.geonames_id or city.coordinates:
        same_place = city.coordinates and kilometres(city.coordinates, place.coordinates) <= SAME_PLACE
        return city.geonames_id == place.geonames_id or bool(same_place)
    return place == next(iter(homonyms))


def _place(lookup, place, keys, homonyms, may_be):
    """A place that has the name; certain if it `may_be` so, being neither beside a city of the registry that has the
    name too, nor a town where a body was listed: the gazetteer notes "Muscat Governorate" for Muscat."""
    others = [weight for other, weight in homonyms.items() if other != place]
    is_main_name = compact(place.name) in keys or not LATIN.search(lookup.name)
    is_known_so = is_main_name or homonyms[place] >= LITTLE
    dominant = homonyms[place] >= DOMINANT * max(others, default=0) and bool(place.population or not others)
    if others:
        largest = place == next(iter(homonyms))
        reason = Reason("gazetteer_largest" if largest else "gazetteer_several", len(homonyms))
        score = 0.82 if largest else 0.78
    else:
        reason, score = Reason("gazetteer_only"), 0.82
    certain = dominant and may_be and is_known_so
    return lookup.candidate_at(place, 0.95 if certain else score, reason, certain)


def _of_base(lookup):
    """Seo-gu of "Seo-gu, Gwangju": who is called so, and whether the rest tells which one is meant."""
    base, qualifier = base_and_qualifier(lookup.name)
    key = compact(base)
    if len(key) < 2:
        return
    cities = lookup.registry.with_base(lookup.code, key)
    for city, others in cities.items():
        differs = qualifier and "" not in others
        yield lookup.candidate_of(city, 0.55 if differs else 0.8, Reason("other_brackets" if differs else "brackets"))
    if not qualifier:
        return
    places = lookup.homonyms([key])
    divisions = lookup.places.divisions_called(compact(qualifier))
    named = sorted(lookup.places.called(compact(qualifier)), key=lambda place: -place.population)[:1]
    there = [place for place in places if place.admin1 in (divisions or {each.admin1 for each in named})]
    certain = not cities and len(there) == 1 and (bool(divisions) or not names_a_body(qualifier))
    # "Brescia, Lombardy" and "Chihuahua, Chihuahua" say no more than where it is; "Sakai, Osaka" may be two cities.
    is_division = divisions and (compact(qualifier) == key or not named)
    reason = Reason("gazetteer_division" if is_division else "gazetteer_province", text=qualifier)
    for place in places:
        if place in there:
            yield lookup.candidate_at(place, 0.92, reason, certain)
        else:
            yield lookup.candidate_at(place, 0.7, Reason("brackets"))


def _of_body(lookup):
    """Kilifi of "Kilifi County": the town is not the county, but often stands for it."""
    key = compact(without_body_words(lookup.name))
    if len(key) < 3:
        return
    for city in lookup.registry.called(lookup.code, key):
        yield lookup.candidate_of(city, 0.75, Reason("body"))
    for place in lookup.homonyms([key]):
        yield lookup.candidate_at(place, 0.65, Reason("body"))
