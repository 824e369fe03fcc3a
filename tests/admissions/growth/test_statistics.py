"""Members through time, and how much of the quota countries used."""

from datetime import date

import pytest

from admissions.growth.statistics import at_the_end_of_years, members_through_time, quota_use
from admissions.models import Admission, Cohort
from cities.models import City
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CohortFactory, CountryFactory

LATER = date(2026, 1, 1)


@pytest.fixture
def register(db):
    """A member of 2015 that left in 2017 and one announced twice; one of 2020, and one withdrawn the day after."""
    AdmissionFactory(cohort__year=2015, ended_on=date(2017, 3, 1), end_reason="withdrew")
    city = AdmissionFactory(cohort__year=2015).city
    AdmissionFactory(cohort__year=2020, city=city, announced_again=True)
    AdmissionFactory(cohort__year=2020)
    AnnulledAdmissionFactory(cohort__year=2020)


def test_members_change_on_the_days_of_the_register_and_count_once(register):
    changes = members_through_time(Admission.objects.all(), LATER)
    assert changes == [
        (date(2015, 2, 14), 2, 0), (date(2017, 3, 1), 1, 0), (date(2020, 2, 14), 3, 0), (date(2020, 2, 15), 2, 0),
    ]  # fmt: skip
    assert all(City.objects.as_of(change.day).count() == change.members for change in changes)
    assert at_the_end_of_years(changes, date(2021, 5, 1)) == [
        (2015, 2, 0), (2016, 2, 0), (2017, 1, 0), (2018, 1, 0), (2019, 1, 0), (2020, 2, 0), (2021, 2, 0),
    ]  # fmt: skip


def test_members_of_whom_no_source_says_when_they_were_admitted_are_counted_apart_while_they_are_members(register):
    undated = {"cohort": None, "member_by": date(2018, 5, 1)}
    AdmissionFactory(**undated)
    AdmissionFactory(**undated, ended_on=date(2019, 5, 1), end_reason="withdrew")
    again = AdmissionFactory(**undated)
    AdmissionFactory(city=again.city, cohort__year=2020, announced_again=True)
    AdmissionFactory(cohort=None, admitted_on=date(2018, 5, 1))
    changes = members_through_time(Admission.objects.all(), LATER)
    assert changes[2:] == [
        (date(2018, 5, 1), 5, 3), (date(2019, 5, 1), 4, 2), (date(2020, 2, 14), 6, 2), (date(2020, 2, 15), 5, 2),
    ]  # fmt: skip
    assert all(City.objects.as_of(change.day).count() == change.members for change in changes)
    assert at_the_end_of_years(changes, date(2019, 12, 31))[3:] == [(2018, 5, 3), (2019, 4, 2)]


def test_before_anything_happened_there_is_no_line(db):
    assert members_through_time(Admission.objects.all(), LATER) == []
    assert at_the_end_of_years([], LATER) == []


def test_the_quota_is_of_rounds_only_and_counts_what_stands(register):
    AdmissionFactory(cohort=CohortFactory(year=2018, kind="rolling"))
    AdmissionFactory.create_batch(3, cohort__year=2020, city__country=CountryFactory(code="FR"))
    use = quota_use(LATER)
    assert [cohort.year for cohort in use.rounds] == [2015, 2020]
    assert use.admitted == {"FR": [0, 3], "MA": [2, 2]}
    assert [use.countries_with(number) for number in (1, 2, 3)] == [[0, 0], [1, 1], [0, 1]]
    assert quota_use(date(2016, 1, 1)).admitted == {"MA": [2]}


def test_the_neighbours_of_a_cohort_are_those_announced_by_the_day(db):
    first, second, third = (CohortFactory(year=year) for year in (2019, 2020, 2022))
    assert Cohort.objects.next_to(second, LATER) == (first, third)
    assert Cohort.objects.next_to(first, date(2019, 12, 31)) == (None, None)
    assert Cohort.objects.next_to(third, date(2020, 12, 31)) == (second, None)
