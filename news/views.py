"""The pages with news, events and conferences."""

from django.views.generic import DetailView
from django_filters.views import FilterView

from admissions.models import Cohort
from cities.reads import CountsReads
from news.filters import NewsFilter
from news.models import Event, NewsItem


class NewsListView(FilterView):
    """News in its own language, newest first, and the events of the network."""

    filterset_class = NewsFilter
    template_name = "news/item_list.html"
    paginate_by = 20

    def get_queryset(self):
        return NewsItem.objects.public().newest_first().select_related("cohort")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            languages=NewsItem.objects.public().languages(),
            cohorts=Cohort.objects.in_the_news(),
            events=Event.objects.select_related("city").prefetch_related("sources")[:6],
            **kwargs,
        )


class NewsItemView(CountsReads, DetailView):
    """One news item with the cities it speaks of."""

    template_name = "news/item_detail.html"
    context_object_name = "item"

    def get_queryset(self):
        return NewsItem.objects.public().select_related("cohort").prefetch_related("cities__country")
