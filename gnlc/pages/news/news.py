"""The pages with news, events and conferences."""

from itertools import groupby

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, YearArchiveView
from django_filters.views import FilterView

from cities.facets import Query, chips
from gnlc.pages.public import PublicPage
from gnlc.seo import nodes
from gnlc.seo.linked_data import LinkedData, step
from news.facets import facets
from news.filters import NewsFilter
from news.models import Event, NewsItem
from records.l10n import month_in_words
from records.listing.pagination import NearestPage
from records.page_views.counting import CountsReads

RELATED = 4


def items_to_list():
    """The items that visitors see, with what a list tells of each."""
    return NewsItem.objects.public().newest_first().select_related("cohort").prefetch_related("cities__country")


class NewsListView(NearestPage, PublicPage, FilterView):
    """News in its own language, newest first, narrowed down by the query string; and the events of the network."""

    filterset_class = NewsFilter
    template_name = "news/item_list.html"
    paginate_by = 20

    def get_queryset(self):
        return items_to_list()

    def get_filterset_kwargs(self, filterset_class):
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    def get_context_data(self, **kwargs):
        query, found = Query(self.request.GET), facets(self.filterset, NewsItem.objects.public())
        return super().get_context_data(
            facets=found,
            chips=chips(query, found, ["q", *(facet.name for facet in found)]),
            hidden=query.without("q").lists(),
            years=NewsItem.objects.public().years(),
            events=Event.objects.select_related("city").prefetch_related("sources")[:6],
            **kwargs,
        )

    def linked_data(self, context):
        return LinkedData(also=[nodes.of_event(event, self.request.build_absolute_uri) for event in context["events"]])


class NewsYearView(PublicPage, YearArchiveView):
    """All that appeared in a year, month by month, and the ways to the years around it that have news.

    A year without news says so if there is news before and after it; no other has a page.
    """

    template_name = "news/item_archive_year.html"
    date_field = "published_on"
    make_object_list = True
    allow_future = allow_empty = True

    def get_queryset(self):
        return items_to_list()

    def get_context_data(self, **kwargs):
        year, years = int(self.get_year()), NewsItem.objects.public().years()
        later = [each for each, _number in years if each > year]
        earlier = [each for each, _number in years if each < year]
        if not self.object_list and not (later and earlier):
            raise Http404
        months = groupby(self.object_list, key=lambda item: item.published_on.replace(day=1))
        return super().get_context_data(
            months=[(month_in_words(month), f"{month:%m}", list(items)) for month, items in months],
            years=years,
            later=later[-1] if later else None,
            earlier=earlier[0] if earlier else None,
            **kwargs,
        )


class NewsItemView(PublicPage, CountsReads, DetailView):
    """One news item with the cities it speaks of, what else was written about them, and its neighbours in time."""

    template_name = "news/item_detail.html"
    context_object_name = "item"

    def get_queryset(self):
        return items_to_list()

    def get_context_data(self, **kwargs):
        public = NewsItem.objects.public()
        return super().get_context_data(
            related=public.related_to(self.object)[:RELATED],
            newer=public.before(self.object).first(),
            older=public.after(self.object).first(),
            **kwargs,
        )

    def linked_data(self, context):
        """The article is its publisher's; our page is about it."""
        trail = [(_("News"), reverse("news:list")), step(self.object)]
        return LinkedData(nodes.of_article(self.object, self.request.build_absolute_uri), trail=trail)
