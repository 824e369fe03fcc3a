"""Addresses of news; they are permanent."""

from django.urls import path

from news import views

app_name = "news"
urlpatterns = [
    path("news/", views.NewsListView.as_view(), name="list"),
    path("news/<slug:slug>/", views.NewsItemView.as_view(), name="item"),
]
