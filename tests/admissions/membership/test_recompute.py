"""What is stored of memberships stays true, whatever deed changes what it rests on."""

from datetime import date, timedelta

import pytest

from admissions.membership.recompute import recompute
from admissions.models import Admission, Cohort
from cities.addresses import merge
from cities.member_today import begin_day, is_turned, turn
from cities.models import City
from records.as_of import today
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, SourceFactory

pytestmark = pytest.mark.django_db
PAST, TO_COME = date(2020, 9, 23), date(2100, 1, 1)


def stored(city):
    """The days of its admissions as the database has them, and whether it is a member today."""
    days = city.admissions.order_by("pk").values_list("counts_from", "counts_until")
    return list(days), City.objects.get(pk=city.pk).member_today


def test_a_cohort_whose_day_changes_moves_its_admissions_but_those_of_a_day_of_their_own():
    cohort = CohortFactory(announced_on=PAST)
    moved = AdmissionFactory(cohort=cohort).city
    own = AdmissionFactory(cohort=cohort, admitted_on=date(2020, 5, 1)).city
    cohort.announced_on = TO_COME
    cohort.save()
    assert (stored(moved), stored(own)) == (([(TO_COME, None)], False), ([(date(2020, 5, 1), None)], True))
    cohort.announced_on = PAST
    cohort.save()
    assert stored(moved) == ([(PAST, None)], True)


def test_a_cohort_that_loses_its_day_takes_its_admissions_with_it():
    cohort = CohortFactory(year=today().year, announced_on=today())
    city = AdmissionFactory(cohort=cohort).city
    cohort.announced_on = None
    cohort.save()
    assert stored(city) == ([(None, None)], False)


def test_a_cohort_that_turns_out_to_be_of_a_year_that_was_over_counts_from_its_end():
    cohort = CohortFactory(year=today().year, announced_on=None)
    city = AdmissionFactory(cohort=cohort).city
    cohort.year = 2019
    cohort.save()
    assert stored(city) == ([(date(2019, 12, 31), None)], True)


def test_an_admission_reads_the_day_that_its_cohort_has_in_the_register():
    old = CohortFactory(announced_on=PAST)
    fresh = Cohort.objects.get()
    fresh.announced_on = date(2021, 1, 1)
    fresh.save()
    admission = AdmissionFactory(cohort=old)
    assert (admission.counts_from, stored(admission.city)[0]) == (date(2021, 1, 1), [(date(2021, 1, 1), None)])


def test_an_admission_that_moves_to_another_city_leaves_no_member_behind():
    admission, other = AdmissionFactory(), CityFactory()
    before, admission.city = admission.city, other
    admission.save()
    assert (stored(before)[1], stored(other)[1]) == (False, True)


@pytest.mark.parametrize("delete", [lambda each: each.delete(), lambda each: Admission.objects.all().delete()])
def test_an_admission_that_is_deleted_leaves_no_member_behind(delete):
    admission = AdmissionFactory()
    assert stored(admission.city)[1]
    delete(admission)
    assert stored(admission.city) == ([], False)


def test_an_end_an_annulment_and_what_is_taken_back_are_stored():
    admission, source = AdmissionFactory(cohort__year=2015), SourceFactory()
    city = admission.city
    admission.end(on=date(2017, 3, 1), reason="withdrew", source=source)
    assert stored(city) == ([(date(2015, 2, 14), date(2017, 3, 1))], False)
    admission.take_back_end(why="The wrong city.")
    assert stored(city) == ([(date(2015, 2, 14), None)], True)
    admission.annul(on=date(2015, 2, 14), authority="UIL", note_en="-", source=source)
    assert stored(city) == ([(date(2015, 2, 14), date(2015, 2, 14))], False)


def test_of_two_records_that_become_one_the_one_that_stays_is_the_member():
    admission, into = AdmissionFactory(), CityFactory()
    merge(admission.city, into)
    assert stored(into) == ([(date(2020, 2, 14), None)], True)


def test_admissions_that_are_made_in_bulk_have_their_days():
    city, cohort = CityFactory(), CohortFactory()
    Admission.objects.bulk_create([AdmissionFactory.build(city=city, cohort=cohort)])
    assert stored(city) == ([(date(2020, 2, 14), None)], True)


def test_what_was_stored_otherwise_is_told_and_mended():
    admission = AdmissionFactory(city__name_en="Fez")
    Admission.objects.update(counts_from=date(2019, 1, 1))
    City.objects.update(member_today=False)
    assert [str(each) for each in recompute(Admission.objects.all())] == [
        "Fez · 2020: 2019-01-01 – … → 2020-02-14 – …"
    ]
    assert stored(admission.city) == ([(date(2020, 2, 14), None)], True)
    assert recompute(Admission.objects.all()) == []


def test_all_are_recomputed_in_a_fixed_number_of_queries(django_assert_num_queries):
    for number in range(2):
        AdmissionFactory.create_batch(5, cohort__year=2019 + number)
        with django_assert_num_queries(3):
            assert recompute(Admission.objects.all()) == []


def day(monkeypatch, now):
    for module in ("cities.member_today.today", "cities.querysets.places.today"):
        monkeypatch.setattr(module, lambda: now)


def test_a_day_that_begins_turns_the_cities_whose_membership_begins_or_ends_with_it(monkeypatch):
    day(monkeypatch, date(2026, 12, 1))
    ending = AdmissionFactory(ended_on=date(2026, 12, 2), end_reason="withdrew").city
    beginning = AdmissionFactory(cohort__year=2026, cohort__announced_on=date(2026, 12, 2)).city
    turn(City.objects.all())
    assert list(City.objects.filter(member_today=True)) == [ending]
    day(monkeypatch, date(2026, 12, 2))
    assert not is_turned()
    assert list(City.objects.members()) == [beginning]
    assert begin_day(City.objects.all()) == 2
    assert is_turned()
    assert list(City.objects.members()) == list(City.objects.filter(member_today=True)) == [beginning]


def test_no_day_that_passes_makes_a_member_of_a_city_without_a_day(monkeypatch):
    cohort = CohortFactory(year=today().year, announced_on=None)
    city = AdmissionFactory(cohort=cohort).city
    for later in (date(today().year, 12, 31), date(today().year + 1, 1, 1), date(2100, 1, 1)):
        day(monkeypatch, later)
        recompute(Admission.objects.all())
        begin_day(City.objects.all())
        assert stored(city) == ([(None, None)], False)
        assert list(City.objects.as_of(later)) == list(City.objects.members()) == []


def test_members_are_found_by_an_index_of_their_own(django_assert_num_queries):
    assert "city_members_today" in {index.name for index in City._meta.indexes}
    AdmissionFactory.create_batch(3)
    begin_day(City.objects.all())
    with django_assert_num_queries(1) as asked:
        assert City.objects.members().count() == 3
    assert "admissions_admission" not in asked[0]["sql"]


def test_members_on_a_day_are_one_question_without_columns_of_other_tables():
    sql = str(City.objects.as_of(PAST + timedelta(1)).query)
    assert ("COALESCE" in sql, "cohort" in sql.split("WHERE")[1], sql.count("EXISTS")) == (False, False, 1)


def test_who_writes_a_city_does_not_undo_what_a_deed_turned_meanwhile():
    read_before = CityFactory()
    AdmissionFactory(city=City.objects.get())
    read_before.population = 9
    read_before.save()
    assert City.objects.values_list("population", "member_today").get() == (9, True)
