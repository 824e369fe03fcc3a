"""The map of the cities that a query string finds, the list's own, with the list beside it."""

from dataclasses import dataclass
from itertools import groupby

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters.views import FilterView

from cities.facets import Alternative, Choice, Query, chips, facets
from cities.filters import CityFilter, country_codes
from cities.models import City, Country
from gnlc.maps.dots import WORLD, box_around, dots
from gnlc.maps.tones import NO_COHORT, coloured
from gnlc.pages.cities.search_hints import advice
from gnlc.pages.public import PublicPage
from records.listing.filters import UNKNOWN

WHOLE = "world"


def places():
    """Where the map can be looked at more closely: the regions of UNESCO, then countries."""
    return [(WHOLE, pgettext_lazy("map", "World")), *Country.Region.choices, *country_codes()]


class MapFilter(CityFilter):
    """The filters of the list, and `view`: which part of the map is shown, without leaving anything out of it."""

    view = django_filters.ChoiceFilter(
        method="look_at",
        label=_("Part of the map"),
        choices=places,
        error_messages={"invalid_choice": _("The map has no part called “%(value)s”.")},
    )

    def look_at(self, cities, field, place):
        return cities


@dataclass(frozen=True)
class OnTheMap:
    """A country with the dots of its cities, and the address that shows it closer."""

    country: Country
    dots: list
    url: str

    @property
    def can_be_shown(self):
        """Whether a place of one of its cities may be known."""
        return len(self.dots) > 1 or self.dots[0].x is not None


@dataclass(frozen=True)
class Colour:
    """A year with the number of its colour, and the choice that filters by it."""

    tone: int
    choice: Choice


class CityMapView(PublicPage, FilterView):
    """Dots on the map for the cities found, and the same cities as a list, by country."""

    queryset = City.objects.select_related("country")
    filterset_class = MapFilter
    template_name = "pages/city_map.html"
    shows_texts = False

    def get_filterset_kwargs(self, filterset_class):
        # Always bound: without a query string, too, the map shows members only.
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    def get_context_data(self, *, object_list, **kwargs):
        asked, view = Query(self.request.GET), self._view()
        # What is filtered next is looked at as a whole.
        query = Query(asked.without("view"))
        facets_found = facets(CityFilter(query.data, City.objects.all()), City.objects.all())
        chosen = chips(query, facets_found)
        found = dots(object_list.sorted_by_country(), self.filterset.day, self._years())
        context = super().get_context_data(
            facets=[facet for facet in facets_found if facet.name != "year"],
            legend=legend(next(facet for facet in facets_found if facet.name == "year")),
            chips=chosen,
            hidden=query.without("q").lists(),
            query=query.data.urlencode(),
            views=[
                Alternative(label, query.replaced("view", value), value == view)
                for value, label in [(WHOLE, places()[0][1]), *Country.Region.choices]
            ],
            countries=[
                OnTheMap(country, list(own), query.replaced("view", country.code))
                for country, own in groupby(found, lambda dot: dot.city.country)
            ],
            dots=[dot for dot in found if dot.x is not None],
            without_place=sum(dot.x is None for dot in found),
            box=box(found, view),
            number=len(found),
            object_list=[dot.city for dot in found],
            as_of=self.filterset.asked_day,
            day=self.filterset.day,
            **kwargs,
        )
        return context | advice(self.filterset, chosen, found_nothing=not found)

    def _years(self):
        form = self.filterset.form
        return [int(year) for year in form.cleaned_data["year"] if year != UNKNOWN] if form.is_valid() else []

    def _view(self):
        form = self.filterset.form
        return form.cleaned_data["view"] if form.is_valid() else ""


def box(dots, view):
    """The part of the map to show: around what was found in the place asked for, else around all that was found."""
    if view == WHOLE:
        return WORLD
    there = [dot for dot in dots if view in (dot.city.country_id, dot.city.country.region)]
    return box_around(there or dots)


def legend(years):
    """The facet of years with the number of the colour of each, oldest first, what is not known last."""
    by_year = {str(cohort.year): tone for cohort, tone in reversed(coloured())}
    choices = sorted(years.choices, key=lambda choice: (choice.value == UNKNOWN, choice.value))
    return [Colour(by_year.get(choice.value, NO_COHORT), choice) for choice in choices]
