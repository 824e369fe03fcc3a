"""The back office of calls and nominations. Nothing of it is public."""

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import Count, F, Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from admissions.lifecycle.documents import DocumentInline
from admissions.lifecycle.forms import CarryOverForm, StepForm
from admissions.lifecycle.urls import life_urls
from admissions.models import Call, Nomination
from admissions.querysets import MOST_OF_A_COUNTRY
from cities.admin.filters import CountryFilter
from records.admin import RecordAdmin, localized
from records.admin.acts import Act, NothingForm, WithActs
from records.search.querysets import sort_column


@admin.register(Call)
class CallAdmin(RecordAdmin):
    list_display = [
        "year",
        "opens_on",
        "applications_due_on",
        "nominations_due_on",
        "jury_due_on",
        "nominations_shown",
    ]
    autocomplete_fields = ["sources"]
    permanent = ("year",)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "year",
                    ("opens_on", "applications_due_on"),
                    ("nominations_due_on", "jury_due_on"),
                    "note",
                    "sources",
                ]
            },
        )
    ]

    def get_queryset(self, request):
        counting = ~Q(nominations__state=Nomination.State.WITHDRAWN)
        return super().get_queryset(request).annotate(sent=Count("nominations", filter=counting))

    @admin.display(description=_("nominations"), ordering="sent")
    def nominations_shown(self, call):
        return call.sent


class Crowding(admin.SimpleListFilter):
    title = _("number from the country")
    parameter_name = "crowding"

    def lookups(self, request, model_admin):
        return [("yes", _("More than the rules allow"))]

    def queryset(self, request, queryset):
        return queryset.filter(pk__in=Nomination.objects.crowding().values("pk")) if self.value() else queryset


@admin.register(Nomination)
class NominationAdmin(WithActs, RecordAdmin):
    change_form_template = "admin/lifecycle/nomination_form.html"
    list_display = ["candidate", "country_shown", "call", "state", "nominated_on", "decided_on"]
    list_filter = ["call", "state", CountryFilter, Crowding]
    list_select_related = ["call", "country"]
    search_fields = ["name"]
    autocomplete_fields = ["country", "city"]
    inlines = [DocumentInline]
    fieldsets = [
        (None, {"fields": [("call", "country"), ("name", "city"), "nominated_on"]}),
        (
            _("Before it goes to the jury"),
            {
                "fields": [
                    ("commitment_on", "endorsed_on"),
                    ("administration_commits", "has_good_practice", "has_policy"),
                ]
            },
        ),
        (_("Note"), {"fields": ["note"]}),
    ]
    acts = [
        Act("send_to_jury", _("Send to the jury"), StepForm),
        Act("recommend", _("Recommended by the jury"), StepForm),
        Act("advise_against", _("Not recommended by the jury"), StepForm),
        Act("defer", _("Deferred by the jury"), StepForm),
        Act("carry_over", _("Nominate for a later round"), CarryOverForm,
            _("The documents stay with this nomination; what was checked goes with the candidate.")),
        Act("admit", _("Admission decided"), StepForm,
            _("Nobody outside learns of the decision before the round is announced.")),
        Act("decline", _("Not admitted"), StepForm),
        Act("withdraw", _("Nomination withdrawn"), StepForm),
        Act("take_back_last_step", _("Undo the last step"), NothingForm,
            _("The step goes; the history keeps it.")),
    ]  # fmt: skip

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(country_order=F(f"country__{sort_column()}"))

    def get_urls(self):
        return [*life_urls(self.admin_site), *super().get_urls()]

    def get_readonly_fields(self, request, obj=None):
        """What was checked before the jury stays; only the note, the record of the city and documents come later."""
        own = super().get_readonly_fields(request, obj)
        if obj is None or obj.state == Nomination.State.NOMINATED:
            return own
        return [*own, *(name for name in flatten_fieldsets(self.fieldsets) if name not in ("city", "note"))]

    def done(self, request, record):
        self._warn(request, record)

    def save_model(self, request, obj, form, change):
        """Save; and say when the country has sent more candidates than the rules allow."""
        super().save_model(request, obj, form, change)
        self._warn(request, obj)

    def _warn(self, request, obj):
        sent = Nomination.objects.counting().filter(call=obj.call, country=obj.country).count()
        if sent > MOST_OF_A_COUNTRY:
            sentence = ngettext(
                "%(country)s has %(number)d nomination in this round; the rules allow %(most)d.",
                "%(country)s has %(number)d nominations in this round; the rules allow %(most)d.",
                sent,
            )
            facts = {"country": obj.country, "number": sent, "most": MOST_OF_A_COUNTRY}
            messages.warning(request, sentence % facts)

    @admin.display(description=_("candidate"), ordering="name")
    def candidate(self, nomination):
        return format_html("<bdi>{}</bdi>", nomination.name)

    @admin.display(description=_("country"), ordering="country_order")
    def country_shown(self, nomination):
        return localized(nomination.country)
