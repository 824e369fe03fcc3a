"""The back office of what cities do together."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cities.models import Partnership
from records.admin import RecordForm, TranslatedAdmin, in_each_language, localized, unsourced, untranslated
from records.l10n import list_in_words


class PartnershipForm(RecordForm):
    def clean_cities(self):
        cities = self.cleaned_data["cities"]
        if len(cities) < 2:
            raise forms.ValidationError(_("A partnership has two cities or more."))
        return cities


@admin.register(Partnership)
class PartnershipAdmin(TranslatedAdmin):
    form = PartnershipForm
    list_display = ["title_shown", "kind", "cities_shown", "since_shown", "until_shown", "missing"]
    list_filter = ["kind"]
    list_prefetch_related = ["cities"]
    search_fields = ["title_en", "title_fr", "title_ar"]
    search_help_text = _("Words of the title, or the name of a city or country.")
    names = "cities"
    gaps = [*untranslated(Partnership), unsourced(Partnership)]
    autocomplete_fields = ["cities", "sources"]
    prepopulated_fields = {"slug": ["title_en"]}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    in_each_language("title"),
                    ("kind", "cities"),
                    in_each_language("summary"),
                    ("since", "since_precision"),
                    ("until", "until_precision"),
                    "sources",
                    "slug",
                ]
            },
        )
    ]

    @admin.display(description=_("title"), ordering="slug")
    def title_shown(self, partnership):
        return localized(partnership, "title")

    @admin.display(description=_("cities"))
    def cities_shown(self, partnership):
        return list_in_words([str(city) for city in partnership.cities.all()])

    @admin.display(description=_("since"), ordering="since")
    def since_shown(self, partnership):
        return partnership.since_in_words

    @admin.display(description=_("until"), ordering="until")
    def until_shown(self, partnership):
        return partnership.until_in_words
