"""The back office of campaigns."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from news.models import Campaign
from records.admin import TranslatedAdmin, in_each_language, localized, unsourced, untranslated


@admin.register(Campaign)
class CampaignAdmin(TranslatedAdmin):
    list_display = ["name_shown", "tag", "since_shown", "cohort", "missing"]
    list_select_related = ["cohort"]
    search_fields = ["hashtag", "name_en", "name_fr", "name_ar"]
    autocomplete_fields = ["cohort", "sources"]
    prepopulated_fields = {"slug": ["name_en"]}
    gaps = [*untranslated(Campaign), unsourced(Campaign)]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    in_each_language("name"),
                    in_each_language("summary"),
                    ("hashtag", "cohort"),
                    ("since", "since_precision"),
                    "sources",
                    "slug",
                ]
            },
        )
    ]

    @admin.display(description=_("name"), ordering="slug")
    def name_shown(self, campaign):
        return localized(campaign)

    @admin.display(description=_("tag"), ordering="hashtag")
    def tag(self, campaign):
        return format_html("<bdi>{}</bdi>", campaign.hashtag)

    @admin.display(description=_("since"), ordering="since")
    def since_shown(self, campaign):
        return campaign.since_in_words
