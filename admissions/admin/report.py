"""The back office of progress reports. Nothing of it is public."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from admissions.lifecycle.documents import DocumentInline
from admissions.lifecycle.forms import DayForm, ReturnForm, UntilForm
from admissions.models import ProgressReport
from cities.admin.of_city import OfCity
from records.admin import RecordAdmin
from records.admin.acts import Act, NothingForm, WithActs


@admin.register(ProgressReport)
class ProgressReportAdmin(WithActs, OfCity, RecordAdmin):
    change_form_template = "admin/lifecycle/report_form.html"
    list_display = ["city_shown", "country_shown", "due_on", "extended_to", "submitted_on", "reviewed_on"]
    list_select_related = ["admission__city__country"]
    date_hierarchy = "due_on"
    names = "admission__city"
    search_fields = ["=due_on"]
    search_help_text = _("Any spelling of the city in any script, or the name of a country.")
    autocomplete_fields = ["admission"]
    permanent = ("admission", "due_on", "submitted_on")
    inlines = [DocumentInline]
    fieldsets = [(None, {"fields": [("admission", "due_on"), "submitted_on", "note"]})]
    acts = [
        Act("submit", _("The report has come"), DayForm),
        Act("extend", _("Grant more time"), UntilForm),
        Act("review", _("Reviewed"), DayForm),
        Act("return_for_completion", _("Return for completion"), ReturnForm),
        Act("take_back_last_step", _("Undo the last step"), NothingForm, _("The step goes; the history keeps it.")),
    ]
