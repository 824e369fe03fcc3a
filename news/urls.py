"""Addresses of news, events and campaigns; they are permanent."""

from django.urls import include, path, re_path

from news import campaign_views, event_views, views
from news.feeds import NewsFeed
from news.models import NewsItem
from records.suggestions import suggestion_urls

app_name = "news"
urlpatterns = [
    path("news/", views.NewsListView.as_view(), name="list"),
    re_path("^news/(?P<year>[0-9]{4})/$", views.NewsYearView.as_view(), name="year"),
    path("news.atom", NewsFeed(), name="feed"),
    path("news/<slug:slug>/", views.NewsItemView.as_view(), name="item"),
    path("news/<slug:slug>/suggest/", include(suggestion_urls(NewsItem.objects.public))),
    path("events/", event_views.EventListView.as_view(), name="events"),
    path("events.ics", event_views.CalendarView.as_view(), name="calendar"),
    path("events/<slug:slug>.ics", event_views.EventCalendarView.as_view(), name="event_calendar"),
    path("events/<slug:slug>/", event_views.EventView.as_view(), name="event"),
    path("campaigns/", campaign_views.CampaignListView.as_view(), name="campaigns"),
    path("campaigns/<slug:slug>/", campaign_views.CampaignView.as_view(), name="campaign"),
]
