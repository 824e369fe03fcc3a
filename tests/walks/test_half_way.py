"""A deed across models that is refused in the middle has written nothing."""

from datetime import date, timedelta
from itertools import count

import pytest
from django.db import transaction

from cities.addresses import merge, move
from gnlc.roles import set_up_roles
from records.as_of import today
from records.history.restore import restore
from records.models import HistoryEntry
from records.page_views import counting
from records.translation.edits import call_immaterial, confirm, keep_same, translate
from tests.factories import (
    AdmissionFactory,
    CityFactory,
    CohortFactory,
    InitiativeFactory,
    MemberFactory,
    NewsItemFactory,
    NominationFactory,
    ProgressReportFactory,
    SourceFactory,
    SuggestionFactory,
)
from tests.support.half_way import left_half_way

pytestmark = pytest.mark.django_db(transaction=True)  # as in real life, where nothing stands around a deed
DEEDS = []


def deed(make):
    """Registers a story: it makes the records and returns the deed, which reads them anew."""
    DEEDS.append(pytest.param(make, id=make.__name__))
    return make


def fresh(record):
    return type(record)._base_manager.get(pk=record.pk)


# Cities


@deed
def a_city_gets_another_address():
    city = MemberFactory(slug="fes")
    return lambda: move(fresh(city), "fez")


@deed
def two_records_become_one():
    kept, double = CityFactory(), CityFactory(website="https://fes.example")
    AdmissionFactory(city=double)
    InitiativeFactory(city=double)
    NewsItemFactory().cities.add(double)
    return lambda: merge(fresh(double), fresh(kept))


@deed
def the_reads_of_a_record_go_to_another():
    double, kept = CityFactory(), CityFactory()
    counting.count(double)
    counting.write()
    return lambda: counting.bring_together(double, kept)


# Texts


def text(column="profile_fr", **facts):
    texts = {"name_en": "Fez", "profile_en": "Old.", "profile_fr": "Vieille."}
    city = CityFactory(**texts)
    for name, value in facts.items():
        setattr(city, name, value)
    city.save()
    field, language = column.rsplit("_", 1)
    return city.translations.get(field=field, language=language)


@deed
def a_text_is_translated():
    row = text()
    return lambda: translate(fresh(row), "Ancienne.")


@deed
def a_translation_is_confirmed():
    row = text(profile_en="Very old.")
    return lambda: confirm(fresh(row))


@deed
def a_name_is_the_same_in_another_language():
    row = text("name_ar")
    return lambda: keep_same(fresh(row))


@deed
def an_edit_is_immaterial():
    city = text(profile_en="Very old.", profile_ar="قديمة.")
    return lambda: call_immaterial(fresh(city))


# The history, and readers


@deed
def a_version_is_restored():
    city = CityFactory(name_fr="Fès")
    city.name_fr = "Fas"
    city.save()
    entry = HistoryEntry.objects.get_for_object(city).first()
    return lambda: restore(entry, lambda record: None)


@deed
def a_suggestion_is_declined():
    suggestion = SuggestionFactory()
    return lambda: fresh(suggestion).decline(why="No source.")


@deed
def roles_are_set_up():
    return set_up_roles


# Memberships


@deed
def a_membership_ends():
    admission, source = AdmissionFactory(), SourceFactory()
    return lambda: fresh(admission).end(on=today(), reason="withdrew", source=source)


@deed
def the_end_of_a_membership_is_taken_back():
    admission = AdmissionFactory()
    admission.end(on=today(), reason="withdrew", source=SourceFactory())
    return lambda: fresh(admission).take_back_end(why="A mistake.")


@deed
def an_admission_is_annulled():
    admission, source = AdmissionFactory(), SourceFactory()
    facts = {"on": today(), "authority": "UIL", "source": source, "note_en": "Withdrawn."}
    return lambda: fresh(admission).annul(**facts)


@deed
def a_cohort_gets_another_day():
    cohort = AdmissionFactory(cohort__announced_on=date(2020, 9, 23)).cohort

    def change():
        moved = fresh(cohort)
        moved.announced_on = date(2020, 9, 24)
        moved.save()

    return change


@deed
def an_admission_goes_to_another_cohort():
    admission, cohort = AdmissionFactory(), CohortFactory(year=2013, announced_on=date(2013, 12, 1))

    def change():
        moved = fresh(admission)
        moved.cohort = cohort
        moved.save()

    return change


# Candidates and reports


@deed
def a_candidate_takes_a_step():
    nomination = NominationFactory()
    return lambda: fresh(nomination).withdraw(on=today())


@deed
def the_step_of_a_candidate_is_taken_back():
    nomination = NominationFactory()
    nomination.withdraw(on=today())
    return lambda: fresh(nomination).take_back_last_step()


@deed
def a_report_is_granted_a_later_day():
    report = ProgressReportFactory()
    return lambda: fresh(report).extend(until=report.deadline + timedelta(days=30))


@pytest.mark.parametrize("make", DEEDS)
def test_a_deed_that_is_refused_in_the_middle_has_written_nothing(make):
    assert left_half_way(make()) == {}


def test_what_is_left_half_way_is_noticed():
    city, names = CityFactory(), map("Fez {}".format, count())

    def write_two():
        for _ in range(2):
            fresh(city).names.create(text=next(names))

    assert "cities.CityName" in left_half_way(write_two)[2]
    assert left_half_way(transaction.atomic(write_two)) == {}
