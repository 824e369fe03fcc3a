"""Addresses of cohorts and agreements; they are permanent."""

from django.urls import include, path

from admissions.feeds import CohortFeed, CorrectionFeed
from admissions.models import Cohort
from gnlc.pages.admissions import agreements, cohorts
from gnlc.pages.suggestions import suggestion_urls

app_name = "admissions"
urlpatterns = [
    path("network/", cohorts.GrowthView.as_view(), name="growth"),
    path("agreements/", agreements.AgreementListView.as_view(), name="agreements"),
    path("admissions/", cohorts.CohortListView.as_view(), name="list"),
    path("admissions.atom", CohortFeed(), name="feed"),
    path("corrections.atom", CorrectionFeed(), name="correction-feed"),
    path("corrections/", cohorts.CorrectionListView.as_view(), name="corrections"),
    path("admissions/<slug:slug>/", cohorts.CohortView.as_view(), name="cohort"),
    path("admissions/<slug:slug>/suggest/", include(suggestion_urls(Cohort.objects.public))),
]
