"""The back office of admissions: the pages a registrar works on most."""

from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import F, Q
from django.http import HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from admissions.lifecycle.forms import AnnulForm, EndForm
from admissions.models import Admission, MembershipNote
from cities.admin.filters import CityCountryFilter
from cities.admin.of_city import OfCity
from records.admin import Gap, Linked, RecordForm, TranslatedAdmin, in_each_language, unsourced, untranslated
from records.admin.acts import Act, WhyForm, WithActs
from records.as_of import today

from .cohort import CohortFilter
from .second_person import OnlyTogether, OnlyTogetherAdmin


class Current(admin.SimpleListFilter):
    title = _("membership")
    parameter_name = "membership"

    def lookups(self, request, model_admin):
        return [("current", _("Goes on")), ("ended", _("Has ended"))]

    def queryset(self, request, queryset):
        ended = queryset.filter(ended_on__lte=today())
        return {"current": queryset.standing_on(today()), "ended": ended}.get(self.value(), queryset)


class OfCohort:
    """Records that may belong to a cohort."""

    list_select_related = ["city__country", "cohort"]

    @admin.display(description=_("cohort"), ordering="cohort__year")
    def cohort_years(self, record):
        return format_html('<bdi dir="ltr">{}</bdi>', record.cohort.years) if record.cohort else ""


class AdmissionForm(OnlyTogether, RecordForm):
    """What must be true of an admission takes in what became of it, which is not typed here."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {
            "status", "annulled_on", "ended_on", "end_reason", "counts_from", "counts_until",
        }  # fmt: skip


@admin.register(Admission)
class AdmissionAdmin(OnlyTogetherAdmin, WithActs, OfCohort, OfCity, TranslatedAdmin):
    form = AdmissionForm
    list_display = [
        "city_shown", "country_shown", "cohort_years", "announced_name", "status", "confidence", "ended_on", "missing",
    ]  # fmt: skip
    list_filter = [CohortFilter, CityCountryFilter, "status", "confidence", Current]
    search_fields = ["name_as_announced"]
    search_help_text = _("Any spelling of the city in any script, or the name of a country.")
    ordering = [F("cohort__year").desc(nulls_last=True), "city__slug"]
    autocomplete_fields = ["city", "cohort", "sources"]
    gaps = [
        Gap("cohort", _("cohort unknown"), Q(cohort=None), marked=False),
        *untranslated(Admission),
        unsourced(Admission),
    ]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("cohort", "city"),
                    ("name_as_announced", "region_as_announced"),
                    ("confidence", "admitted_on"),
                    "sources",
                ]
            },
        ),
        (_("Without a cohort, or announced again"), {"fields": [("member_by", "announced_again")]}),
        (_("Note"), {"fields": [in_each_language("note")]}),
    ]
    # What becomes of a membership is not typed into its form: it is a step, with its source.
    outcome = ("status", "annulled_on", "ended_on", "end_reason", "end_sources")
    acts = [
        Act("end", _("End the membership"), EndForm,
            _("The city keeps its page, which says since when and why; it can be admitted again.")),
        Act("annul", _("Annul by a correction"), AnnulForm,
            _("For an admission that was announced and then withdrawn: it is shown as annulled and counted nowhere.")),
        Act("take_back_end", _("Take back the end"), WhyForm, _("For an end that was recorded by mistake.")),
    ]  # fmt: skip
    linked = [Linked("reports", ["due_on", "submitted_on", "reviewed_on"])]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        has_one = obj is not None and (obj.annulled_on or obj.ended_on)
        return [*fieldsets, (_("Annulled or ended"), {"fields": self.outcome})] if has_one else fieldsets

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *self.outcome]

    @admin.display(description=_("name as announced"), ordering="name_as_announced")
    def announced_name(self, admission):
        return format_html("<bdi>{}</bdi>", admission.name_as_announced)

    def response_add(self, request, obj, post_url_continue=None):
        """A registrar records one admission of a cohort after the other: the next form knows what stays the same."""
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" not in request.POST or not isinstance(response, HttpResponseRedirect):
            return response
        sources = ",".join(str(source.pk) for source in obj.sources.all())
        same = {"cohort": obj.cohort_id or "", "confidence": obj.confidence, "sources": sources}
        return HttpResponseRedirect(f"{request.path}?{urlencode(same)}")


@admin.register(MembershipNote)
class MembershipNoteAdmin(OfCohort, OfCity, TranslatedAdmin):
    list_display = ["city_shown", "country_shown", "kind", "cohort_years", "day_shown", "missing"]
    list_filter = ["kind"]
    search_fields = ["note_en", "note_fr", "note_ar"]
    autocomplete_fields = ["city", "cohort", "sources"]
    gaps = [*untranslated(MembershipNote), unsourced(MembershipNote)]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("city", "cohort", "kind"),
                    ("day", "day_precision"),
                    in_each_language("note"),
                    "sources",
                ]
            },
        )
    ]

    @admin.display(description=_("date"), ordering="day")
    def day_shown(self, note):
        return note.day_in_words
