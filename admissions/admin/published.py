"""The back office of what was published about the network: figures, rules, awards, agreements."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from admissions.models import Agreement, Award, ReportedFigure, Rule, qualified
from cities.admin.filters import CityCountryFilter
from cities.admin.of_city import OfCity
from records.admin import (
    RecordAdmin,
    TranslatedAdmin,
    in_each_language,
    in_its_language,
    localized,
    unsourced,
    untranslated,
)


@admin.register(ReportedFigure)
class ReportedFigureAdmin(RecordAdmin):
    list_display = [
        "day_shown",
        "cities_shown",
        "countries_shown",
        "citizens_shown",
        "new_countries",
        "source_shown",
        "quote_shown",
    ]
    list_filter = ["source__kind", "as_of"]
    list_select_related = ["source"]
    date_hierarchy = "as_of"
    search_fields = ["quote", "source__title", "source__publisher"]
    autocomplete_fields = ["source"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("as_of", "as_of_precision"),
                    ("cities_qualifier", "cities"),
                    ("countries_qualifier", "countries"),
                    ("citizens_qualifier", "citizens"),
                    "new_countries",
                    "source",
                    "quote",
                ]
            },
        )
    ]

    @admin.display(description=_("as of"), ordering="as_of")
    def day_shown(self, figure):
        return figure.as_of_in_words

    @admin.display(description=_("cities"), ordering="cities")
    def cities_shown(self, figure):
        return qualified(figure.cities, figure.cities_qualifier)

    @admin.display(description=_("countries"), ordering="countries")
    def countries_shown(self, figure):
        return qualified(figure.countries, figure.countries_qualifier)

    @admin.display(description=_("citizens, in millions"), ordering="citizens")
    def citizens_shown(self, figure):
        return qualified(figure.citizens, figure.citizens_qualifier)

    @admin.display(description=_("source"), ordering="source__slug")
    def source_shown(self, figure):
        return in_its_language(figure.source, figure.source.language)

    @admin.display(description=_("words of the source"))
    def quote_shown(self, figure):
        return in_its_language(figure.quote, figure.source.language)


@admin.register(Rule)
class RuleAdmin(TranslatedAdmin):
    list_display = ["rule_shown", "subject", "valid_by", "missing"]
    list_filter = ["subject", "valid_by"]
    search_fields = ["slug", "rule_en", "rule_fr", "rule_ar"]
    autocomplete_fields = ["sources"]
    gaps = [*untranslated(Rule), unsourced(Rule)]
    fieldsets = [(None, {"fields": [("subject", "valid_by", "slug"), in_each_language("rule"), "sources"]})]

    @admin.display(description=_("rule"), ordering="slug")
    def rule_shown(self, rule):
        return localized(rule, "rule")


@admin.register(Award)
class AwardAdmin(OfCity, RecordAdmin):
    list_display = ["announced_name", "city_shown", "country_shown", "year", "missing"]
    list_filter = ["year", CityCountryFilter]
    search_fields = ["name_as_announced"]
    autocomplete_fields = ["city", "sources"]
    gaps = [unsourced(Award)]
    fieldsets = [(None, {"fields": [("year", "city", "name_as_announced"), "sources"]})]

    @admin.display(description=_("name as announced"), ordering="name_as_announced")
    def announced_name(self, award):
        return format_html("<bdi>{}</bdi>", award.name_as_announced)


@admin.register(Agreement)
class AgreementAdmin(TranslatedAdmin):
    list_display = ["title_shown", "country", "signed_on", "missing"]
    list_select_related = ["country"]
    search_fields = ["title_en", "title_fr", "title_ar", "parties_en", "parties_fr", "parties_ar"]
    names = "cities"
    autocomplete_fields = ["country", "cities", "sources"]
    prepopulated_fields = {"slug": ["title_en"]}
    gaps = [*untranslated(Agreement), unsourced(Agreement)]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    in_each_language("title"),
                    in_each_language("parties"),
                    ("country", "signed_on", "slug"),
                    in_each_language("summary"),
                    "cities",
                    "sources",
                ]
            },
        )
    ]

    @admin.display(description=_("title"), ordering="slug")
    def title_shown(self, agreement):
        return localized(agreement, "title")
