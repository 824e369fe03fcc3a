"""The back office of news items: from a draft to what visitors see."""

from django.contrib import admin, messages
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from admissions.admin.cohort import CohortFilter
from news.models import NewsItem
from records.admin import Gap, TranslatedAdmin, in_each_language, in_its_language, lacks_any, untranslated


@admin.register(NewsItem)
class NewsItemAdmin(TranslatedAdmin):
    list_display = ["title_shown", "publisher", "language", "published_on", "status", "is_public", "missing"]
    list_filter = ["status", "is_copy", "language", CohortFilter]
    date_hierarchy = "published_on"
    search_fields = ["title", "publisher", "url", "summary_en", "summary_fr", "summary_ar"]
    search_help_text = _("Words of the title or summary, the publisher, or the name of a city or country.")
    names = "cities"
    autocomplete_fields = ["cities", "cohort"]
    prepopulated_fields = {"slug": ["title"]}
    actions = ["publish", "back_to_draft"]
    gaps = [
        *untranslated(NewsItem),
        Gap("address", _("address"), Q(url=""), "url"),
        Gap("date", _("date"), Q(published_on=None), "published_on"),
        Gap("cities", _("cities"), lacks_any(NewsItem, "cities"), marked=False),
        Gap("image", _("image"), Q(image=""), marked=False),
    ]
    fieldsets = [
        (
            _("As published"),
            {"fields": [("title", "language"), ("publisher", "published_on"), ("url", "is_copy")]},
        ),
        (_("In our words"), {"fields": [in_each_language("summary"), ("cities", "cohort"), "slug"]}),
        (_("What visitors see"), {"fields": [("status", "shown_from")]}),
        (_("Image"), {"fields": [("image", "image_credit", "image_licence"), in_each_language("image_alt")]}),
    ]

    @admin.display(description=_("title"), ordering="title")
    def title_shown(self, item):
        return in_its_language(item.title, item.language)

    @admin.display(description=_("public"), boolean=True)
    def is_public(self, item):
        return item.is_public

    def has_publish_permission(self, request):
        """Whoever may change news may publish them; a translator may not."""
        return self.has_change_permission(request) and not self.only_translates(request)

    @admin.action(description=_("Publish the selected news items"), permissions=["publish"])
    def publish(self, request, items):
        number = self._set_status(request, items, NewsItem.Status.PUBLISHED)
        text = ngettext("%(number)s news item is public now.", "%(number)s news items are public now.", number)
        self.message_user(request, text % {"number": number}, messages.SUCCESS)

    @admin.action(description=_("Take the selected news items back to draft"), permissions=["publish"])
    def back_to_draft(self, request, items):
        number = self._set_status(request, items, NewsItem.Status.DRAFT)
        text = ngettext("%(number)s news item is a draft now.", "%(number)s news items are drafts now.", number)
        self.message_user(request, text % {"number": number}, messages.SUCCESS)

    def _set_status(self, request, items, status):
        """Save one by one, so that the history of each item tells it. Returns how many were not so before."""
        changed = list(items.exclude(status=status))
        for item in changed:
            item.status = status
            item.save()
            self.log_change(request, item, [{"changed": {"fields": [str(_("status"))]}}])
        return len(changed)
