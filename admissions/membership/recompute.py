"""Keep what is stored of memberships true: the days of each admission, and which cities are members today."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from admissions.membership.days import days_of
from cities.member_today import begin_day as turn_all
from cities.member_today import turn
from cities.models import City


@dataclass(frozen=True)
class Difference:
    """An admission that was kept with other days than it counts from and until."""

    admission: object
    kept: tuple[date | None, date | None]

    @property
    def now(self):
        return self.admission.counts_from, self.admission.counts_until

    def __str__(self):
        """For the terminal and the log."""
        return f"{self.admission}: {_span(self.kept)} → {_span(self.now)}"


@transaction.atomic(savepoint=False)
def recompute(admissions):
    """Write the days of these admissions and whether their cities are members today; return the `Difference`s.

    To be called in the transaction of each deed that changes what they rest on, after its own writing: what another
    transaction wrote meanwhile is then seen, for both write the same rows. Repeating it changes nothing.
    """
    rows = list(admissions.select_for_update(of=("self",)).select_related("cohort").order_by("pk"))
    found = []
    for admission in rows:
        kept, days = (admission.counts_from, admission.counts_until), days_of(admission)
        if kept != days:
            admission.counts_from, admission.counts_until = days
            found.append(Difference(admission, kept))
    differing = [difference.admission for difference in found]
    if differing:
        stored = admissions.model.objects
        stored.bulk_update(differing, ["counts_from", "counts_until"], batch_size=200)
    turn(City.objects.filter(pk__in={admission.city_id for admission in rows}))
    return found


def begin_day(admissions):
    """What the days of all admissions rest on is compared with them, and cities are turned for the day that begins.

    Returns the `Difference`s, which are mended then: each is a deed that did not recompute, and worth a look. For the
    midnight of UTC, the start of a process and `prepare`.
    """
    found = recompute(admissions)
    turn_all(City.objects.all())
    return found


def _span(days):
    return " – ".join(day.isoformat() if day else "…" for day in days)
