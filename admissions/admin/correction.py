"""The back office of corrections."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from admissions.models import Correction
from records.admin import TranslatedAdmin, in_each_language, unsourced, untranslated

from .cohort import CohortFilter


@admin.register(Correction)
class CorrectionAdmin(TranslatedAdmin):
    list_display = ["correction_shown", "nature", "corrected_on", "authority", "missing"]
    list_filter = ["nature", CohortFilter]
    list_select_related = ["city", "cohort"]
    search_fields = ["note_en", "note_fr", "note_ar", "authority"]
    names = "city"
    date_hierarchy = "corrected_on"
    autocomplete_fields = ["city", "cohort", "sources"]
    gaps = [*untranslated(Correction), unsourced(Correction)]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("nature", "corrected_on"),
                    ("cohort", "city"),
                    ("authority", "slug"),
                    in_each_language("note"),
                    "sources",
                ]
            },
        ),
        (
            _("Numbers, if they were corrected"),
            {"fields": [("cities_before", "cities_after"), ("network_before", "network_after")]},
        ),
    ]

    @admin.display(description=_("correction"), ordering="slug")
    def correction_shown(self, correction):
        return str(correction)
