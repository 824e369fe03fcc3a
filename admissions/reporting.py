"""When members report: every two years, by the network's rules (`biennial-report` in data/rules.csv)."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from records.as_of import OPENED

YEARS_BETWEEN_REPORTS = 2
NEAR = 365  # days within which a recorded report is the one for a day


def report_days(admission, until):
    """The days on which a membership has to report, up to a day: each second year from the announcement, as long as
    it goes on."""
    found, begun = [], admission.counts_from
    last = min(until, admission.ended_on or until)
    while begun and (day := begun + relativedelta(years=YEARS_BETWEEN_REPORTS * (len(found) + 1))) <= last:
        found.append(day)
    return found


@dataclass(frozen=True)
class DueReport:
    """A report that a member still has to send: `report` is what was recorded of it so far, or None."""

    admission: object
    due_on: date
    report: object = None

    @property
    def deadline(self):
        return self.report.deadline if self.report else self.due_on


def due_reports(memberships, until):
    """Reports that members still have to send and that are due by a day, the earliest first.

    What was due before this register opened is not known here and not asked for. `memberships` are admissions; three
    queries, however many there are.
    """
    admissions = memberships.filter(announced_again=False).select_related("cohort", "city__country")
    found = []
    for admission in admissions.prefetch_related("reports"):
        recorded = list(admission.reports.all())
        for day in report_days(admission, until):
            # The day of the announcement may have been set right since: the report of a year is the nearest one.
            report = next((each for each in recorded if abs((each.due_on - day).days) <= NEAR), None)
            if report.is_awaited if report else day >= OPENED:
                found.append(DueReport(admission, day, report))
    return sorted(found, key=lambda due: (due.deadline, due.admission.city.slug))
