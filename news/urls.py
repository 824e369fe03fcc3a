"""Addresses of news; they are permanent."""

from django.urls import include, path, re_path

from cities.suggesting import suggestion_urls
from news import views
from news.feeds import NewsFeed
from news.models import NewsItem

app_name = "news"
urlpatterns = [
    path("news/", views.NewsListView.as_view(), name="list"),
    re_path("^news/(?P<year>[0-9]{4})/$", views.NewsYearView.as_view(), name="year"),
    path("news.atom", NewsFeed(), name="feed"),
    path("news/<slug:slug>/", views.NewsItemView.as_view(), name="item"),
    path("news/<slug:slug>/suggest/", include(suggestion_urls(NewsItem.objects.public))),
]
