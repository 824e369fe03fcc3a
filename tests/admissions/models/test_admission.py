from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from admissions.models import Admission
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CityFactory,
    CohortFactory,
    ReportedFigureFactory,
    SourceFactory,
)


def refused(make):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make()
    return str(refusal.value)


def sentences(record):
    """What a form would tell somebody who tries to save the record."""
    with pytest.raises(ValidationError) as wrong:
        record.full_clean()
    return [sentence for messages in wrong.value.message_dict.values() for sentence in messages]


def test_a_city_is_admitted_once_in_a_cohort(db):
    admission = AnnulledAdmissionFactory()
    again = AdmissionFactory.build(city=admission.city, cohort=admission.cohort)
    assert sentences(again) == ["This city has an admission in this cohort already."]
    refused(again.save)


def test_a_city_has_one_current_membership(db):
    admission = AdmissionFactory(cohort__year=2019)
    again = AdmissionFactory.build(city=admission.city, cohort=CohortFactory(year=2024))
    assert sentences(again) == [
        "This city is a member already: end that membership first, or say that it was announced again."
    ]
    refused(again.save)


def test_a_second_announcement_of_a_member_can_be_kept_as_that(db):
    city = AdmissionFactory(cohort__year=2019).city
    AdmissionFactory(city=city, cohort__year=2024, announced_again=True)
    assert city.is_member
    assert city.member_since.year == 2019


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"admitted_on": date(2020, 2, 14), "ended_on": date(2020, 2, 14), "end_reason": "withdrew"},
            "A membership ends after the day of admission.",
        ),
        ({"ended_on": date(2022, 1, 1)}, "Say why the membership ended."),
        ({"status": "annulled"}, "An annulled admission has the day of the correction, and no other has one."),
        (
            {"annulled_on": date(2020, 2, 15)},
            "An annulled admission has the day of the correction, and no other has one.",
        ),
        (
            {"member_by": date(2020, 1, 1)},
            "The day on which a source shows the city as a member is for admissions without a cohort.",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_by_the_database(db, facts, sentence):
    admission = AdmissionFactory.build(city=CityFactory(), cohort=CohortFactory(), **facts)
    assert sentences(admission) == [sentence]
    refused(admission.save)


def test_an_admission_keeps_a_name_as_announced(db):
    assert "admission_has_announced_name" in refused(lambda: AdmissionFactory(name_as_announced=""))


def test_the_name_as_announced_finds_the_city(db):
    city = AdmissionFactory(name_as_announced="Fes", city__name_en="Fez").city
    assert sorted(city.names.values_list("text", "kind")) == [("Fes", "announced"), ("Fez", "name")]


def test_the_founding_of_the_network_admitted_nobody(db):
    founding = CohortFactory(year=2013, kind="founding")
    assert sentences(AdmissionFactory.build(city=CityFactory(), cohort=founding)) == [
        "The founding of the network admitted nobody; choose another cohort."
    ]
    assert "cohort_founding_admits_nobody" in refused(
        lambda: CohortFactory(year=2014, kind="founding", announced_cities=5)
    )


def test_a_membership_ends_after_its_cohort_was_announced(db):
    admission = AdmissionFactory.build(city=CityFactory(), cohort=CohortFactory(year=2020), end_reason="withdrew")
    admission.ended_on = date(2020, 2, 14)
    assert sentences(admission) == ["A membership ends after the day of admission."]
    admission.ended_on = date(2020, 2, 15)
    admission.full_clean()


def test_a_cohort_with_admissions_cannot_become_the_founding(db):
    cohort = AdmissionFactory().cohort
    cohort.kind = "founding"
    assert sentences(cohort) == ["Cities were admitted in this cohort: it cannot be the founding."]


def test_a_cohort_spans_years_forwards(db):
    assert "cohort_ends_later" in refused(lambda: CohortFactory(year=2016, last_year=2015))
    assert CohortFactory(year=2015, last_year=2016, slug="2015-2016").years == "2015–2016"


def test_an_admission_without_a_day_of_its_own_was_announced_with_its_cohort(db):
    cohort = CohortFactory(year=2020)
    assert AdmissionFactory(cohort=cohort).announced_on == date(2020, 2, 14)
    assert AdmissionFactory(cohort=cohort, admitted_on=date(2020, 3, 1)).announced_on == date(2020, 3, 1)
    assert AdmissionFactory(cohort=None).announced_on is None


def test_a_reported_figure_says_something_once_a_day_and_source(db):
    assert "reported_figure_says_something" in refused(
        lambda: ReportedFigureFactory(cities=None, countries=None, source=SourceFactory())
    )
    figure = ReportedFigureFactory()
    refused(lambda: ReportedFigureFactory(source=figure.source, cities=230))


def test_a_city_with_an_admission_cannot_be_deleted(db):
    admission = AdmissionFactory()
    with pytest.raises(Exception, match="protected"):
        admission.city.delete()
    assert Admission.objects.count() == 1
