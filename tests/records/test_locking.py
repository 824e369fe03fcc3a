"""Rows that are held: read as they are now, and waited for where the database has locks of rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cities.models import City
from records.locking import find_locked, lock, locked
from tests.factories import AdmissionFactory, CityFactory

pytestmark = pytest.mark.django_db


def written_meanwhile():
    """A city as somebody read it before another person gave it a population."""
    city = CityFactory(population=1)
    City.objects.filter(pk=city.pk).update(population=2)
    return city


def test_a_lock_reads_the_record_anew_into_the_same_object():
    city = written_meanwhile()
    assert (lock(city), city.population) == (None, 2)


def test_a_held_record_is_another_object_and_the_one_given_stays():
    city = written_meanwhile()
    held = locked(city)
    assert (held, held.population, city.population) == (city, 2, 1)


def test_a_record_is_found_by_its_key_among_those_asked_for():
    city = written_meanwhile()
    assert find_locked(City.objects, city.pk).population == 2
    assert find_locked(City.objects.exclude(pk=city.pk), city.pk) is None
    assert find_locked(City.objects, city.pk + 1) is None


@pytest.mark.parametrize("hold", [lock, locked])
def test_what_is_gone_cannot_be_held(hold):
    city = CityFactory()
    City.objects.filter(pk=city.pk).delete()
    with pytest.raises(City.DoesNotExist):
        hold(city)


@pytest.mark.parametrize(
    "hold", [lock, locked, lambda record: find_locked(type(record).objects, record.pk)], ids=["lock", "locked", "find"]
)
def test_a_row_is_locked_alone_even_of_a_model_whose_usual_order_needs_another_table(hold):
    """PostgreSQL refuses to lock what an outer join may lack, such as the cohort of an admission."""
    admission = AdmissionFactory(cohort=None)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        hold(admission)
    own = [query["sql"] for query in asked if 'FROM "admissions_admission"' in query["sql"]][-1]
    assert "JOIN" not in own
    assert ("FOR UPDATE" in own) == connection.features.has_select_for_update
