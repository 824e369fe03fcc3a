"""Addresses of news; they are permanent."""

from django.urls import path, re_path

from news import views

app_name = "news"
urlpatterns = [
    path("news/", views.NewsListView.as_view(), name="list"),
    re_path("^news/(?P<year>[0-9]{4})/$", views.NewsYearView.as_view(), name="year"),
    path("news/<slug:slug>/", views.NewsItemView.as_view(), name="item"),
]
