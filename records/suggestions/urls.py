"""The addresses below the page of a record at which corrections of it are suggested."""

from django.urls import path

from .views import SuggestView, ThanksView


def suggestion_urls(records, **lookup):
    """To be included below the page of a record: `records` gives those that are public, `lookup` how one is found.

    >>> path("news/<slug:slug>/suggest/", include(suggestion_urls(NewsItem.objects.public)))
    """
    return [
        path("", SuggestView.as_view(records=records, **lookup), name="suggest"),
        path("thanks/", ThanksView.as_view(records=records, **lookup), name="thanks"),
    ]
