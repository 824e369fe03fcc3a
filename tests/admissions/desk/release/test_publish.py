"""Publishing: what stands in the way, at once or at an instant, and nothing seen before."""

import pytest
from django.db import IntegrityError
from django.test import override_settings

from admissions.desk.decisions.decide import decide, describe
from admissions.desk.decisions.lines import read_line
from admissions.desk.release.publish import (
    HinderedError,
    hindrances,
    publish,
)
from admissions.models import IntakeLine, Recording
from cities.models import Country
from records.history.acts import written_in
from records.models import HistoryEntry
from tests.admissions.desk.rounds import decided_round, listed, register, round_of
from tests.factories import CityFactory, CohortFactory, RecordingFactory, UserFactory


def test_nothing_hinders_a_round_that_is_decided():
    assert hindrances(decided_round("Fez (Morocco)", "Bikok (Cameroon)")) == []


def test_a_round_without_a_list_is_hindered():
    assert hindrances(RecordingFactory()) == ["No city is listed yet."]


def test_a_round_of_which_all_is_left_out_is_hindered():
    recording = round_of("Fez (Morocco)")
    decide(recording.entries.get(), "left_out", version=1, by=None, reason="Withdrew.")

    assert hindrances(recording) == ["No city is listed yet."]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["Ifrane (Morocco)"], "1 entry is undecided."),
        (["Ifrane (Morocco)", "Santiago (Mexico)"], "2 entries are undecided."),
        (["Atlantis (Lemuria)"], "1 line could not be read."),
        (["Atlantis (Lemuria)", "Avalon (Britannia)"], "2 lines could not be read."),
    ],
)
def test_what_nobody_has_decided_or_read_hinders(lines, sentence):
    assert hindrances(round_of("Fez (Morocco)", *lines, "Agadir (Morocco)")) == [sentence]


def test_a_new_city_without_an_english_name_hinders():
    recording = round_of("Fez (Morocco)")
    describe(recording.entries.get(), version=1, by=None, name_en="", name_fr="Fès")

    assert hindrances(recording) == ["The English name of Fès is missing."]


def test_the_day_of_the_announcement_is_needed_unless_the_cohort_counts_without_one():
    recording = round_of("Fez (Morocco)", announced_on=None)
    assert hindrances(recording) == ["The day of the announcement is missing."]

    recording.cohort = CohortFactory(year=2026, announced_on=None)
    assert hindrances(recording) == ["The day of the announcement is missing."]
    recording.cohort = CohortFactory(year=2025, announced_on=None)
    assert hindrances(recording) == []


def test_numbers_that_differ_have_to_be_explained():
    recording = round_of("Fez (Morocco)", announced_cities=2)
    assert hindrances(recording) == ["The numbers found and announced differ, and nobody has said why."]

    recording.difference, recording.difference_for = "One city withdrew.", [["cities", 1, 2]]
    assert hindrances(recording) == []


def test_a_reason_explains_the_difference_it_was_written_for_and_no_other():
    recording = round_of("Fez (Morocco)", announced_cities=2, difference="Why.", difference_for=[["cities", 1, 3]])
    assert hindrances(recording) == [
        "The numbers differ otherwise than when the reason was written: look at it and save it again."
    ]


def test_a_new_city_that_is_called_as_one_of_the_registry_is_looked_at_again():
    CityFactory(name_en="Neverville")
    recording = round_of("Neverville (Morocco)")
    decide(recording.entries.get(), "new", version=1, by=None)
    assert hindrances(recording) == [
        "Neverville is new, and the registry has a city of that name: say whether it is a different one."
    ]
    decide(recording.entries.get(), "homonym", version=2, by=None)
    assert hindrances(recording) == []


def test_what_the_registry_refuses_at_the_last_moment_is_a_hindrance(monkeypatch):
    def refuse(recording):
        raise IntegrityError("city_geonames_once")

    monkeypatch.setattr("admissions.desk.release.publish.enter", refuse)
    with pytest.raises(HinderedError, match="The registry changed at the same moment."):
        publish(round_of("Fez (Morocco)"))


def test_a_place_that_has_entered_the_registry_meanwhile_hinders():
    recording = round_of("Fez (Morocco)")
    CityFactory(name_en="Fès el-Bali", geonames_id=2548885)

    assert hindrances(recording) == ["Fès el-Bali has entered the registry meanwhile: decide about it again."]


@pytest.mark.parametrize("number", [2, 20])
def test_hindrances_take_the_same_queries_however_many_cities_are_new(number, django_assert_num_queries):
    recording = decided_round(*(f"Neverville Number {each} (Morocco)" for each in range(number)))
    assert set(recording.entries.values_list("decision", "geonames_id")) == {("new", None)}
    with django_assert_num_queries(11):
        assert hindrances(recording) == []


def test_all_hindrances_are_named_at_once_and_nothing_is_written():
    recording = round_of("Ifrane (Morocco)", "Atlantis (Lemuria)", "Fez (Morocco)", announced_on=None)
    before = register()
    with pytest.raises(HinderedError) as refusal:
        publish(recording)

    assert refusal.value.hindrances == [
        "1 entry is undecided.",
        "1 line could not be read.",
        "The day of the announcement is missing.",
    ]
    assert str(refusal.value) == " ".join(refusal.value.hindrances)
    assert (register(), Recording.objects.get().state, written_in(recording.act)) == (before, "open", [])


def test_everybody_who_had_a_part_in_a_round_prepared_it():
    starter, bringer, reader, decider, bystander = (UserFactory() for _ in range(5))
    recording = round_of("Atlantis (Lemuria)", "Fez (Morocco)", started_by=starter)
    listed(recording, "Bikok (Cameroon)", by=bringer)
    read_line(IntakeLine.objects.unread().get(), name="Ifrane", country=Country.objects.get(code="MA"), by=reader)
    for entry in recording.entries.undecided():
        decide(entry, "new", version=entry.version, by=decider)

    assert set(recording.prepared_by.all()) == {bringer, reader, decider}
    second = "Whoever prepared the round cannot publish it; somebody else has to."
    for person, when_asked in [(starter, [second]), (bringer, [second]), (bystander, []), (None, [])]:
        with override_settings(SECOND_PERSON_PUBLISHES=True):
            assert hindrances(recording, person) == when_asked
        with override_settings(SECOND_PERSON_PUBLISHES=False):
            assert hindrances(recording, person) == []


def test_publishing_twice_changes_nothing():
    recording = decided_round("Fez (Morocco)", "Bikok (Cameroon)")
    person = UserFactory()
    published = publish(recording, by=person)
    after = register(), list(Recording.objects.values()), list(HistoryEntry.objects.values())
    again = publish(recording, by=UserFactory())

    assert (published.state, published.published_by, again) == ("published", person, published)
    assert (register(), list(Recording.objects.values()), list(HistoryEntry.objects.values())) == after
