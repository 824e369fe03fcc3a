"""The back office of rounds being recorded: their list; the desk takes the place of the form."""

from django.contrib import admin
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from admissions.desk.urls import desk_urls
from admissions.models import Recording
from records.admin import RecordAdmin


@admin.register(Recording)
class RecordingAdmin(RecordAdmin):
    list_display = ["title_shown", "state", "found_shown", "undecided_shown", "planned", "started_by", "started_at"]
    list_filter = ["state", "year"]
    list_select_related = ["started_by"]
    search_fields = ["title_en", "title_fr", "title_ar", "=year"]
    ordering = ["-started_at"]

    def get_urls(self):
        return desk_urls(self) + super().get_urls()

    def get_queryset(self, request):
        return super().get_queryset(request).with_progress()

    def has_delete_permission(self, request, obj=None):
        """What was received and decided stays on record."""
        return False

    @admin.display(description=_("round"), ordering="year")
    def title_shown(self, recording):
        return format_html("<bdi>{}</bdi>", recording.title)

    @admin.display(description=_("publish at"), ordering="publish_at")
    def planned(self, recording):
        if recording.state != recording.State.SCHEDULED:
            return ""
        return f"{date_format(recording.publish_at_local, 'DATETIME_FORMAT')} ({recording.time_zone})"

    @admin.display(description=_("cities"), ordering="found")
    def found_shown(self, recording):
        return recording.found

    @admin.display(description=_("to decide"), ordering="undecided")
    def undecided_shown(self, recording):
        return recording.undecided
