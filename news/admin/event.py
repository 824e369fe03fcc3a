"""The back office of meetings."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cities.admin.filters import CityCountryFilter
from cities.admin.of_city import OfCity
from news.models import Conference, Event
from records.admin import TranslatedAdmin, in_each_language, localized, unsourced, untranslated


@admin.register(Event)
class EventAdmin(OfCity, TranslatedAdmin):
    list_display = ["name_shown", "kind", "starts_on", "ends_on", "city_shown", "country_shown", "online", "missing"]
    list_filter = ["kind", "online", CityCountryFilter]
    date_hierarchy = "starts_on"
    search_fields = ["name_en", "name_fr", "name_ar"]
    autocomplete_fields = ["city", "sources"]
    prepopulated_fields = {"slug": ["name_en"]}
    gaps = [*untranslated(Event), unsourced(Event)]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    in_each_language("name"),
                    ("kind", "starts_on", "ends_on"),
                    ("city", "online"),
                    in_each_language("summary"),
                    "sources",
                    "slug",
                ]
            },
        )
    ]

    @admin.display(description=_("name"), ordering="slug")
    def name_shown(self, event):
        return localized(event)


@admin.register(Conference)
class ConferenceAdmin(TranslatedAdmin):
    list_display = ["number", "city_shown", "country", "held_from", "held_to", "missing"]
    list_display_links = ["number", "city_shown"]
    list_select_related = ["country"]
    search_fields = ["city_name_en", "city_name_fr", "city_name_ar"]
    permanent = ("slug", "number")
    names = "city"
    autocomplete_fields = ["city", "country", "event", "sources"]
    prepopulated_fields = {"slug": ["city_name_en"]}
    gaps = [*untranslated(Conference), unsourced(Conference)]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("number", "slug"),
                    in_each_language("city_name"),
                    ("city", "country"),
                    ("held_from", "held_to", "event"),
                    in_each_language("theme"),
                    in_each_language("outcome_document"),
                    "sources",
                ]
            },
        )
    ]

    @admin.display(description=_("name of the city"), ordering="slug")
    def city_shown(self, conference):
        return localized(conference, "city_name")
