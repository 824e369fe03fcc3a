"""The list of sources, and the page of each: everything public that rests on it."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView
from django_filters.views import FilterView

from cities.facets import Query
from cities.filters import SourceFilter
from cities.models import Source
from gnlc.pages.public import PublicPage
from gnlc.seo import nodes
from gnlc.seo.linked_data import LinkedData
from records.listing.pagination import NearestPage
from records.page_views.counting import CountsReads


class SourceListView(NearestPage, PublicPage, FilterView):
    """The published texts on which the registry rests, by kind of publisher, each with the number of its records."""

    filterset_class = SourceFilter
    template_name = "cities/sources/source_list.html"
    shows_texts = False
    paginate_by = 50

    def get_filterset_kwargs(self, filterset_class):
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    def get_queryset(self):
        return Source.objects.public().by_kind_of_publisher()

    def get_context_data(self, **kwargs):
        hidden = Query(self.request.GET).without("q").lists()
        context = super().get_context_data(kinds=Source.Kind.choices, hidden=hidden, **kwargs)
        resting = Source.objects.number_resting_on(list(context["object_list"]))
        for source in context["object_list"]:
            source.resting = resting[source.pk]
        return context


class SourceView(PublicPage, CountsReads, DetailView):
    """What was taken from one published text. A source on which nothing public rests has no page."""

    template_name = "cities/sources/source_detail.html"
    model = Source

    def get_context_data(self, **kwargs):
        groups = [
            (label, [(record, _named_by(record), _address(record)) for record in found])
            for label, found in self.object.carries()
        ]
        if not groups:
            raise Http404
        return super().get_context_data(
            groups=groups, has_namesakes=Source.objects.has_namesakes(self.object), **kwargs
        )

    def linked_data(self, context):
        source = self.object
        trail = [(_("Sources"), reverse("cities:sources")), (source.title, source.get_absolute_url())]
        return LinkedData(nodes.of_article(source, self.request.build_absolute_uri), trail=trail)


def _named_by(record):
    """The translated field that names the record; "" where it is named by its city, its cohort or its numbers."""
    return next((field for field in ("title", "name", "city_name", "rule") if hasattr(record, f"{field}_en")), "")


def _address(record):
    """The page on which the record stands: its own, else that of its city, its cohort or its country."""
    for owner in (record, *(getattr(record, name, None) for name in ("city", "cohort", "country"))):
        if hasattr(owner, "get_absolute_url"):
            return owner.get_absolute_url()
    return ""
