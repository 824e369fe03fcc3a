"""The times in which cities were members."""

from datetime import date

from admissions.membership.periods import Period, cohort_by, periods
from admissions.models import Admission
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CityFactory

LEFT = {"ended_on": date(2021, 6, 1), "end_reason": "withdrew"}


def recorded(city):
    return periods(Admission.objects.all()).get(city.pk, [])


def test_a_city_that_left_and_came_back_has_two_periods(db):
    city = AdmissionFactory(cohort__year=2019, **LEFT).city
    AdmissionFactory(city=city, cohort__year=2024)
    assert recorded(city) == [
        Period(date(2019, 2, 14), date(2021, 6, 1), "2019"),
        Period(date(2024, 2, 14), None, "2024"),
    ]


def test_a_membership_that_begins_on_the_day_on_which_another_ended_goes_on_without_a_gap(db):
    city = AdmissionFactory(cohort__year=2019, ended_on=date(2024, 2, 14), end_reason="withdrew").city
    AdmissionFactory(city=city, cohort__year=2024)
    assert recorded(city) == [Period(date(2019, 2, 14), None, "2019")]


def test_a_city_announced_again_has_one_that_began_with_the_first_cohort(db):
    city = AdmissionFactory(cohort__year=2019, **LEFT).city
    AdmissionFactory(city=city, cohort__year=2020, announced_again=True)
    assert recorded(city) == [Period(date(2019, 2, 14), None, "2019")]


def test_an_annulled_membership_is_one_until_the_correction_and_none_if_that_was_on_its_first_day(db):
    annulled, never = CityFactory.create_batch(2)
    AnnulledAdmissionFactory(city=annulled)
    AnnulledAdmissionFactory(city=never, annulled_on=date(2020, 2, 14))
    assert recorded(annulled) == [Period(date(2020, 2, 14), date(2020, 2, 15), "2020")]
    assert recorded(never) == []


def test_a_period_that_no_source_dates_says_so_also_where_the_city_was_announced_later(db):
    shown = AdmissionFactory(cohort=None, member_by=date(2019, 5, 1)).city
    dated = AdmissionFactory(cohort=None, admitted_on=date(2019, 5, 1)).city
    AdmissionFactory(city=shown, cohort__year=2020, announced_again=True)
    assert recorded(shown) == [Period(date(2019, 5, 1), None, None, is_dated=False)]
    assert recorded(dated) == [Period(date(2019, 5, 1), None, None, is_dated=True)]


def test_the_cohort_of_a_city_is_the_one_known_by_the_day(db):
    city = AdmissionFactory(cohort__year=2019, **LEFT).city
    AdmissionFactory(city=city, cohort__year=2024)
    days = [date(2018, 1, 1), date(2019, 2, 14), date(2022, 1, 1), date(2024, 2, 14)]
    assert [cohort_by(recorded(city), day) for day in days] == [None, "2019", "2019", "2024"]


def test_all_periods_are_one_query(db, django_assert_num_queries):
    AdmissionFactory.create_batch(5)
    with django_assert_num_queries(1):
        assert len(periods(Admission.objects.all())) == 5
