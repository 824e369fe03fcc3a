"""The addresses of news for search engines."""

from cities.sitemaps import RecordSitemap
from news.models import NewsItem


class NewsSitemap(RecordSitemap):
    model = NewsItem

    def items(self):
        return NewsItem.objects.public().order_by("pk")
