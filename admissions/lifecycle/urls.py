"""Addresses of what waits for whom, below those of the nominations in the back office."""

from django.urls import path

from .views import DeadlinesView, WaitingView


def life_urls(site):
    return [
        path("waiting/", site.admin_view(WaitingView.as_view(admin_site=site)), name="waiting"),
        path("deadlines.ics", site.admin_view(DeadlinesView.as_view(admin_site=site)), name="deadlines"),
    ]
