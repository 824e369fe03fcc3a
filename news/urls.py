"""Addresses of news; they are permanent."""

from django.urls import path

from news import views
from news.feeds import NewsFeed

app_name = "news"
urlpatterns = [
    path("news/", views.NewsListView.as_view(), name="list"),
    path("news.atom", NewsFeed(), name="feed"),
    path("news/<slug:slug>/", views.NewsItemView.as_view(), name="item"),
]
