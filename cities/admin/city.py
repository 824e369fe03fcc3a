"""The back office of cities and their spellings."""

from django.contrib import admin
from django.db.models import F, Q
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cities.admin.addresses import AddressView
from cities.admin.filters import CountryFilter
from cities.models import City, CityName
from records.admin import (
    Gap,
    Linked,
    RecordInline,
    TranslatedAdmin,
    in_each_language,
    lacks,
    lacks_any,
    localized,
    out_of_date,
)
from records.search.querysets import sort_column

GAPS = [
    Gap("french_name", _("French name"), lacks("name_fr"), "name_fr"),
    Gap("arabic_name", _("Arabic name"), lacks("name_ar"), "name_ar"),
    Gap("french_confirmed", _("French name to confirm"), Q(name_fr_status=City.NameStatus.PROPOSED), "name_fr_status"),
    Gap("arabic_confirmed", _("Arabic name to confirm"), Q(name_ar_status=City.NameStatus.PROPOSED), "name_ar_status"),
    Gap("coordinates", _("coordinates"), Q(latitude=None), "latitude"),
    Gap("kind", _("kind of body"), Q(kind="")),
    Gap("population", _("population"), Q(population=None), marked=False),
    Gap("population_year", _("year of the population"), Q(population__gt=0, population_year=None), marked=False),
    Gap("website", _("website"), Q(website=""), marked=False),
    Gap("profile", _("profile"), lacks("profile_en"), "profile_en", marked=False),
    Gap("french_profile", _("French profile"), Q(profile_en__gt="") & lacks("profile_fr"), "profile_fr"),
    Gap("arabic_profile", _("Arabic profile"), Q(profile_en__gt="") & lacks("profile_ar"), "profile_ar"),
    *out_of_date(City),
    Gap(
        "profile_source",
        _("source of the profile"),
        Q(profile_en__gt="") & lacks_any(City, "profile_sources"),
        "profile_sources",
    ),
    Gap("photo", _("photo"), Q(photo=""), marked=False),
]


class CityNameInline(RecordInline):
    model = CityName
    fields = ["text", "language", "kind", "origin", "licence"]


@admin.register(City)
class CityAdmin(TranslatedAdmin):
    list_display = ["name_shown", "country_shown", "kind", "missing"]
    list_filter = ["country__region", CountryFilter, "kind"]
    search_fields = ["=slug", "=wikidata_id"]
    names = "pk"
    search_help_text = _("Any spelling in any script, with or without accents; or the name of a country.")
    gaps = GAPS
    autocomplete_fields = ["country", "profile_sources"]
    prepopulated_fields = {"slug": ["name_en"]}
    translator_fields = ("name_fr_status", "name_ar_status")
    inlines = [CityNameInline]
    linked = [Linked("initiatives", ["kind", "since_year"]), Linked("partnerships", ["kind", "since_shown"])]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    in_each_language("name"),
                    ("slug", "name_fr_status", "name_ar_status"),
                    ("country", "kind", "website"),
                ]
            },
        ),
        (
            _("Place and people"),
            {
                "fields": [
                    ("latitude", "longitude", "precision"),
                    ("population", "population_year"),
                    ("geonames_id", "wikidata_id"),
                ]
            },
        ),
        (_("Profile"), {"fields": [in_each_language("profile"), "profile_sources"]}),
        (_("Photo"), {"fields": [("photo", "photo_credit", "photo_licence"), in_each_language("photo_alt")]}),
    ]

    change_form_template = "admin/city_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(AddressView.as_view(admin=self))
        return [path("<path:object_id>/address/", view, name="cities_city_address"), *super().get_urls()]

    def get_queryset(self, request):
        """Cities with their countries, and columns by which both sort as a reader of the active language expects."""
        columns = {"order": F(sort_column()), "country_order": F(f"country__{sort_column()}")}
        return super().get_queryset(request).select_related("country").annotate(**columns)

    def get_ordering(self, request):
        return [sort_column()]

    @staticmethod
    def label(city):
        """The city with its country, for there are cities of the same name."""
        return gettext("%(city)s, %(country)s") % {"city": city, "country": city.country}

    @admin.display(description=_("name"), ordering="order")
    def name_shown(self, city):
        return localized(city)

    @admin.display(description=_("country"), ordering="country_order")
    def country_shown(self, city):
        return city.country
