"""What a city was on a day: a member, a former one, one whose admission was annulled, one to come, or none at all."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StandingKind(StrEnum):
    MEMBER = "member"
    FORMER = "former"
    ANNULLED = "annulled"
    ANNOUNCED = "announced"  # for a later day
    NEVER = "never"


@dataclass(frozen=True)
class Standing:
    """What a city was: from `since` until the day before `until`, by its `admissions`, the earliest first.

    Of a member they make up its present time of membership, of a former one the last; of an annulled one they are
    all that were withdrawn, of one that is to come those whose day is known. `never` has none and no days.
    """

    kind: StandingKind
    since: date | None = None
    until: date | None = None
    admissions: tuple = ()

    @property
    def is_member(self):
        return self.kind == StandingKind.MEMBER

    @property
    def is_former(self):
        return self.kind == StandingKind.FORMER

    @property
    def cohort(self):
        """The earliest cohort among its admissions, None where no source says in which the city was announced."""
        cohorts = [admission.cohort for admission in self.admissions if admission.cohort]
        return min(cohorts, key=lambda cohort: cohort.year, default=None)


def standing(admissions, day):
    """The `Standing` of a city with these admissions on a day. Needs their cohorts; asks the database nothing.

    On every day `is_member` is true of the cities of `City.objects.as_of(day)`, and of no others.
    """
    dated = sorted((each for each in admissions if each.counts_from), key=_in_order)
    public = [each for each in dated if each.is_public_by(day)]
    stood = [each for each in public if not each.is_annulled_by(day)]
    if stood:
        return _of_a_time(_times(stood)[-1], day)
    if public:
        return Standing(StandingKind.ANNULLED, public[0].counts_from, public[-1].annulled_on, tuple(public))
    to_come = tuple(each for each in dated if not each.is_annulled_by(day))
    return (
        Standing(StandingKind.ANNOUNCED, to_come[0].counts_from, None, to_come)
        if to_come
        else Standing(StandingKind.NEVER)
    )


def _in_order(admission):
    return admission.counts_from, admission.cohort.year if admission.cohort else 9999, admission.pk or 0


def _times(admissions):
    """The admissions in groups that are one time of membership each, without a gap; one of no day alone is none."""
    times = []
    for admission in [each for each in admissions if each.counts_until != each.counts_from] or admissions:
        if times and any(
            each.counts_until is None or each.counts_until >= admission.counts_from for each in times[-1]
        ):
            times[-1].append(admission)
        else:
            times.append([admission])
    return times


def _of_a_time(time, day):
    ends = [each.counts_until for each in time]
    kind = StandingKind.MEMBER if any(each.counts_on(day) for each in time) else StandingKind.FORMER
    return Standing(kind, time[0].counts_from, None if None in ends else max(ends), tuple(time))
