"""Numbers of the register through time and by round, as it stood on a day; nothing reported is among them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from admissions.membership.periods import periods
from admissions.models import Admission, Cohort


class Change(NamedTuple):
    """The members after a day; `shown` are those of them that sources show without saying when they were admitted."""

    day: date
    members: int
    shown: int


def members_through_time(admissions, day):
    """The `Change` of each day up to `day` on which the members among these admissions changed, the earliest first.

    A city counts once, also where two of its memberships overlap. One query.
    """
    changes = defaultdict(lambda: [0, 0])
    for period in chain.from_iterable(periods(admissions).values()):
        for each, change in ((period.first_day, 1), (period.ended_on, -1)):
            if each and each <= day:
                changes[each][0] += change
                changes[each][1] += 0 if period.is_dated else change
    found, members, shown = [], 0, 0
    for each, (of_members, of_shown) in sorted(changes.items()):
        members, shown = members + of_members, shown + of_shown
        if of_members or of_shown:
            found.append(Change(each, members, shown))
    return found


def at_the_end_of_years(changes, day):
    """[(year, members, shown)]: of changes as `members_through_time` gives them, at the end of each year; of the last
    year, on the day."""
    if not changes:
        return []
    last = {change.day.year: change for change in changes}
    years, change = [], None
    for year in range(changes[0].day.year, day.year + 1):
        change = last.get(year, change)
        years.append((year, change.members, change.shown))
    return years


@dataclass(frozen=True)
class QuotaUse:
    """How many cities each country had admitted in each round: `admitted` is {country: [a number for each round]}."""

    rounds: list
    admitted: dict

    def countries_with(self, number):
        """For each round, how many countries had that many cities admitted."""
        return [sum(row[index] == number for row in self.admitted.values()) for index in range(len(self.rounds))]


def quota_use(day, admissions=None):
    """The rounds that had been announced by a day, oldest first, with the admissions by country. Two queries.

    Admissions one by one, before there were rounds, had no limit and are left out.
    """
    rounds = list(Cohort.objects.announced_by(day).rounds().order_by("year", "slug"))
    admissions = Admission.objects.all() if admissions is None else admissions
    numbers = admissions.announced_by(day).number_by_cohort_and("city__country")
    keys = {each.pk for each in rounds}
    countries = {country for cohort, country in numbers if cohort in keys}
    return QuotaUse(
        rounds,
        {country: [numbers.get((each.pk, country), 0) for each in rounds] for country in sorted(countries)},
    )
