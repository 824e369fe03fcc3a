"""The pages of the library: initiatives of cities, one initiative, and what cities do together."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView
from django_filters.views import FilterView

from cities.facets import Query, chips
from cities.learning.facets import FILTERS, Facets
from cities.learning.filters import InitiativeFilter
from cities.models import Cluster, Initiative, KeyFeature, Partnership
from gnlc.pages.public import PublicPage
from gnlc.seo.linked_data import LinkedData, step
from records.listing.pagination import NearestPage
from records.page_views.counting import CountsReads

MOST_ALIKE = 6


class LibraryView(NearestPage, PublicPage, FilterView):
    """Initiatives of members and former members, narrowed down by the query string.

    One key feature alone opens with its words.
    """

    filterset_class = InitiativeFilter
    template_name = "learning/library.html"
    paginate_by = 24

    def get_queryset(self):
        initiatives = Initiative.objects.of_the_network().select_related("city__country").sorted_by_city()
        return initiatives.prefetch_related("key_features", "venues", "audiences", "sources")

    def get_context_data(self, **kwargs):
        query = Query(self.request.GET)
        facets = Facets(self.filterset, query).all()
        return super().get_context_data(
            facets=facets,
            features=facets[0].choices,
            chips=chips(query, facets, FILTERS),
            hidden=query.without("q").lists(),
            feature=self._feature(query),
            **kwargs,
        )

    def _feature(self, query):
        """The key feature asked for, if it is one and nothing else is asked for; else None."""
        asked = {name: query.data.getlist(name) for name in FILTERS if any(query.data.getlist(name))}
        if asked.keys() != {"feature"} or len(asked["feature"]) != 1:
            return None
        return KeyFeature.objects.filter(slug=asked["feature"][0]).prefetch_related("sources").first()


class InitiativeView(PublicPage, CountsReads, DetailView):
    """What a city does, with its sources, and what other cities do that is like it."""

    template_name = "learning/initiative.html"

    def get_queryset(self):
        initiatives = Initiative.objects.select_related("city__country")
        return initiatives.prefetch_related("key_features", "venues", "audiences", "goals", "sources")

    def get_context_data(self, **kwargs):
        initiatives = Initiative.objects.of_the_network().select_related("city__country")
        alike = initiatives.like(self.object).prefetch_related("key_features", "venues")
        return super().get_context_data(
            alike=alike[:MOST_ALIKE],
            others=self.object.city.initiatives.exclude(pk=self.object.pk),
            **kwargs,
        )

    def linked_data(self, context):
        return LinkedData(trail=[(_("Learning from each other"), reverse("cities:learning")), step(self.object)])


class PartnershipListView(PublicPage, ListView):
    """Partnerships between cities, and the clusters in which many of them work on one theme."""

    template_name = "learning/partnerships.html"

    def get_queryset(self):
        return Partnership.objects.newest_first().prefetch_related("cities__country", "sources")

    def get_context_data(self, **kwargs):
        clusters = Cluster.objects.prefetch_related("coordinators__country", "sources")
        return super().get_context_data(clusters=clusters, **kwargs)
