"""What one act wrote is found again in the history, record by record."""

from datetime import date

import pytest

from admissions.models import Cohort
from cities.models import City
from records.history.acts import act_that_made, keys_made_in, written_in
from records.history.attribution import attributed
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, CountryFactory, SourceFactory

pytestmark = pytest.mark.django_db
ACT = "a round"


def told():
    return [
        (each.model, each.key, each.label, each.is_new, each.before, each.left, each.parts)
        for each in written_in(ACT)
    ]  # fmt: skip


def test_a_record_that_was_made_is_told_with_all_its_values_and_relations():
    source = SourceFactory()
    with attributed(act=ACT):
        cohort = Cohort(slug="2026", kind="round", year=2026, title_en="Round", announced_on=date(2026, 2, 14))
        cohort.save()
        cohort.sources.set([source])
    [(model, key, label, is_new, _before, left, parts)] = told()
    assert (model, key, label, is_new, parts) == (Cohort, str(cohort.pk), "Round", True, [])
    known = {name: value for name, value in left.items() if value not in (None, "")}
    assert known == {
        "slug": "2026", "kind": "round", "year": 2026, "title_en": "Round", "announced_on": "2026-02-14",
        "sources": [source.pk],
    }  # fmt: skip
    assert written_in(ACT)[0].edited(Cohort.objects.get()) == []


def test_a_record_that_was_changed_is_told_with_what_differs_from_first_to_last():
    old, new = SourceFactory(), SourceFactory()
    cohort = CohortFactory(year=2020, announced_cities=5)
    cohort.sources.add(old)
    with attributed(act=ACT):
        for number in (3, 4):
            cohort.announced_countries = number
            cohort.save()
        cohort.sources.add(new)
    assert told() == [
        (
            Cohort, str(cohort.pk), "Admissions of 2020", False, {"announced_countries": None, "sources": [old.pk]},
            {"announced_countries": 4, "sources": [old.pk, new.pk]}, [],
        )
    ]  # fmt: skip


def test_spellings_of_a_new_city_are_told_with_it_and_those_of_an_old_one_by_themselves():
    old = CityFactory(name_en="Agadir")
    with attributed(act=ACT):
        new = City(slug="fez", country=CountryFactory(), name_en="Fez")
        new.save()
        new.names.create(text="Fās")
        spelling = old.names.create(text="Agadîr")
    assert [(label, is_new, parts) for _model, _key, label, is_new, _before, _left, parts in told()] == [
        ("Fez", True, ["Fez", "Fās"]), ("Agadîr", True, []),
    ]  # fmt: skip
    assert (keys_made_in(ACT, City), act_that_made(new), act_that_made(old)) == ([str(new.pk)], ACT, "")
    assert written_in(ACT)[1].key == str(spelling.pk)


def test_what_others_wrote_meanwhile_is_not_told():
    with attributed(act=ACT), attributed(act="another"):
        CityFactory(name_en="Fez")
    CityFactory(name_en="Agadir")
    assert told() == []


def test_a_field_is_edited_once_it_is_not_as_the_act_left_it():
    city = CityFactory(name_en="Fez", latitude="34.03313", longitude="-5.00028", precision="place")
    with attributed(act=ACT):
        city.latitude, city.population = 34.033128, 9
        city.save()
    [written] = written_in(ACT)
    city.refresh_from_db()
    assert written.edited(city) == []
    city.profile_en, city.population = "Old.", 10
    city.save()
    assert written.edited(city) == ["population"]
    city.population = 9
    city.save()
    assert written.edited(city) == []


def test_all_of_a_new_record_counts_as_written():
    with attributed(act=ACT):
        admission = AdmissionFactory(city=CityFactory(), cohort=CohortFactory())
    written = next(each for each in written_in(ACT) if each.model is type(admission))
    assert written.edited(admission) == []
    admission.sources.add(SourceFactory())
    admission.note_en = "Looked up."
    admission.save()
    assert sorted(written.edited(admission)) == ["note_en", "sources"]


def test_a_spelling_more_or_less_is_an_edit_of_a_new_city():
    with attributed(act=ACT):
        city = CityFactory(name_en="Fez", name_fr="Fès")
    written = next(each for each in written_in(ACT) if each.model is City)
    assert written.edited(city) == []
    city.names.get(text="Fès").delete()
    assert written.edited(city) == ["names"]


def test_a_relation_is_edited_when_somebody_adds_or_removes_another_record():
    cohort, first = CohortFactory(), SourceFactory()
    with attributed(act=ACT):
        cohort.sources.add(first)
    other = SourceFactory()
    cohort.sources.add(other)
    assert written_in(ACT)[0].edited(cohort) == ["sources"]
    cohort.sources.remove(other)
    assert written_in(ACT)[0].edited(cohort) == []


def test_what_was_changed_gets_its_former_values_back():
    old, new = SourceFactory(), SourceFactory()
    cohort = CohortFactory(announced_cities=5, event_en="Before.")
    cohort.sources.add(old)
    with attributed(act=ACT):
        cohort.announced_cities, cohort.event_en, cohort.basis_en = 6, "", "Counted."
        cohort.save()
        cohort.sources.set([new])
    [written] = written_in(ACT)
    written.restore(written.find())
    cohort.refresh_from_db()
    assert (cohort.announced_cities, cohort.event_en, cohort.basis_en, list(cohort.sources.all())) == (
        5, "Before.", None, [old],
    )  # fmt: skip
