"""A deed at the desk that is refused in the middle has written nothing."""

import pytest

from admissions.desk.decisions.decide import decide
from admissions.desk.lists.receive import begin, record_again
from admissions.desk.release.publish import publish
from admissions.desk.release.take_back import take_back
from tests.admissions.desk.rounds import listed, make_countries, published_round, round_of
from tests.factories import RecordingFactory, SourceFactory, UserFactory
from tests.support.half_way import left_half_way

pytestmark = pytest.mark.django_db(transaction=True)


def fresh(record):
    return type(record)._base_manager.get(pk=record.pk)


def ready():
    """A round that can be published."""
    make_countries()
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)")
    for entry in recording.entries.undecided():
        decide(entry, "new", version=entry.version, by=None)
    return recording


def public():
    make_countries()
    return published_round("Fez (Morocco)", "Agadir (Morocco)")


def a_round_is_begun():
    person = UserFactory()
    return lambda: begin(year=2026, by=person)


def a_list_is_received():
    make_countries()
    recording, source = RecordingFactory(), SourceFactory(language="en")
    return lambda: listed(fresh(recording), "Fez (Morocco)", "Agadir (Morocco)", source=source)


def an_entry_is_decided():
    make_countries()
    entry = round_of("Fez (Morocco)").entries.get()
    return lambda: decide(fresh(entry), "left_out", version=entry.version, by=None, reason="Twice.")


def a_round_is_published():
    recording = ready()
    return lambda: publish(fresh(recording))


def a_round_is_taken_back():
    recording = public()
    return lambda: take_back(fresh(recording), reason="Too early.")


def a_round_that_was_taken_back_is_recorded_again():
    recording = public()
    take_back(recording, reason="Too early.")
    return lambda: record_again(fresh(recording), by=None)


@pytest.mark.parametrize(
    "make",
    [
        a_round_is_begun,
        a_list_is_received,
        an_entry_is_decided,
        a_round_is_published,
        a_round_is_taken_back,
        a_round_that_was_taken_back_is_recorded_again,
    ],
)
def test_a_deed_that_is_refused_in_the_middle_has_written_nothing(make):
    assert left_half_way(make()) == {}
