"""Addresses of cities, of what they do, and of countries; they are permanent."""

from django.urls import include, path, re_path

from cities import completions, source_views, views
from cities.learning import views as learning
from cities.models import City, Country
from records.suggestions import suggestion_urls

app_name = "cities"
urlpatterns = [
    path("sources/", source_views.SourceListView.as_view(), name="sources"),
    path("sources/<slug:slug>/", source_views.SourceView.as_view(), name="source"),
    path("search/names/", completions.CompletionsView.as_view(), name="completions"),
    path("cities/", views.CityListView.as_view(), name="list"),
    path("cities/cities.csv", views.CityFileView.as_view(), name="file"),
    path("cities/<slug:slug>/", views.CityView.as_view(), name="city"),
    path("cities/<slug:slug>/suggest/", include(suggestion_urls(City.objects.public))),
    path("learning/", learning.LibraryView.as_view(), name="learning"),
    path("learning/<slug:slug>/", learning.InitiativeView.as_view(), name="initiative"),
    path("partnerships/", learning.PartnershipListView.as_view(), name="partnerships"),
    path("countries/", views.CountryListView.as_view(), name="countries"),
    re_path(r"^countries/(?P<code>[a-z]{2})/$", views.CountryView.as_view(), name="country"),
    re_path(
        r"^countries/(?P<code>[a-z]{2})/suggest/",
        include(
            suggestion_urls(Country.objects.known_to_the_registry, slug_field="code__iexact", slug_url_kwarg="code")
        ),
    ),
]
