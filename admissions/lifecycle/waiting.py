"""What waits for whom: nominations on their way, and reports that are due."""

from dataclasses import dataclass, field
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from admissions.models import Admission, Nomination, NominationStep, ProgressReport
from admissions.reporting import due_reports
from records.as_of import today

State = Nomination.State
AHEAD = relativedelta(months=6)  # in which a report that is due is shown


@dataclass(frozen=True)
class Item:
    """One thing that waits: what it is, where it is dealt with, what is to be done, since when and until when."""

    name: str
    country: object
    url: str
    task: str
    since: date | None = None
    until: date | None = None

    @property
    def is_late(self):
        return self.until is not None and self.until < today()


@dataclass
class Desk:
    """Whoever has to act next, and what waits there."""

    name: str
    items: list = field(default_factory=list)

    @property
    def late(self):
        return sum(item.is_late for item in self.items)


def waiting(ahead=AHEAD):
    """A `Desk` for each body that something may wait for, in the order of the way; reports that become due within
    `ahead` are shown. The number of queries does not depend on how much there is."""
    desks = {name: Desk(label) for name, label in _DESKS.items()}
    for nomination in _on_their_way():
        desk, task, until = _next_of(nomination)
        desks[desk].items.append(_of_nomination(nomination, task, until))
    for due in due_reports(Admission.objects.standing_on(today()), until=today() + ahead):
        desks["members"].items.append(_of_due(due))
    for report in _to_review():
        desks["secretariat"].items.append(_of_report(report, _("Review the report")))
    for desk in desks.values():
        desk.items.sort(key=lambda item: item.until or item.since or date.max)
    return list(desks.values())


_DESKS = {
    "commissions": gettext_lazy("National Commissions"),
    "secretariat": gettext_lazy("Secretariat"),
    "jury": gettext_lazy("Jury"),
    "network": gettext_lazy("Network, to decide"),
    "announcement": gettext_lazy("Decided, to be announced"),
    "members": gettext_lazy("Members, to report"),
}


def _on_their_way():
    """Nominations of which something is still to come, each with its steps."""
    at_work = [State.NOMINATED, State.WITH_JURY, State.RECOMMENDED, State.NOT_RECOMMENDED, State.DEFERRED]
    open_ones = Nomination.objects.filter(state__in=at_work) | Nomination.objects.to_be_announced()
    steps = Prefetch("steps", NominationStep.objects.all())
    return open_ones.filter(continued=None).select_related("call", "country").prefetch_related(steps)


def _next_of(nomination):
    """Who has to act on a nomination: the name of the desk, what is to be done, and by when."""
    call = nomination.call
    if nomination.state == State.NOMINATED:
        missing = ", ".join(map(str, nomination.missing()))
        if missing:
            return "commissions", _("Still missing: %(what)s.") % {"what": missing}, call.nominations_due_on
        return "secretariat", _("Send to the jury"), call.nominations_due_on
    if nomination.state == State.DEFERRED:
        return "secretariat", _("Nominate for a later round"), None
    if nomination.state == State.WITH_JURY:
        return "jury", _("Recommend"), call.jury_due_on
    if nomination.state == State.ADMITTED:
        return "announcement", pgettext("task", "Announce with the round"), None
    return "network", nomination.get_state_display(), None


def _of_nomination(nomination, task, until):
    last = list(nomination.steps.all())[-1:]
    return Item(
        str(nomination), nomination.country, reverse("admin:admissions_nomination_change", args=[nomination.pk]), task,
        last[0].on if last else nomination.nominated_on, until,
    )  # fmt: skip


def _of_due(due):
    if due.report:
        return _of_report(due.report, due.report.State(due.report.state).label)
    page = reverse("admin:admissions_progressreport_add")
    url = f"{page}?admission={due.admission.pk}&due_on={due.due_on}"
    return Item(str(due.admission.city), due.admission.city.country, url, _("Progress report"), None, due.deadline)


def _of_report(report, task):
    city = report.admission.city
    url = reverse("admin:admissions_progressreport_change", args=[report.pk])
    since, until = report.completed_on or report.submitted_on, report.deadline if report.is_awaited else None
    return Item(str(city), city.country, url, task, since, until)


def _to_review():
    submitted = ProgressReport.objects.exclude(submitted_on=None).filter(reviewed_on=None)
    submitted = submitted.exclude(returned_on__isnull=False, completed_on=None)
    return submitted.select_related("admission__cohort", "admission__city__country")
