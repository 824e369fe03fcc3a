"""From which day and until which day an admission counts."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from admissions.models import Admission, Cohort
from cities.models import City
from records.as_of import OPENED, today
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CohortFactory

pytestmark = pytest.mark.django_db


def without_day(year, recorded_on, **facts):
    """The first day of the one admission of a cohort without a day of its own, recorded on a day."""
    cohort = CohortFactory(year=year, announced_on=None, recorded_on=recorded_on, **facts)
    return AdmissionFactory(cohort=cohort).counts_from


def test_without_a_day_an_admission_counts_only_if_its_year_was_over_when_it_was_recorded():
    assert {
        "over": without_day(2017, date(2018, 1, 1)),
        "on its last day": without_day(2018, date(2018, 12, 31)),
        "running": without_day(2019, date(2019, 6, 1)),
        "to come": without_day(2021, date(2020, 6, 1)),
        "of two years, over": without_day(2015, date(2026, 1, 1), last_year=2016, slug="first"),
        "of two years, running": without_day(2015, date(2016, 1, 1), last_year=2016, slug="second"),
    } == {
        "over": date(2017, 12, 31),
        "on its last day": None,
        "running": None,
        "to come": None,
        "of two years, over": date(2016, 12, 31),
        "of two years, running": None,
    }


def test_a_cohort_remembers_the_day_on_which_it_was_recorded():
    cohort = CohortFactory(year=2020)
    assert cohort.recorded_on == today()
    Cohort.objects.filter(pk=cohort.pk).update(recorded_on=date(2020, 1, 1))
    cohort = Cohort.objects.get()
    cohort.title_en = "Another"
    cohort.save()
    assert Cohort.objects.get().recorded_on == date(2020, 1, 1)


def test_the_day_is_its_own_else_that_of_its_cohort_else_that_of_a_source_else_that_of_the_opening():
    cohort = CohortFactory(announced_on=date(2020, 9, 23))
    days = [
        AdmissionFactory(cohort=cohort, admitted_on=date(2020, 5, 1)),
        AdmissionFactory(cohort=cohort),
        AdmissionFactory(cohort=None, admitted_on=date(2019, 1, 1), member_by=date(2019, 2, 2)),
        AdmissionFactory(cohort=None, member_by=date(2019, 2, 2)),
        AdmissionFactory(cohort=None),
    ]
    assert [each.counts_from for each in days] == [
        date(2020, 5, 1), date(2020, 9, 23), date(2019, 1, 1), date(2019, 2, 2), OPENED,
    ]  # fmt: skip


def test_an_admission_of_its_own_day_counts_whatever_its_cohort_lacks():
    cohort = CohortFactory(year=today().year, announced_on=None)
    assert AdmissionFactory(cohort=cohort, admitted_on=date(2026, 3, 1)).counts_from == date(2026, 3, 1)


@pytest.mark.parametrize(("later", "until"), [(-1, 0), (0, 0), (1, 1), (400, 400)])
def test_it_counts_until_its_correction_or_never(later, until):
    admission = AnnulledAdmissionFactory(annulled_on=date(2020, 2, 14) + timedelta(later))
    assert admission.counts_until == date(2020, 2, 14) + timedelta(until)


def test_it_counts_until_its_end_also_where_that_is_to_come():
    to_come = today() + timedelta(30)
    ended = AdmissionFactory(ended_on=to_come, end_reason="withdrew")
    assert (ended.counts_until, ended.is_current, ended.has_ended) == (to_come, True, False)
    assert list(City.objects.members()) == list(City.objects.as_of(to_come - timedelta(1))) == [ended.city]
    assert list(City.objects.as_of(to_come)) == []


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"counts_from": date(2021, 1, 1), "counts_until": date(2020, 1, 1)}, "admission_counts_in_order"),
        ({"counts_from": None, "counts_until": date(2020, 1, 1)}, "admission_counts_in_order"),
        ({"ended_on": date(2021, 1, 1), "end_reason": "withdrew"}, "admission_counts_until_its_end"),
        ({"counts_until": date(2030, 1, 1)}, "admission_counts_until_its_end"),
        (
            {"ended_on": date(2021, 1, 1), "end_reason": "withdrew", "counts_until": date(2022, 1, 1)},
            "admission_counts_until_its_end",
        ),
        ({"admitted_on": date(2020, 2, 15)}, "admission_counts_from_its_day"),
        ({"admitted_on": date(2020, 2, 15), "counts_from": None}, "admission_counts_from_its_day"),
    ],
)
def test_the_database_keeps_no_day_that_cannot_be(facts, constraint):
    AdmissionFactory()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Admission.objects.update(**facts)
