"""Deeds about one membership at the same moment wait for each other in turn, and never each for the other.

Each story has a deed that is half done when a second one begins, and then goes on. On SQLite the second one waits from
its first statement on.
"""

from datetime import date

import pytest

from admissions.desk.release.take_back import take_back
from admissions.membership.recompute import begin_day
from admissions.models import Admission, Cohort, Correction
from cities.addresses import merge
from cities.models import City
from records.locking import lock
from tests.admissions.desk.rounds import make_countries, published_round
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, SourceFactory
from tests.support.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2020, 3, 1)


def fresh(record):
    return type(record)._base_manager.get(pk=record.pk)


def given_a_day(cohort):
    """Two halves of the deed by which a cohort gets another day, as a form does it: it is held, and then saved."""
    own = fresh(cohort)

    def save():
        own.announced_on = DAY
        own.save()

    return lambda: lock(own), save


def all_of_it(halves):
    return lambda: [half() for half in halves]


@pytest.fixture
def admission():
    return AdmissionFactory(cohort__year=2020)


@pytest.fixture
def again(admission):
    """A later admission of the same city."""
    return AdmissionFactory(city=admission.city, cohort__year=2022, announced_again=True)


def test_an_admission_is_annulled_while_the_day_of_its_cohort_changes(admission):
    source, own = SourceFactory(), fresh(admission)

    def annul():
        own.annul(on=date(2020, 9, 24), authority="UIL", source=source, note_en="Twice.")

    day = given_a_day(admission.cohort)
    assert at_once(lambda: lock(own), all_of_it(day), then=annul) == (None, [None, None])
    assert Correction.objects.get().cohort == admission.cohort
    assert (fresh(admission).counts_from, fresh(admission).counts_until) == (DAY, date(2020, 9, 24))


def test_an_admission_moves_to_another_cohort_while_the_day_of_that_one_changes(admission):
    there = AdmissionFactory(cohort__year=2022)
    own = fresh(admission)

    def move():
        own.cohort = there.cohort
        own.save()

    day = given_a_day(there.cohort)
    assert at_once(lambda: lock(fresh(there)), all_of_it(day), then=move) == (None, [None, None])
    assert [fresh(each).counts_from for each in (admission, there)] == [DAY, DAY]


def test_an_admission_leaves_a_cohort_whose_day_changes(admission):
    own, other = fresh(admission), CohortFactory(year=2022)

    def move():
        own.cohort = other
        own.save()

    day = given_a_day(admission.cohort)
    assert at_once(lambda: lock(own), all_of_it(day), then=move) == (None, [None, None])
    assert fresh(admission).counts_from == date(2022, 2, 14)


def test_both_admissions_of_a_city_end_while_the_day_of_one_cohort_changes(admission, again):
    source, own = SourceFactory(), fresh(admission)
    half, rest = given_a_day(again.cohort)
    facts = {"on": date(2024, 1, 1), "reason": "withdrew", "source": source}
    assert at_once(half, lambda: own.end(**facts), then=rest) == (None, None)
    assert [fresh(each).ended_on for each in (admission, again)] == [date(2024, 1, 1)] * 2


def test_the_later_admission_of_a_city_ends_while_a_day_begins(admission, again):
    source, own = SourceFactory(), fresh(again)

    def end():
        own.end(on=date(2024, 1, 1), reason="withdrew", source=source)

    outcomes = at_once(lambda: lock(own), lambda: begin_day(Admission.objects), then=end)
    assert (outcomes, fresh(admission).ended_on) == ((None, []), date(2024, 1, 1))


def test_a_round_is_taken_back_while_the_day_of_its_cohort_changes():
    make_countries()
    recording = fresh(published_round("Fez (Morocco)", "Agadir (Morocco)"))
    half, rest = given_a_day(Cohort.objects.get())
    first, result = at_once(half, lambda: take_back(recording, reason="Wrong."), then=rest)
    assert (first, [(str(each), each.fields) for each in result.kept]) == (
        None, [("Admissions of 2026", ("announced_on",))],
    )  # fmt: skip
    assert not Admission.objects.exists()


def test_two_cities_become_one_while_the_day_of_a_cohort_changes(admission, again):
    double, city = City.objects.get(pk=admission.city_id), CityFactory()
    half, rest = given_a_day(again.cohort)
    first, into = at_once(half, lambda: merge(double, city), then=rest)
    assert (first, into, City.objects.get()) == (None, city, city)
    assert [fresh(each).counts_from for each in (admission, again)] == [date(2020, 2, 14), DAY]
