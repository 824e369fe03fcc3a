"""Which city a listed name means: candidates with reasons, and the automatic decision where there is no doubt."""

from dataclasses import replace

from .candidate import Candidate
from .elsewhere import elsewhere
from .lookup import Lookup
from .namesakes import namesakes
from .reasons import Reason
from .resembling import resembling

SURE = 0.9  # a candidate from this score on makes looking for similar names needless
ASKED = 0.85  # the score of the same name where a city of another country may be meant
NEARLY = 0.72  # the score of a place of which nine letters in ten are the listed name's


def candidates(name, country_code, *, registry, limit=5):
    """Up to `limit` candidates for a name listed in a country, the likeliest first.

    Cities of the registry with all their names come first, then places of the gazetteer; a place that is in the
    registry is that city. If no city comes close and no place has the name, a city known nowhere is among them, so a
    new one, with the well-known cities of other countries that have the name. Only the same name is ever certain, and
    only if no other place of that name could be meant as well. The registry must have been loaded with that country.
    """
    lookup = Lookup(name, country_code, registry)
    same = namesakes(lookup)
    others = elsewhere(lookup, same)
    if others:
        same = [replace(each, certain=False, score=min(each.score, ASKED)) for each in same]
    similar = [] if any(candidate.score >= SURE for candidate in same) else resembling(lookup)
    best = {}
    for candidate in [*_likeliest_first(same), *_likeliest_first(similar)]:
        best.setdefault(candidate.identity, candidate)
    found = _likeliest_first(best.values())
    if all(map(_is_remote, found)):  # also if there are none
        found.insert(0, _known_nowhere(name))
    found = found[: limit - len(others)]
    return [*found, *others] if same else [*others, *found]


def _likeliest_first(candidates):
    return sorted(candidates, key=lambda each: (-each.score, each.is_new, -(each.population or 0)))


def without_doubt(candidates):
    """The candidate that is meant without doubt, or None if a person has to look."""
    first = candidates[0] if candidates else None
    return first if first and first.certain else None


def _is_remote(candidate):
    """Whether the candidate is a place of another name: worth offering for its coordinates, but no sign that the
    listed city is recorded here, nor that this place is meant. A letter more or less in a long name is such a sign."""
    nearly = candidate.reason.code == "letters" and candidate.score >= NEARLY
    return candidate.is_new and not nearly and not candidate.reason.code.startswith("gazetteer")


def _known_nowhere(name):
    """A city that neither the registry nor the gazetteer knows; one name alone never makes it certain."""
    return Candidate(None, None, name.strip(), 0.5, Reason("nowhere"))
