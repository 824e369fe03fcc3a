"""Addresses of cohorts; they are permanent."""

from django.urls import path

from admissions import views

app_name = "admissions"
urlpatterns = [
    path("network/", views.GrowthView.as_view(), name="growth"),
    path("admissions/", views.CohortListView.as_view(), name="list"),
    path("admissions/<slug:slug>/", views.CohortView.as_view(), name="cohort"),
]
