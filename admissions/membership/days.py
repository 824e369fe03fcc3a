"""The rule behind every answer about membership: from which day and until which day an admission counts."""

from datetime import date

from records.as_of import OPENED, today


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


def days_of(admission):
    """(first day, day on which it counts no longer): either may be None. Needs the cohort with the admission.

    The first day is the admission's own, else that of its cohort; without a cohort, the day on which a source shows
    the city as a member, else the day on which this register opened. It counts no longer from the day of its
    correction, or of its end, on. Both days are the same where that was not after the first: it never counted.
    """
    if admission.admitted_on:
        begins = admission.admitted_on
    elif admission.cohort_id:
        begins = first_day_of_cohort(admission.cohort)
    else:
        begins = admission.member_by or OPENED
    over = admission.annulled_on or admission.ended_on
    return begins, max(begins, over) if begins and over else None
