"""The news of the network for readers of feeds."""

from django.urls import reverse_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cities.publishers import publisher_in_words
from news.models import NewsItem
from records.l10n import apart
from records.output.feeds import RecordFeed


class NewsFeed(RecordFeed):
    """News, newest first: each title in the language of its article, each summary in that of the feed."""

    model = NewsItem
    title = _("News of the UNESCO Global Network of Learning Cities")
    subtitle = _("What the press and the network publish about learning cities, with a summary.")
    link = reverse_lazy("news:list")

    def records(self):
        items = NewsItem.objects.public().newest_first().select_related("cohort")
        return items.prefetch_related("cities")

    def item_title(self, item):
        return apart(item.title)

    def item_title_language(self, item):
        return item.title_language if item.title_language != get_language() else None

    def item_day(self, item):
        return item.published_on

    def item_author_name(self, item):
        return publisher_in_words(item.publisher)

    def item_links(self, item):
        """The article itself."""
        return [{"rel": "via", "href": item.url, "hreflang": item.language, "title": item.title}] if item.url else []

    def item_categories(self, item):
        return [*([item.cohort.years] if item.cohort and item.cohort.is_public else []), *map(str, item.cities.all())]
