from datetime import date

from admissions.models import Admission, Cohort
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CohortFactory,
    NewsItemFactory,
)


def test_recorded_numbers_of_a_cohort_leave_out_annulled_admissions(db):
    AdmissionFactory(city__country__code="MA")
    AdmissionFactory(city__country__code="MA")
    AdmissionFactory(city__country__code="FR", ended_on=date(2023, 1, 1), end_reason="withdrew")
    annulled = AnnulledAdmissionFactory(city__country__code="ES")

    cohort = Cohort.objects.with_recorded().get()
    assert (cohort.recorded_cities, cohort.recorded_countries) == (3, 2)
    assert list(Admission.objects.annulled()) == [annulled]
    assert Admission.objects.admitted().count() == 3


def test_the_founding_is_no_admitting_cohort(db):
    CohortFactory(year=2013, kind="founding")
    round_of_2020 = CohortFactory(year=2020)
    assert list(Cohort.objects.admitting()) == [round_of_2020]


def test_cohorts_in_the_news_come_once(db):
    cohort = CohortFactory()
    CohortFactory(year=2024)
    NewsItemFactory.create_batch(2, cohort=cohort)
    assert list(Cohort.objects.in_the_news()) == [cohort]


def test_admissions_are_sorted_by_country_then_by_city(db):
    for country, city in [("FR", "Lille"), ("AR", "Zarate"), ("FR", "Evry")]:
        AdmissionFactory(city__country__code=country, city__name_en=city)
    assert [a.name_as_announced for a in Admission.objects.sorted_by_country()] == ["Zarate", "Evry", "Lille"]
