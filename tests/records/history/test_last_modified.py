from admissions.models import Cohort
from cities.models import City, Country
from records.history.last_modified import last_changed
from records.models import HistoryEntry
from tests.factories import AdmissionFactory, CityFactory, NewsItemFactory, NominationFactory


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
    HistoryEntry.objects.all().delete()
    NominationFactory(city=admission.city, country=admission.city.country)
    NewsItemFactory(cohort=admission.cohort, status="draft")

    assert HistoryEntry.objects.exists()
    assert [last_changed(model) for model in (City, Country, Cohort)] == [{}, {}, {}]


def test_a_country_is_known_by_its_code(db):
    city = CityFactory()
    entry = HistoryEntry.objects.get_for_object(city).latest("timestamp")
    assert last_changed(Country)["MA"] == entry.timestamp


def test_the_number_of_queries_is_fixed(db, django_assert_num_queries):
    AdmissionFactory()
    last_changed(City)
    with django_assert_num_queries(3):  # the history, and the keys of the admissions and the spellings in it
        last_changed(City)
    AdmissionFactory(cohort__year=2024)
    with django_assert_num_queries(3):
        last_changed(City)
