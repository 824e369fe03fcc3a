"""Where a reader of a city's page may go on: the nearest members, similar ones, the previous and the next by name."""

from dataclasses import dataclass

from django.db.models import Q

from cities.models import City, Initiative
from records.as_of import today
from records.distance import kilometres

NEAREST, SIMILAR = 5, 4
ABOUT_AS_MANY = 1.25  # populations that differ by no more than this factor
REASONS_NEEDED = 2


@dataclass
class Similar:
    """A member and all that it has in common with the city of the page."""

    city: City
    in_cohort: bool
    is_kind: bool
    in_size: bool
    features: list


def neighbours(city):
    """Members by what relates them to a city, as the template names them. Four queries however many members.

    `nearest` are pairs of a member and its great-circle distance in whole km. `similar` are those that have most in
    common with it, at least two things, in other countries. `previous` and `following` stand beside it in the list
    of all members by name; a city that is no member, where it would stand. Needs the initiatives and admissions of
    the city prefetched.
    """
    rows = list(
        City.objects.filter(Q(pk__in=City.objects.members().values("pk")) | Q(pk=city.pk))
        .sorted_by_name()
        .values("pk", "latitude", "longitude", "kind", "population", "country_id")
    )
    place = next(number for number, row in enumerate(rows) if row["pk"] == city.pk)
    before, own, after = rows[place - 1 : place], rows[place], rows[place + 1 : place + 2]
    others = rows[:place] + rows[place + 1 :]
    near, alike = _nearest(own, others), _similar(city, own, others)
    wanted = [*(pk for pk, km in near), *(pk for pk, facts in alike), *(row["pk"] for row in [*before, *after])]
    known = City.objects.select_related("country").in_bulk(wanted)
    return {
        "nearest": [(known[pk], km) for pk, km in near],
        "similar": [Similar(known[pk], **facts) for pk, facts in alike],
        "previous": known[before[0]["pk"]] if before else None,
        "following": known[after[0]["pk"]] if after else None,
    }


def _nearest(own, others):
    if own["latitude"] is None:
        return []
    here = float(own["latitude"]), float(own["longitude"])
    located = [row for row in others if row["latitude"] is not None]
    far = [(kilometres(here, (float(row["latitude"]), float(row["longitude"]))), row["pk"]) for row in located]
    return [(pk, round(km)) for km, pk in sorted(far)[:NEAREST]]


def _similar(city, own, others):
    own_features = {each.pk: each for initiative in city.initiatives.all() for each in initiative.key_features.all()}
    own_cohorts = {each.cohort_id for each in city.admissions.all() if each.stood_by(today())} - {None}
    features, cohorts = _pairs(_features()), _pairs(_cohorts())
    found = []
    for row in others:
        shared = sorted(own_features.keys() & features.get(row["pk"], set()))
        facts = {
            "in_cohort": bool(own_cohorts & cohorts.get(row["pk"], set())),
            "is_kind": row["kind"] == own["kind"] not in ("", City.Kind.CITY),  # that most are cities says little
            "in_size": _ratio(row, own) <= ABOUT_AS_MANY,
            "features": [own_features[pk] for pk in shared],
        }
        reasons = len(shared) + sum(facts[name] for name in ("in_cohort", "is_kind", "in_size"))
        if reasons >= REASONS_NEEDED and row["country_id"] != own["country_id"]:
            found.append((-reasons, _ratio(row, own), row["pk"], facts))
    return [(pk, facts) for *_order, pk, facts in sorted(found, key=lambda each: each[:3])[:SIMILAR]]


def _ratio(row, own):
    """How many times the one has the people of the other; endless where that is not known."""
    few, many = sorted((row["population"] or 0, own["population"] or 0))
    return many / few if few else float("inf")


def _features():
    return Initiative.key_features.through.objects.values_list("initiative__city", "keyfeature")


def _cohorts():
    admissions = City._meta.get_field("admissions").related_model.objects
    return admissions.announced_by(today()).order_by().values_list("city", "cohort")


def _pairs(found):
    groups = {}
    for pk, other in found:
        groups.setdefault(pk, set()).add(other)
    return groups
