"""What the list of cities says beside its results to somebody who may look for something else."""

from django.http import QueryDict

from cities.facets import WayOut
from cities.filters import CityFilter
from cities.models import City, Country

MOST_WAYS = 8  # each costs a query


def advice(filterset, chips, *, found_nothing):
    """Answers to what the search may have meant; without a result also how to get one.

    `not_members`: cities that the search names and that are recorded without being members. `countries_meant`:
    countries that the search names. `nearly_named`: cities whose names differ from it by a letter or two.
    `ways_out`: of the filters that together find nothing, those without which something is found.
    """
    form = filterset.form
    words = form.cleaned_data["q"] if form.is_valid() else ""
    said = {"ways_out": _ways_out(chips) if found_nothing else []}
    if words:
        cities = City.objects.public().select_related("country")
        said["countries_meant"] = Country.objects.with_members(filterset.day).named(words)[:3]
        if form.cleaned_data["status"] != "other":
            others = cities.not_members(filterset.asked_day).named(words).sorted_by_name()
            said["not_members"] = others.prefetch_related("admissions__cohort")[:5]
        if found_nothing and not said.get("not_members") and not said["countries_meant"]:
            said["nearly_named"] = cities.named_nearly(words)
    return said


def _ways_out(chips):
    if len(chips) > MOST_WAYS:
        return []
    ways = [(chip, CityFilter(QueryDict(chip.url.removeprefix("?")), City.objects.all())) for chip in chips]
    counted = [(chip, way.qs.count()) for chip, way in ways if way.is_valid()]
    return [WayOut(chip, number) for chip, number in counted if number]
