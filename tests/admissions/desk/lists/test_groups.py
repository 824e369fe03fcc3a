"""Groups beside a list: never entries on their own, taken or left aside by a person."""

import pytest

from admissions.desk.decisions.lines import read_line
from admissions.desk.lists.groups import leave_group, take_group
from admissions.desk.lists.receive import record_again, set_aside
from admissions.desk.release.publish import hindrances, publish, schedule
from admissions.desk.release.take_back import take_back
from admissions.models import IntakeGroup, IntakeLine
from cities.models import Country
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import NEXT_YEAR, listed, meaning
from tests.factories import RecordingFactory, UserFactory

REFUSED = "Not admitted"


def two_lists():
    """A round whose English list sets Agadir and what it calls Atlantis beside Fez, and whose French list does not."""
    recording = RecordingFactory()
    groups = {2: REFUSED, 3: REFUSED}
    listed(recording, "Fez (Morocco)", "Agadir (Morocco)", "Atlantis (Lemuria)", groups=groups)
    return recording


def taken_up(group):
    return list(IntakeGroup.objects.values_list("words", "answer", "answered_by")) == group


def test_what_stands_in_a_group_is_no_entry_and_is_asked():
    recording = two_lists()

    assert meaning(recording) == [("Fez", "new", 2548885)]
    assert list(IntakeLine.objects.values_list("name", "group")) == [
        ("Fez", ""), ("Agadir", REFUSED), ("Atlantis (Lemuria)", REFUSED)
    ]  # fmt: skip
    assert taken_up([(REFUSED, "open", None)])
    assert hindrances(recording) == ["Say whether the 2 names under “Not admitted” are taken."]


def test_a_group_that_is_taken_is_matched_and_read_like_the_list():
    recording, person = two_lists(), UserFactory()
    take_group(recording.intakes.get(), REFUSED, by=person)

    assert meaning(recording) == [("Fez", "new", 2548885), ("Agadir", "new", 2561668)]
    assert taken_up([(REFUSED, "taken", person.pk)])
    assert hindrances(recording) == ["1 line could not be read."]


def test_a_group_that_is_left_aside_hinders_nothing():
    recording, person = two_lists(), UserFactory()
    leave_group(recording.intakes.get(), REFUSED, by=person)

    assert meaning(recording) == [("Fez", "new", 2548885)]
    assert hindrances(recording) == []
    assert publish(recording).cohort.admissions.count() == 1


def test_an_answer_may_be_repeated_and_changed():
    recording, first, second = two_lists(), UserFactory(), UserFactory()
    intake = recording.intakes.get()
    take_group(intake, REFUSED, by=first)
    take_group(intake, REFUSED, by=second)
    assert taken_up([(REFUSED, "taken", first.pk)])

    leave_group(intake, REFUSED, by=second)
    assert taken_up([(REFUSED, "left", second.pk)])
    assert meaning(recording) == [("Fez", "new", 2548885)]
    assert recording.prepared_by.count() == 2


def test_a_city_of_a_group_joins_no_entry_of_another_list():
    recording = two_lists()
    listed(recording, "Agadir (Maroc)", "Fès (Maroc)", language="fr")
    agadir = recording.entries.get(name_fr="Agadir")

    assert [line.intake.language for line in agadir.lines.all()] == ["fr"]


def test_a_line_of_a_group_that_is_read_by_hand_stays_in_it():
    recording = two_lists()
    unread = IntakeLine.objects.get(kind="unread")
    read_line(unread, name="Bikok; Ebolowa", country=Country.objects.get(code="CM"), by=UserFactory())

    assert meaning(recording) == [("Fez", "new", 2548885)]
    assert list(IntakeLine.objects.values_list("name", "group")[2:]) == [("Bikok", REFUSED), ("Ebolowa", REFUSED)]


def test_a_list_that_is_set_aside_asks_nothing():
    recording = two_lists()
    listed(recording, "Fès (Maroc)", language="fr")
    set_aside(recording.intakes.first(), by=None)

    assert hindrances(recording) == []


def test_the_cities_of_a_list_are_counted_without_those_beside_it():
    recording = two_lists()
    intakes = recording.intakes.with_cities()
    assert list(intakes.values_list("cities", "others")) == [(1, 1)]

    take_group(recording.intakes.get(), REFUSED, by=None)
    assert list(intakes.values_list("cities", "others")) == [(2, 0)]


def test_words_that_no_list_has_are_refused():
    recording = two_lists()
    with pytest.raises(RefusedError, match="This list has no group “Withdrawn”."):
        take_group(recording.intakes.get(), "Withdrawn", by=None)
    with pytest.raises(RefusedError):
        take_group(recording.intakes.get(), "", by=None)


def test_a_round_at_rest_keeps_its_answers():
    recording = two_lists()
    leave_group(recording.intakes.get(), REFUSED, by=None)
    schedule(recording, NEXT_YEAR, "Europe/Paris")
    with pytest.raises(RefusedError, match="it cannot be changed"):
        take_group(recording.intakes.get(), REFUSED, by=None)

    assert taken_up([(REFUSED, "left", None)])


def test_a_round_that_is_recorded_again_sets_the_same_lines_beside_the_list():
    recording = two_lists()
    leave_group(recording.intakes.get(), REFUSED, by=None)
    take_back(publish(recording), reason="Too early.", by=None)
    again = record_again(recording, by=None)

    assert again.intakes.get().lines.exclude(group="").count() == 2


def test_a_list_of_which_everything_stands_in_a_group_names_no_city_yet():
    recording = RecordingFactory()
    listed(recording, "Fez (Morocco)", groups={1: "Withdrawn candidacies"})

    assert hindrances(recording) == [
        "Say whether the 1 name under “Withdrawn candidacies” is taken.",
        "No city is listed yet.",
    ]
