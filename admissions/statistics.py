"""Numbers of the register through time and by round, as it stood on a day; nothing reported is among them."""

from collections import Counter
from dataclasses import dataclass

from admissions.entries import entries
from admissions.models import Admission, Cohort


def members_through_time(admissions, day):
    """[(day, members)]: after each day up to `day` on which the number of members among these admissions changed.

    A city counts once, also where two of its memberships overlap. One query.
    """
    found, running, members, last = [], Counter(), 0, 0
    up_to = [entry for entry in entries(admissions.select_related("cohort")) if entry.day <= day]
    for index, entry in enumerate(up_to):
        before = running[entry.admission.city_id]
        running[entry.admission.city_id] += entry.change
        members += (running[entry.admission.city_id] > 0) - (before > 0)
        is_last_of_day = index + 1 == len(up_to) or up_to[index + 1].day != entry.day
        if is_last_of_day and members != last:
            found.append((entry.day, members))
            last = members
    return found


def at_the_end_of_years(changes, day):
    """[(year, members)]: of changes as `members_through_time` gives them, at the end of each year; of the last year,
    on the day."""
    if not changes:
        return []
    numbers = {change.year: members for change, members in changes}
    years, members = [], 0
    for year in range(changes[0][0].year, day.year + 1):
        members = numbers.get(year, members)
        years.append((year, members))
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
