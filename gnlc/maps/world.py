"""The world with a dot for each city whose place is known: one path a cohort, however many dots."""

from collections import defaultdict
from dataclasses import dataclass

from admissions.membership.periods import cohort_by, periods
from admissions.models import Admission, Cohort
from gnlc.maps.dots import WORLD, Box, point
from gnlc.maps.projection import equal_earth
from gnlc.maps.tones import NO_COHORT, coloured
from records.as_of import today


@dataclass(frozen=True)
class Layer:
    """The dots of a cohort as one path, and the number of their colour."""

    cohort: Cohort
    tone: int
    path: str


@dataclass(frozen=True)
class WorldMap:
    """What the drawing needs; `without_cohort` are the dots of cities whose cohort is not known, "" without one."""

    layers: list[Layer]
    without_cohort: str
    box: Box = WORLD


def world_map(cities, cohort=None):
    """A map of these cities, a queryset. Three queries.

    A city has the colour of the cohort with which it became a member, or all have that of the `cohort` they are of.
    """
    places = cities.exclude(latitude=None).values_list("pk", "longitude", "latitude")
    colours = coloured()
    of_city, paths = periods(Admission.objects.all()), defaultdict(str)
    tones = {None: NO_COHORT} | {each.slug: tone for each, tone in colours}
    for pk, longitude, latitude in places:
        slug = cohort.slug if cohort else cohort_by(of_city.get(pk, []), today())
        place = equal_earth(float(longitude), float(latitude))
        paths[slug] += point(*place, tones.get(slug, NO_COHORT), digits=1)
    layers = [Layer(each, tone, paths[each.slug]) for each, tone in colours if each.slug in paths]
    return WorldMap(layers, paths.get(None, ""))
