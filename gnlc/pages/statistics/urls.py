"""Addresses of statistics, comparisons and the files of charts."""

from django.urls import path, re_path

from gnlc.pages.statistics import compare_views, views

urlpatterns = [
    path("statistics/", views.StatisticsView.as_view(), name="statistics"),
    path("statistics/<slug:name>.csv", views.FileView.as_view(), name="statistics-file"),
    re_path(
        r"^countries/(?P<code>[a-z]{2})/(?P<name>[a-z-]+)\.csv$", views.CountryFileView.as_view(), name="country-file"
    ),
    path("admissions/<slug:slug>/<slug:name>.csv", views.CohortFileView.as_view(), name="cohort-file"),
    path("compare/", compare_views.CompareView.as_view(), name="compare"),
    path("compare/<slug:name>.csv", compare_views.CompareFileView.as_view(), name="compare-file"),
]
