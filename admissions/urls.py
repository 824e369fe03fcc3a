"""Addresses of cohorts and agreements; they are permanent."""

from django.urls import path

from admissions import agreement_views, views

app_name = "admissions"
urlpatterns = [
    path("network/", views.GrowthView.as_view(), name="growth"),
    path("agreements/", agreement_views.AgreementListView.as_view(), name="agreements"),
    path("admissions/", views.CohortListView.as_view(), name="list"),
    path("admissions/<slug:slug>/", views.CohortView.as_view(), name="cohort"),
]
