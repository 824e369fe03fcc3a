"""Two people, or two processes, do something at the same moment: who comes second sees what the first one did."""

import pytest

from admissions.desk.decisions.decide import decide
from admissions.desk.lists.receive import record_again
from admissions.desk.release.publish import HinderedError, publish, schedule, unschedule
from admissions.desk.release.take_back import take_back
from admissions.models import Admission, Recording
from cities.models import City
from records.exceptions import RefusedError
from records.history.restore import restore
from records.models import HistoryEntry, PageReads, Suggestion, TranslationState
from records.page_views import counting
from records.translation.edits import call_immaterial, confirm, keep_same, translate
from tests.admissions.desk.rounds import NEXT_YEAR, make_countries, published_round, round_of
from tests.back_office import at_work, no_inlines
from tests.factories import AdmissionFactory, CityFactory, SourceFactory, SuggestionFactory
from tests.support.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def fresh(record):
    """The record as another process reads it."""
    return type(record)._base_manager.get(pk=record.pk)


def kind(outcome):
    return type(outcome) if isinstance(outcome, Exception) else "done"


# A round


@pytest.fixture
def ready():
    """A round that can be published."""
    make_countries()
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)")
    for entry in recording.entries.undecided():
        decide(entry, "new", version=entry.version, by=None)
    return fresh(recording)


@pytest.fixture
def public():
    make_countries()
    return fresh(published_round("Fez (Morocco)", "Agadir (Morocco)"))


def test_a_round_that_two_people_publish_is_published_once(ready):
    one, other = fresh(ready), fresh(ready)
    first, second = at_once(lambda: publish(one), lambda: publish(other))
    assert (kind(first), kind(second)) == ("done", "done")
    assert first.published_at == second.published_at == fresh(ready).published_at
    assert (City.objects.count(), Admission.objects.count()) == (2, 2)


def test_a_round_that_is_just_made_public_is_not_scheduled_any_more(ready):
    one, other = fresh(ready), fresh(ready)
    first, second = at_once(lambda: publish(one), lambda: schedule(other, NEXT_YEAR, "UTC"))
    assert (kind(first), kind(second)) == ("done", HinderedError)
    assert fresh(ready).state == Recording.State.PUBLISHED


def test_a_round_that_is_just_made_public_does_not_go_back_to_work(ready):
    schedule(fresh(ready), NEXT_YEAR, "UTC")
    one, other = fresh(ready), fresh(ready)
    first, second = at_once(lambda: publish(one), lambda: unschedule(other))
    assert (kind(first), kind(second)) == ("done", "done")
    assert fresh(ready).state == Recording.State.PUBLISHED


def test_nothing_is_decided_in_a_round_that_is_just_made_public(ready):
    entry, recording = ready.entries.first(), fresh(ready)
    leave_out = {"version": entry.version, "by": None, "reason": "Twice."}
    first, second = at_once(lambda: publish(recording), lambda: decide(entry, "left_out", **leave_out))
    assert (kind(first), kind(second)) == ("done", RefusedError)
    assert fresh(entry).decision == "new"


def test_a_round_that_two_people_take_back_is_taken_back_once(public):
    one, other = fresh(public), fresh(public)
    first, second = at_once(lambda: take_back(one, reason="Too early."), lambda: take_back(other, reason="Wrong."))
    assert (kind(first), kind(second)) == ("done", RefusedError)
    assert (fresh(public).reason_for_recall, Admission.objects.count()) == ("Too early.", 0)


def test_a_city_that_somebody_just_describes_is_kept_when_its_round_is_taken_back(public):
    city, recording = City.objects.get(name_en="Fez"), fresh(public)
    city.population = 1_150_131
    first, second = at_once(city.save, lambda: take_back(recording, reason="Too early."))
    assert (kind(first), kind(second)) == ("done", "done")
    assert list(City.objects.values_list("name_en", "population")) == [("Fez", 1_150_131)]


def test_a_round_that_two_people_record_again_is_recorded_again_once(public):
    take_back(public, reason="Too early.")
    one, other = fresh(public), fresh(public)
    first, second = at_once(lambda: record_again(one, by=None), lambda: record_again(other, by=None))
    assert (first, Recording.objects.count()) == (second, 2)


# A text


@pytest.fixture
def fez():
    return CityFactory(name_en="Fez", name_fr="Fès", profile_en="Old.", profile_fr="Vieille.")


def text(record, column):
    field, language = column.rsplit("_", 1)
    return record.translations.get(field=field, language=language)


def told_of(record, column):
    """The changes of a column that the history tells, the first one first."""
    entries = HistoryEntry.objects.get_for_object(record).order_by("pk")
    return [entry.changes[column] for entry in entries if column in (entry.changes or {})]


def test_a_text_that_two_people_translate_is_written_twice_and_each_version_is_told(fez):
    HistoryEntry.objects.all().delete()
    one, other = text(fez, "profile_fr"), text(fez, "profile_fr")
    at_once(lambda: translate(one, "Ancienne."), lambda: translate(other, "Vieille ville."))
    assert fresh(fez).profile_fr == "Vieille ville."
    assert told_of(fez, "profile_fr") == [["Vieille.", "Ancienne."], ["Ancienne.", "Vieille ville."]]


def test_translations_of_one_record_into_two_languages_are_both_kept(fez):
    one, other = text(fez, "profile_fr"), text(fez, "profile_ar")
    at_once(lambda: translate(one, "Ancienne."), lambda: translate(other, "قديمة."))
    assert (fresh(fez).profile_fr, fresh(fez).profile_ar) == ("Ancienne.", "قديمة.")


def test_a_translation_is_not_lost_to_somebody_who_says_that_another_text_is_the_same(fez):
    one, other = text(fez, "profile_fr"), text(fez, "name_ar")
    at_once(lambda: translate(one, "Ancienne."), lambda: keep_same(other))
    assert (fresh(fez).profile_fr, fresh(fez).name_ar) == ("Ancienne.", "Fez")


@pytest.fixture
def stale(fez):
    fez.profile_en = "Very old."
    fez.save()
    return text(fez, "profile_fr")


def test_two_people_who_confirm_one_text_confirm_it_once(stale, fez):
    HistoryEntry.objects.all().delete()
    one, other = fresh(stale), fresh(stale)
    at_once(lambda: confirm(one), lambda: confirm(other))
    assert (HistoryEntry.objects.count(), fresh(stale).state) == (1, TranslationState.State.DONE)


def test_two_people_who_call_an_edit_immaterial_settle_its_translations_once(stale):
    one, other = fresh(stale), fresh(stale)
    assert at_once(lambda: call_immaterial(one), lambda: call_immaterial(other)) == (1, 0)


# A record


def test_of_two_steps_of_one_suggestion_the_second_is_refused():
    suggestion = SuggestionFactory()
    one, other = fresh(suggestion), fresh(suggestion)
    first, second = at_once(one.accept, lambda: other.decline(why="No source."))
    assert (kind(first), kind(second)) == ("done", RefusedError)
    assert fresh(suggestion).state == Suggestion.State.ACCEPTED


def test_a_membership_that_two_people_annul_is_annulled_once():
    admission = AdmissionFactory()
    one, other = fresh(admission), fresh(admission)
    facts = {"on": admission.counts_from, "authority": "UIL", "source": SourceFactory(), "note_en": "Twice."}
    first, second = at_once(lambda: one.annul(**facts), lambda: other.annul(**facts))
    assert (kind(first), kind(second)) == ("done", RefusedError)


def test_what_somebody_just_wrote_is_not_lost_to_a_restoration(fez):
    fez.name_fr = "Fas"
    fez.save()
    entry = HistoryEntry.objects.get_for_object(fez).first()
    city = fresh(fez)
    city.name_fr = "Fès-Boulemane"
    first, second = at_once(city.save, lambda: restore(entry, lambda record: None))
    assert (kind(first), kind(second)) == ("done", RefusedError)
    assert fresh(fez).name_fr == "Fès-Boulemane"


def test_of_two_forms_that_are_sent_at_once_the_second_is_told_what_the_first_wrote(fez):
    registrar, other = at_work("registrar"), at_work("superuser")
    address = f"/admin/cities/city/{fez.pk}/change/"
    sent = {"country": "MA", "name_en": "Fez", "name_fr": "Fès"} | no_inlines("names", "awards")
    sent["seen"] = registrar.get(address).context["adminform"].form.seen
    first, second = at_once(
        lambda: registrar.post(address, sent | {"population": "1"}),
        lambda: other.post(address, sent | {"population": "2"}),
    )
    assert (first.status_code, second.status_code) == (302, 200)
    assert second.context["adminform"].form.errors == {"population": ["Somebody else wrote meanwhile: 1"]}
    assert fresh(fez).population == 1


def test_reads_that_are_just_written_go_with_the_record_that_becomes_another():
    double, city = CityFactory(), CityFactory()
    counting.count(double)
    counting.write()
    counting.count(double)
    at_once(counting.write, lambda: counting.bring_together(double, city))
    assert [(reads.key, reads.number) for reads in PageReads.objects.all()] == [(str(city.pk), 2)]
