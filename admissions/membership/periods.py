"""The times in which cities were members: the register once more, by city instead of by day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import F


@dataclass(frozen=True)
class Period:
    """A time without a gap in which a city was a member: from a day on, and until the day before another, if it ended.

    `cohort` is the address of the cohort with which it began, None where no source says with which. It `is_dated`
    unless no source says when the city was admitted, and the first day is only the one from which it counts.
    """

    first_day: date
    ended_on: date | None
    cohort: str | None
    is_dated: bool = True

    def covers(self, day):
        return self.first_day <= day and (self.ended_on is None or self.ended_on > day)


def periods(admissions):
    """{key of a city: its periods, the earliest first}, in one query.

    On every day the periods that cover it are those of the cities of `City.objects.as_of(day)`. Memberships that
    overlap because a city was announced again are one period; one that was annulled on its first day is none.
    """
    rows = (
        admissions.exclude(counts_from=None)
        .order_by("counts_from", F("cohort__year").asc(nulls_last=True), "pk")
        .values_list("city_id", "counts_from", "counts_until", "cohort__slug", "admitted_on")
    )
    found = defaultdict(list)
    for city, first_day, over_on, cohort, admitted_on in rows:
        if over_on == first_day:
            continue
        own, is_dated = found[city], bool(cohort or admitted_on)
        if own and (own[-1].ended_on is None or own[-1].ended_on >= first_day):
            earlier = own.pop()
            over_on = None if None in (earlier.ended_on, over_on) else max(earlier.ended_on, over_on)
            first_day, cohort, is_dated = earlier.first_day, earlier.cohort, earlier.is_dated
        own.append(Period(first_day, over_on, cohort, is_dated))
    return dict(found)


def cohort_by(periods, day):
    """The cohort with which the latest of a city's periods began by that day, None if there is none."""
    begun = [period for period in periods if period.first_day <= day]
    return begun[-1].cohort if begun else None
