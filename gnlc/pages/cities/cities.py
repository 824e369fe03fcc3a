"""The pages about cities and countries."""

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import DetailView, ListView
from django_filters.views import FilterView

from cities.facets import Alternative, Query, chips, facets
from cities.filters import CityFilter
from cities.models import City, Country, FormerAddress, Source
from gnlc.maps.lattice import lattice
from gnlc.maps.location import location
from gnlc.pages.cities.city_export import list_file
from gnlc.pages.cities.neighbours import neighbours
from gnlc.pages.cities.search_hints import advice
from gnlc.pages.public import PublicPage
from gnlc.pages.statistics.records import charts_of
from gnlc.seo import nodes
from gnlc.seo.linked_data import LinkedData, step
from records.as_of import AsOfDay
from records.listing.pagination import NearestPage
from records.output.csv_response import refusal
from records.page_views.counting import CountsReads
from records.visibility import public_relations


class CityListView(NearestPage, PublicPage, FilterView):
    """Members of the network, narrowed down by the query string; what was filtered out but fits is mentioned."""

    queryset = City.objects.select_related("country").prefetch_related("admissions__cohort")
    filterset_class = CityFilter
    template_name = "cities/city_list.html"
    shows_texts = False
    paginate_by = 50

    def get_filterset_kwargs(self, filterset_class):
        # Always bound: without a query string, too, the list shows members only.
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    def get_context_data(self, **kwargs):
        query, found = Query(self.request.GET), facets(self.filterset, City.objects.all())
        chosen = chips(query, found)
        sort = query.data.get("sort", "name")
        context = super().get_context_data(
            facets=found,
            chips=chosen,
            orders=[
                Alternative(label, query.replaced("sort", value), value == sort)
                for value, label in CityFilter.SORTS.items()
            ],
            hidden=query.without("q").lists(),
            query=query.data.urlencode(),
            as_of=self.filterset.asked_day,
            day=self.filterset.day,
            **kwargs,
        )
        return context | advice(self.filterset, chosen, found_nothing=not context["paginator"].count)


class CityFileView(View):
    """The cities that the query string asks for, all on one list, as a file; members without one."""

    queryset = City.objects.select_related("country").prefetch_related("admissions__cohort", "admissions__sources")

    def get(self, request, *args, **kwargs):
        found = CityFilter(request.GET, self.queryset)
        if not found.form.is_valid():
            return refusal(found.form)
        return list_file(found.qs, found.day, request.build_absolute_uri)


class CityView(PublicPage, CountsReads, DetailView):
    """All that the registry knows of one city, member or not; of one that is not public, nothing.

    A former address goes on answering: it leads to where the city is now, or the page is gone (410) and says why.
    """

    about = (
        "names",
        "profile_sources",
        "admissions__sources",
        "admissions__end_sources",
        "corrections__sources",
        "round_entries__recording",
        "membership_notes__sources",
        "awards__sources",
        "initiatives__key_features",
        "initiatives__venues",
        "initiatives__audiences",
        "initiatives__sources",
        "partnerships__cities",
        "partnerships__sources",
        "agreements__sources",
        "events__sources",
        "conferences",
        "coordinated_clusters",
    )
    beside = {each.partition("__")[0] for each in about}
    template_name = "cities/city_detail.html"

    def get_queryset(self):
        shown = [self._public(relation) for relation in public_relations(City) if relation.name in self.beside]
        return City.objects.public().select_related("country").prefetch_related(*shown, *self.about)

    def _public(self, relation):
        records = relation.related_model.objects.public()
        of_cohorts = any(field.name == "cohort" for field in records.model._meta.fields)
        return Prefetch(relation.name, records.select_related("cohort") if of_cohorts else records)

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            former = FormerAddress.objects.answering().filter(slug=self.kwargs["slug"]).first()
            if former is None:
                near = (
                    City.objects.public().select_related("country").named_nearly(self.kwargs["slug"].replace("-", " "))
                )
                return self.answer_instead("cities/city_unknown.html", 404, near=near)
            if former.moved_to:
                return redirect(former.moved_to, permanent=True)
            return self.answer_instead("cities/city_gone.html", 410, former=former)

    def get_context_data(self, **kwargs):
        city = self.object
        others = City.objects.members().exclude(pk=city.pk).select_related("country").sorted_by_name()
        return super().get_context_data(
            compatriots=others.in_country(city.country_id),
            companions=others.admitted_with(city).exclude(country=city.country_id),
            first_cohort=City.objects.in_country(city.country_id).first_cohort(),
            news=city.news_items.public().newest_first(),
            location=location(city.longitude, city.latitude) if city.latitude is not None else None,
            lattice=lattice(city.slug, city.latitude, city.longitude),
            **neighbours(city),
            **kwargs,
        )

    def linked_data(self, context):
        city, site = self.object, self.request.build_absolute_uri
        events = [nodes.of_event(event, site, city) for event in city.events.all()]
        countries = (_("Countries"), reverse("cities:countries"))
        return LinkedData(nodes.of_city(city, site), events, [countries, step(city.country), step(city)])


class CountryListView(PublicPage, AsOfDay, ListView):
    """Countries with members, by UNESCO region, today or as of a day."""

    template_name = "cities/country_list.html"
    shows_texts = False

    def get_queryset(self):
        return Country.objects.with_members(self.day).sorted_by_name()

    def get_context_data(self, **kwargs):
        countries = {region: [] for region in [*Country.Region.values, ""]}
        for country in self.object_list:
            countries[country.region].append(country)
        return super().get_context_data(
            regions=[
                (region, found, sum(country.members for country in found)) for region, found in countries.items()
            ],
            members=City.objects.as_of(self.day).count(),
            largest=max((country.members for country in self.object_list), default=0),
            **kwargs,
        )


class CountryView(PublicPage, CountsReads, AsOfDay, DetailView):
    """A country's cities in the network through time, today or as of a day. The address has the code in lower case."""

    template_name = "cities/country_detail.html"

    def get_object(self):
        countries = Country.objects.public().prefetch_related("agreements__sources")
        return get_object_or_404(countries, code=self.kwargs["code"].upper())

    def get_context_data(self, **kwargs):
        country, day = self.object, self.day
        cities = City.objects.public().in_country(country.code).prefetch_related("admissions__cohort", "awards")
        region = Country.objects.with_members(day).in_region_of(country)
        return super().get_context_data(
            members=cities.as_of(day).oldest_first(day),
            not_members=cities.not_members(self.asked_day).sorted_by_name(),
            first=cities.first_admitted(day).sorted_by_name(),
            region_members=sum(each.members for each in region),
            commission_sources=Source.objects.of_commissions_about(country),
            charts=charts_of(country, self.asked_day),
            **kwargs,
        )

    def linked_data(self, context):
        country, members, site = self.object, context["members"], self.request.build_absolute_uri
        cities = [nodes.of_cities(members, _("Members, by year of admission"), site)] if members else []
        trail = [(_("Countries"), reverse("cities:countries")), step(country)]
        return LinkedData(nodes.of_country(country, site), cities, trail)
