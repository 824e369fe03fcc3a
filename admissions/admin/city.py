"""The back office of cities, as soon as cities can be admitted.

The ground knows nothing of admissions. Here its page of a city gains what belongs to a member: when it was
admitted, its awards and its notes. This is the only place where one app's page is extended by another.
"""

from django.contrib import admin
from django.db.models import Min, Q
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from admissions.models import Admission, Award, Cohort
from cities.admin import CityAdmin
from cities.models import City
from records.admin import Linked, RecordInline
from records.as_of import today

from .membership import MembershipView


class AdmittedIn(admin.SimpleListFilter):
    """Cities by the cohort they were admitted in."""

    title = _("cohort")
    parameter_name = "cohort"

    def lookups(self, request, model_admin):
        cohorts = [(str(cohort.year), cohort) for cohort in Cohort.objects.admitting()]
        return [*cohorts, ("unknown", _("Cohort unknown")), ("none", _("Not a member now"))]

    def queryset(self, request, queryset):
        chosen = self.value() or ""
        if chosen == "unknown":
            return queryset.admitted_in_unknown_year()
        if chosen == "none":
            return queryset.not_members()
        return queryset.admitted_in(int(chosen)) if chosen in dict(self.lookup_choices) else queryset


class AwardInline(RecordInline):
    model = Award
    fields = ["year", "name_as_announced", "sources"]
    autocomplete_fields = ["sources"]


class MemberCityAdmin(CityAdmin):
    list_display = ["name_shown", "country_shown", "kind", "admitted", "missing"]
    list_filter = [AdmittedIn, *CityAdmin.list_filter]
    list_prefetch_related = ["admissions__cohort"]
    inlines = [AwardInline, *CityAdmin.inlines]
    linked = [
        Linked("admissions", ["cohort_years", "announced_name", "status", "confidence", "ended_on"]),
        Linked("membership_notes", ["kind", "cohort_years", "day_shown"]),
        *CityAdmin.linked,
    ]

    def get_urls(self):
        view = self.admin_site.admin_view(MembershipView.as_view(admin=self))
        return [path("<path:object_id>/membership/", view, name="cities_city_membership"), *super().get_urls()]

    def get_queryset(self, request):
        stood = Q(admissions__in=Admission.objects.announced_by(today()))
        return super().get_queryset(request).annotate(first_year=Min("admissions__cohort__year", filter=stood))

    @admin.display(description=_("admitted"), ordering="first_year")
    def admitted(self, city):
        """The years of its cohorts; a question mark where no source says when."""
        stands = [each for each in city.admissions.all() if each.stood_by(today())]
        years = sorted(admission.cohort.years if admission.cohort else "?" for admission in stands)
        return format_html('<bdi dir="ltr">{}</bdi>', ", ".join(years)) if years else ""


admin.site.unregister(City)
admin.site.register(City, MemberCityAdmin)
