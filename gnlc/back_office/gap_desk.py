"""One screen with all that is missing in the registry: each gap with its number, a click from its mend."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from admissions.growth.ledger import growth
from records.as_of import today

FIRST = 5


@dataclass(frozen=True)
class Wanted:
    """A record that lacks something, how often its page was read in a year, and the field in which to mend it."""

    name: str
    reads: int
    url: str


@dataclass(frozen=True)
class Missing:
    """How many records of a kind lack one thing, the most read of them, and the list that shows them all."""

    label: str
    number: int
    most_read: list
    url: str


def missing(site, request):
    """{kind of record: [Missing]} for what this person may see, the largest numbers first.

    One query a kind, and one for each thing that is missing.
    """
    found = {}
    for model, admin in site._registry.items():
        if getattr(admin, "gaps", ()) and admin.has_view_permission(request):
            found[model._meta.verbose_name_plural] = _gaps_of(model, admin, request)
    rows = {kind: sorted(rows, key=lambda row: -row.number) for kind, rows in found.items() if rows}
    return dict(sorted(rows.items(), key=lambda item: -sum(row.number for row in item[1])))


def _gaps_of(model, admin, request):
    counts = model.objects.aggregate(**{gap.column: Count("pk", filter=gap.condition) for gap in admin.gaps})
    pages = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    every = reverse(f"{pages}_changelist")
    return [
        Missing(gap.label, counts[gap.column], _most_read(gap, admin, request, pages), f"{every}?missing={gap.name}")
        for gap in admin.gaps
        if counts[gap.column]
    ]


def _most_read(gap, admin, request, pages):
    records = admin.get_queryset(request).select_related(*admin.list_select_related or ()).filter(gap.condition)
    name = getattr(admin, "label", str)
    return [
        Wanted(
            name(record),
            record.reads,
            f"{reverse(f'{pages}_change', args=[record.pk])}#id_{gap.field_in(record)}",
        )
        for record in records.most_read_first()[:FIRST]
    ]


class GapDesk(TemplateView):
    """What is missing, and the published numbers that nobody has explained; the title has the number of both."""

    template_name = "admin/gap_desk.html"
    site = None

    def get_context_data(self, **kwargs):
        found = missing(self.site, self.request)
        stages = [stage for stage in growth(today()) if stage.is_unexplained]
        total = sum(row.number for rows in found.values() for row in rows) + len(stages)
        sentence = ngettext("%(number)d gap in the registry", "%(number)d gaps in the registry", total)
        own = {"title": sentence % {"number": total}, "kinds": found, "stages": stages}
        return super().get_context_data(**self.site.each_context(self.request) | own | kwargs)
