"""The back office of what happens in cities: initiatives, the words that describe them, clusters."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cities.admin.filters import CityCountryFilter
from cities.admin.of_city import OfCity
from cities.models import Audience, Cluster, Initiative, KeyFeature, SustainableDevelopmentGoal, Venue
from records.admin import TranslatedAdmin, in_each_language, localized, unsourced, untranslated


@admin.register(Initiative)
class InitiativeAdmin(OfCity, TranslatedAdmin):
    list_display = ["name_shown", "city_shown", "country_shown", "kind", "since_year", "missing"]
    list_filter = ["kind", "key_features", "venues", "audiences", CityCountryFilter]
    search_fields = ["name_en", "name_fr", "name_ar"]
    search_help_text = _("Words of the name, or the name of a city or country.")
    gaps = [*untranslated(Initiative), unsourced(Initiative)]
    autocomplete_fields = ["city", "sources"]
    checkboxes = ["key_features", "venues", "audiences", "goals"]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("city", "kind", "since_year"),
                    in_each_language("name"),
                    in_each_language("summary"),
                    "slug",
                ]
            },
        ),
        (_("Sources"), {"fields": ["sources"]}),
        (_("Described by"), {"fields": [("key_features", "goals"), ("venues", "audiences")]}),
    ]

    @admin.display(description=_("name"), ordering="slug")
    def name_shown(self, initiative):
        return localized(initiative)


@admin.register(Cluster)
class ClusterAdmin(TranslatedAdmin):
    list_display = ["__str__", "strategy_period", "missing"]
    search_fields = ["name_en", "name_fr", "name_ar"]
    gaps = [*untranslated(Cluster), unsourced(Cluster)]
    autocomplete_fields = ["coordinators", "sources"]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (None, {"fields": [in_each_language("name"), ("slug", "strategy_period"), "coordinators", "sources"]})
    ]


@admin.register(KeyFeature)
class KeyFeatureAdmin(TranslatedAdmin):
    list_display = ["__str__", "number", "missing"]
    gaps = [*untranslated(KeyFeature), unsourced(KeyFeature)]
    autocomplete_fields = ["sources"]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (None, {"fields": [("number", "slug"), in_each_language("name"), in_each_language("text"), "sources"]})
    ]


@admin.register(Venue, Audience)
class TermAdmin(TranslatedAdmin):
    list_display = ["__str__", "slug", "missing"]
    search_fields = ["name_en", "name_fr", "name_ar"]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [(None, {"fields": [in_each_language("name"), "slug"]})]

    def __init__(self, model, site):
        self.gaps = untranslated(model)
        super().__init__(model, site)


@admin.register(SustainableDevelopmentGoal)
class GoalAdmin(TranslatedAdmin):
    list_display = ["__str__", "missing"]
    gaps = untranslated(SustainableDevelopmentGoal)
    permanent = ("number",)
    fieldsets = [(None, {"fields": [in_each_language("name"), "number"]})]
