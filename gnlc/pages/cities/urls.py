"""Addresses of cities, of what they do, and of countries; they are permanent."""

from django.urls import include, path, re_path

from cities.models import City, Country
from gnlc.pages import learning
from gnlc.pages.cities import autocomplete, cities, sources
from gnlc.pages.suggestions import suggestion_urls

app_name = "cities"
urlpatterns = [
    path("sources/", sources.SourceListView.as_view(), name="sources"),
    path("sources/<slug:slug>/", sources.SourceView.as_view(), name="source"),
    path("search/names/", autocomplete.AutocompleteView.as_view(), name="completions"),
    path("cities/", cities.CityListView.as_view(), name="list"),
    path("cities/cities.csv", cities.CityFileView.as_view(), name="file"),
    path("cities/<slug:slug>/", cities.CityView.as_view(), name="city"),
    path("cities/<slug:slug>/suggest/", include(suggestion_urls(City.objects.select_related("country").public))),
    path("learning/", learning.LibraryView.as_view(), name="learning"),
    path("learning/<slug:slug>/", learning.InitiativeView.as_view(), name="initiative"),
    path("partnerships/", learning.PartnershipListView.as_view(), name="partnerships"),
    path("countries/", cities.CountryListView.as_view(), name="countries"),
    re_path(r"^countries/(?P<code>[a-z]{2})/$", cities.CountryView.as_view(), name="country"),
    re_path(
        r"^countries/(?P<code>[a-z]{2})/suggest/",
        include(suggestion_urls(Country.objects.public, slug_field="code__iexact", slug_url_kwarg="code")),
    ),
]
