"""Addresses of cohorts and agreements; they are permanent."""

from django.urls import include, path

from admissions import agreement_views, views
from admissions.feeds import CohortFeed, CorrectionFeed
from admissions.models import Cohort
from records.suggestions import suggestion_urls

app_name = "admissions"
urlpatterns = [
    path("network/", views.GrowthView.as_view(), name="growth"),
    path("agreements/", agreement_views.AgreementListView.as_view(), name="agreements"),
    path("admissions/", views.CohortListView.as_view(), name="list"),
    path("admissions.atom", CohortFeed(), name="feed"),
    path("corrections.atom", CorrectionFeed(), name="correction-feed"),
    path("corrections/", views.CorrectionListView.as_view(), name="corrections"),
    path("admissions/<slug:slug>/", views.CohortView.as_view(), name="cohort"),
    path("admissions/<slug:slug>/suggest/", include(suggestion_urls(Cohort.objects.all))),
]
