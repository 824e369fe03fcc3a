"""Addresses of news, events and campaigns; they are permanent."""

from django.urls import include, path, re_path

from gnlc.pages.news import campaigns, events, news
from gnlc.pages.suggestions import suggestion_urls
from news.feeds import NewsFeed
from news.models import NewsItem

app_name = "news"
urlpatterns = [
    path("news/", news.NewsListView.as_view(), name="list"),
    re_path("^news/(?P<year>[0-9]{4})/$", news.NewsYearView.as_view(), name="year"),
    path("news.atom", NewsFeed(), name="feed"),
    path("news/<slug:slug>/", news.NewsItemView.as_view(), name="item"),
    path("news/<slug:slug>/suggest/", include(suggestion_urls(NewsItem.objects.public))),
    path("events/", events.EventListView.as_view(), name="events"),
    path("events.ics", events.CalendarView.as_view(), name="calendar"),
    path("events/<slug:slug>.ics", events.EventCalendarView.as_view(), name="event_calendar"),
    path("events/<slug:slug>/", events.EventView.as_view(), name="event"),
    path("campaigns/", campaigns.CampaignListView.as_view(), name="campaigns"),
    path("campaigns/<slug:slug>/", campaigns.CampaignView.as_view(), name="campaign"),
]
