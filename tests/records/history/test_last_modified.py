from datetime import date

from admissions.models import Cohort
from cities.models import City, Country
from records.history.last_modified import last_changed
from records.models import HistoryEntry
from tests.factories import (
    AdmissionFactory,
    CampaignFactory,
    CityFactory,
    CohortFactory,
    CorrectionFactory,
    MemberFactory,
    NewsItemFactory,
    NominationFactory,
)


def test_a_page_changes_with_its_record_and_with_what_belongs_to_it(db):
    admission, other = AdmissionFactory(), CityFactory()
    HistoryEntry.objects.all().delete()
    assert last_changed(City) == {}

    admission.name_as_announced = "Fez"
    admission.save()
    assert last_changed(City) == {str(admission.city_id): HistoryEntry.objects.latest("timestamp").timestamp}

    other.kind = "district"
    other.save()
    admission.city.kind = "city"
    admission.city.save()
    assert last_changed(City) == {
        str(city.pk): HistoryEntry.objects.get_for_object(city).latest("timestamp").timestamp
        for city in (admission.city, other)
    }


def test_what_is_confidential_or_not_yet_published_shows_nowhere(db):
    admission = AdmissionFactory()
    city, cohort = admission.city, admission.cohort
    HistoryEntry.objects.all().delete()
    NominationFactory(city=city, country=city.country)
    NewsItemFactory(cohort=cohort, status="draft")
    AdmissionFactory(city=city, cohort__year=2031, announced_again=True)
    CorrectionFactory(city=city, cohort=cohort, corrected_on=date(2031, 1, 1))
    CityFactory(country=city.country)

    assert {entry.content_type.model for entry in HistoryEntry.objects.all()} >= {"admission", "correction", "city"}
    changed = [last_changed(type(record)).get(str(record.pk)) for record in (city, city.country, cohort)]
    assert changed == [None, None, None]


def test_the_page_of_a_cohort_changes_with_its_news_and_campaigns_once_they_are_public(db):
    cohort = CohortFactory()
    HistoryEntry.objects.all().delete()
    item = NewsItemFactory(cohort=cohort, status="draft")
    assert last_changed(Cohort) == {}
    item.status = "published"
    item.save()
    assert last_changed(Cohort) == {str(cohort.pk): HistoryEntry.objects.latest("timestamp").timestamp}
    CampaignFactory(cohort=cohort)
    assert last_changed(Cohort) == {str(cohort.pk): HistoryEntry.objects.latest("timestamp").timestamp}


def test_a_country_is_known_by_its_code(db):
    city = MemberFactory()
    HistoryEntry.objects.all().delete()
    city.kind = "county"
    city.save()
    entry = HistoryEntry.objects.get_for_object(city).latest("timestamp")
    assert last_changed(Country) == {"MA": entry.timestamp}


def test_the_number_of_queries_is_fixed(db, django_assert_num_queries):
    AdmissionFactory()
    last_changed(City)
    with django_assert_num_queries(3):  # the history, and the keys of the admissions and the spellings in it
        last_changed(City)
    AdmissionFactory(cohort__year=2024)
    with django_assert_num_queries(3):
        last_changed(City)
