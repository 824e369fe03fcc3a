"""The register replayed, day by day: memberships that began, ended, or were annulled by a correction."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from admissions.models import Admission

BEGAN, ANNULLED, ENDED = "began", "annulled", "ended"


@dataclass(frozen=True)
class MembershipEvent:
    """What one day brought to one membership: `change` is 1 where it began, -1 where it ended or was annulled."""

    day: date
    kind: str
    admission: Admission

    @property
    def change(self):
        return 1 if self.kind == BEGAN else -1


def events(admissions):
    """All events of these admissions, in the order of their days. One that was annulled or that ended has two; one
    without a day has none. Needs `cohort` with each admission, so one query with `select_related("cohort")`."""
    found = []
    for admission in admissions:
        if admission.counts_from:
            found.append(MembershipEvent(admission.counts_from, BEGAN, admission))
        if admission.counts_until:
            kind = ANNULLED if admission.annulled_on else ENDED
            found.append(MembershipEvent(admission.counts_until, kind, admission))
    return sorted(found, key=lambda event: (event.day, event.admission.pk, event.change < 0))


def members_after(events, day):
    """The keys of the cities that are members once all events up to that day are taken together.

    A city counts once, also where two of its memberships overlap because it was announced again.
    """
    running = Counter()
    for event in events:
        if event.day <= day:
            running[event.admission.city_id] += event.change
    return {city for city, number in running.items() if number > 0}
