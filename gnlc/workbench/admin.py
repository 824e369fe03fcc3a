"""The back office of the glossary."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from gnlc.workbench.models import Term
from records.admin import RecordAdmin, in_its_language


@admin.register(Term)
class TermAdmin(RecordAdmin):
    list_display = ["term_en", "term_fr", "arabic", "kind"]
    list_filter = ["kind"]
    search_fields = ["term_en", "term_fr", "term_ar", "forms_en", "forms_fr", "forms_ar"]
    prepopulated_fields = {"slug": ["term_en"]}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("term_en", "term_fr", "term_ar"),
                    ("forms_en", "forms_fr", "forms_ar"),
                    ("kind", "slug"),
                    "why",
                ]
            },
        )
    ]

    @admin.display(description=_("in Arabic"), ordering="term_ar")
    def arabic(self, term):
        return in_its_language(term.term_ar, "ar")
