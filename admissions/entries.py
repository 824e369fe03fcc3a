"""The register's entries, day by day: memberships that began, ended, or were annulled by a correction."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from admissions.models import Admission

BEGAN, ANNULLED, ENDED = "began", "annulled", "ended"


@dataclass(frozen=True)
class RegisterEntry:
    """What one day brought to one membership: `change` is 1 where it began, -1 where it ended or was annulled."""

    day: date
    kind: str
    admission: Admission

    @property
    def change(self):
        return 1 if self.kind == BEGAN else -1


def entries(admissions):
    """All entries of these admissions, in the order of their days. An admission that was annulled or that ended has
    two. Needs `cohort` with each admission, so one query with `select_related("cohort")`."""
    found = []
    for admission in admissions:
        found.append(RegisterEntry(admission.public_from, BEGAN, admission))
        if admission.annulled_on:
            found.append(RegisterEntry(admission.annulled_on, ANNULLED, admission))
        elif admission.ended_on:
            found.append(RegisterEntry(admission.ended_on, ENDED, admission))
    return sorted(found, key=lambda entry: (entry.day, entry.admission.pk, entry.change < 0))


def members_after(entries, day):
    """The keys of the cities that are members once all entries up to that day are taken together.

    A city counts once, also where two of its memberships overlap because it was announced again.
    """
    running = Counter()
    for entry in entries:
        if entry.day <= day:
            running[entry.admission.city_id] += entry.change
    return {city for city, number in running.items() if number > 0}
