"""One screen with all that is missing in the registry: each kind of gap with its number, a click from its mend."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from admissions.growth import growth
from admissions.models import Admission
from cities.as_of import today
from cities.back_office import GapFilter


@dataclass(frozen=True)
class Missing:
    """How many records of a kind lack one thing, and the list that shows them."""

    label: str
    number: int
    url: str


def missing(site, request):
    """{kind of record: [Missing]} for what this person may see, one query a kind, the largest numbers first."""
    found = {}
    for model, admin in site._registry.items():
        gaps = getattr(admin, "gaps", ())
        if gaps and admin.has_view_permission(request):
            counts = model.objects.aggregate(**{gap.column: Count("pk", filter=gap.condition) for gap in gaps})
            page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            filtered = page + "?missing={}" if GapFilter in admin.list_filter else page
            rows = [Missing(gap.label, counts[gap.column], filtered.format(gap.name)) for gap in gaps]
            found[model._meta.verbose_name_plural] = [row for row in rows if row.number]
    _ask_about_cohorts(found)
    rows = {kind: sorted(rows, key=lambda row: -row.number) for kind, rows in found.items() if rows}
    return dict(sorted(rows.items(), key=lambda item: -sum(row.number for row in item[1])))


def _ask_about_cohorts(found):
    unknown = Admission.objects.admitted().filter(cohort=None).count()
    page = reverse("admin:admissions_admission_changelist")
    own = found.setdefault(Admission._meta.verbose_name_plural, [])
    if unknown:
        own.append(Missing(_("cohort unknown"), unknown, f"{page}?cohort=unknown"))


class GapDesk(TemplateView):
    """What is missing, and the published totals that no count here explains."""

    template_name = "admin/gap_desk.html"
    site = None

    def get_context_data(self, **kwargs):
        found = missing(self.site, self.request)
        total = sum(row.number for rows in found.values() for row in rows)
        sentence = ngettext("%(number)d gap in the registry", "%(number)d gaps in the registry", total)
        stages = [stage for stage in growth(today()) if stage.sentences()]
        own = {"title": sentence % {"number": total}, "kinds": found, "stages": stages}
        return super().get_context_data(**self.site.each_context(self.request) | own | kwargs)
