"""The back office of cohorts: what was announced beside what is recorded."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from admissions.models import Cohort
from records.admin import RecordForm, TranslatedAdmin, in_each_language, localized, unsourced, untranslated

from .second_person import OnlyTogether, OnlyTogetherAdmin


class CohortFilter(admin.SimpleListFilter):
    """Records of one cohort, or of none because no source says which."""

    title = _("cohort")
    parameter_name = "cohort"
    path = "cohort"

    def lookups(self, request, model_admin):
        cohorts = [(cohort.slug, cohort) for cohort in Cohort.objects.admitting()]
        return [*cohorts, ("unknown", _("Cohort unknown"))]

    def queryset(self, request, queryset):
        if self.value() == "unknown":
            return queryset.filter(**{self.path: None})
        return queryset.filter(**{f"{self.path}__slug": self.value()}) if self.value() else queryset


class CohortForm(OnlyTogether, RecordForm):
    pass


@admin.register(Cohort)
class CohortAdmin(OnlyTogetherAdmin, TranslatedAdmin):
    form = CohortForm
    change_form_template = "admin/cohort_form.html"
    list_display = [
        "title_shown", "years_shown", "announced_on", "announced_cities", "recorded_cities", "announced_countries",
        "recorded_countries", "admissions_shown", "missing",
    ]  # fmt: skip
    search_fields = ["title_en", "title_fr", "title_ar", "=year"]
    ordering = ["-year", "slug"]
    autocomplete_fields = ["sources"]
    prepopulated_fields = {"slug": ["title_en"]}
    gaps = [*untranslated(Cohort), unsourced(Cohort)]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    in_each_language("title"),
                    ("kind", "year", "last_year"),
                    ("slug", "announced_on"),
                    "sources",
                    in_each_language("event"),
                    in_each_language("basis"),
                    in_each_language("difference"),
                ]
            },
        ),
        (
            _("As announced"),
            {
                "description": _("What the sources print. What is recorded here is counted and never typed."),
                "fields": [
                    ("announced_cities", "announced_countries"),
                    ("network_cities_after", "network_countries_after"),
                    ("network_citizens_qualifier", "network_citizens_after"),
                    in_each_language("network_basis"),
                ],
            },
        ),
    ]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .with_recorded()
            .annotate(admissions_recorded=Count("admissions", distinct=True))
        )

    @staticmethod
    def label(cohort):
        return f"{cohort} · {cohort.years}"

    @admin.display(description=_("title"), ordering="slug")
    def title_shown(self, cohort):
        return localized(cohort, "title")

    @admin.display(description=_("year"), ordering="year")
    def years_shown(self, cohort):
        return format_html('<bdi dir="ltr">{}</bdi>', cohort.years)

    @admin.display(description=_("cities recorded"), ordering="recorded_cities")
    def recorded_cities(self, cohort):
        return cohort.recorded_cities

    @admin.display(description=_("countries recorded"), ordering="recorded_countries")
    def recorded_countries(self, cohort):
        return cohort.recorded_countries

    @admin.display(description=_("admissions"), ordering="admissions_recorded")
    def admissions_shown(self, cohort):
        if cohort.kind == Cohort.Kind.FOUNDING:
            return ""
        return format_html(
            '<a href="{}?cohort={}">{}</a> <a class="addlink" href="{}?cohort={}">{}</a>',
            reverse("admin:admissions_admission_changelist"),
            cohort.slug,
            _("All %(number)s") % {"number": cohort.admissions_recorded},
            reverse("admin:recording_add_city"),
            cohort.pk,
            _("Add a city"),
        )
