"""The addresses of news, events and campaigns for search engines."""

from cities.sitemaps import RecordSitemap
from news.models import Campaign, Event, NewsItem


class NewsSitemap(RecordSitemap):
    model = NewsItem

    def items(self):
        return NewsItem.objects.public().order_by("pk")


class EventSitemap(RecordSitemap):
    model = Event


class CampaignSitemap(RecordSitemap):
    model = Campaign
