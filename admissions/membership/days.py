"""The rule behind every answer about membership: from which day and until which day an admission counts, and why."""

from datetime import date
from enum import Enum, auto

from records.as_of import OPENED, today


class Ground(Enum):
    """What the first day of an admission rests on."""

    OWN = auto()  # a day of admission of its own
    ANNOUNCED = auto()  # the day on which its cohort was announced
    END_OF_YEAR = auto()  # no source names a day, and the year was over when the cohort was recorded
    SHOWN = auto()  # a day on which a source shows the city as a member
    OPENING = auto()  # no source names any day: the day on which this register opened
    NONE = auto()  # no day: it counts nowhere


def first_day_of_cohort(cohort):
    """The day from which the admissions of a cohort count, None where they count nowhere: no day, no membership.

    It is that of the announcement. Where no source names it, it is the end of the year, but only of a year that was
    over when the cohort was recorded here: by then its cities had been announced. Of a year that was still running or
    to come nobody can know that, and no passing of time makes it so.
    """
    if cohort.announced_on:
        return cohort.announced_on
    end = date(cohort.last_year or cohort.year, 12, 31)
    return end if end < (cohort.recorded_on or today()) else None


def first_day(admission):
    """(the day from which it counts or None, its `Ground`). Needs the cohort with the admission.

    The day is the admission's own, else that of its cohort; without a cohort, the day on which a source shows the
    city as a member, else the day on which this register opened.
    """
    if admission.admitted_on:
        return admission.admitted_on, Ground.OWN
    if not admission.cohort_id:
        return (admission.member_by, Ground.SHOWN) if admission.member_by else (OPENED, Ground.OPENING)
    day = first_day_of_cohort(admission.cohort)
    if day is None:
        return None, Ground.NONE
    return day, Ground.ANNOUNCED if admission.cohort.announced_on else Ground.END_OF_YEAR


def days_of(admission):
    """(first day, day on which it counts no longer): either may be None. Needs the cohort with the admission.

    It counts no longer from the day of its correction, or of its end, on. Both days are the same where that was not
    after the first: it never counted.
    """
    begins, _ground = first_day(admission)
    over = admission.annulled_on or admission.ended_on
    return begins, max(begins, over) if begins and over else None
