"""One decision about many entries and lines at once."""

import pytest
from django.http import QueryDict

from admissions.desk.decisions.bulk import carry_out_all
from admissions.desk.decisions.decide import decide
from admissions.models import IntakeLine
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import meaning, round_of
from tests.factories import CityFactory, IntakeLineFactory, RecordingFactory, UserFactory

LINES = ("Santiago (Mexico)", "Victoria (Mexico)", "Fez (Morocco)", "Atlantis (Lemuria)", "Avalon (Britannia)")


@pytest.fixture
def recording(db):
    """Two entries to decide, two lines that could not be read, and an entry that is certain."""
    recording = round_of(*LINES)
    recording.entries.filter(country="MX").update(decision="open", geonames_id=None)
    return recording


def marks(recording):
    asked = [f"entry:{entry.pk}:{entry.version}" for entry in recording.entries.undecided()]
    return asked + [f"line:{line.pk}" for line in IntakeLine.objects.unread()]


def bulk(recording, *marked, **sent):
    data = QueryDict(mutable=True)
    data.setlist("mark", marked)
    data.update(sent)
    return carry_out_all(recording, data, by=UserFactory())


def test_all_that_is_marked_is_left_out_by_one_reason(recording):
    outcome = bulk(recording, *marks(recording), leave_out="1", reason="Not of this round.")

    assert (outcome.done, outcome.refused) == (
        ["Santiago", "Victoria", "Atlantis (Lemuria)", "Avalon (Britannia)"],
        [],
    )
    assert set(recording.entries.filter(country="MX").values_list("decision", "reason")) == {
        ("left_out", "Not of this round.")
    }
    assert set(IntakeLine.objects.filter(kind="left_out").values_list("reason", "set_by__username")) == {
        ("Not of this round.", recording.entries.first().decided_by.username)
    }


def test_what_is_not_marked_stays_as_it_is(recording):
    bulk(recording, marks(recording)[0], leave_out="1", reason="Not of this round.")

    assert [decision for _name, decision, _about in meaning(recording)] == ["left_out", "open", "new"]
    assert IntakeLine.objects.unread().count() == 2


def test_the_first_proposal_is_taken_for_each(recording):
    city = CityFactory(slug="santiago-mx", name_en="Santiago", country__code="MX")
    santiago = recording.entries.get(name_en="Santiago")
    santiago.candidates = [{"city": city.slug, "geonames_id": None, "name": "Santiago"}, *santiago.candidates]
    santiago.save()
    place = recording.entries.get(name_en="Victoria").candidates[0]["geonames_id"]
    outcome = bulk(recording, *marks(recording)[:2], first="1")

    assert outcome.refused == []
    assert meaning(recording)[:2] == [("Santiago", "existing", "santiago-mx"), ("Victoria", "new", place)]


def test_where_nothing_is_proposed_the_others_are_decided_all_the_same(recording):
    recording.entries.filter(name_en="Santiago").update(candidates=[])
    outcome = bulk(recording, *marks(recording)[:2], first="1")

    assert (outcome.done, outcome.refused) == (["Victoria"], [("Santiago", "Nothing is proposed.")])


def test_a_kind_of_body_is_said_of_all_and_decides_nothing(recording):
    outcome = bulk(recording, *marks(recording), set_kind="1", kind="district")

    assert (outcome.done, [name for name, _why in outcome.refused]) == (
        ["Santiago", "Victoria"],
        ["Atlantis (Lemuria)", "Avalon (Britannia)"],
    )
    assert set(recording.entries.filter(country="MX").values_list("kind", "decision")) == {("district", "open")}


def test_an_entry_that_was_changed_meanwhile_is_named_and_not_overwritten(recording):
    marked = marks(recording)
    santiago = recording.entries.get(name_en="Santiago")
    decide(santiago, "new", version=santiago.version, by=UserFactory())
    outcome = bulk(recording, *marked[:2], leave_out="1", reason="Not of this round.")

    assert (outcome.done, [name for name, _why in outcome.refused]) == (["Victoria"], ["Santiago"])


def test_a_line_with_cities_is_never_left_out_among_others(recording):
    fez = IntakeLine.objects.get(name="Fez")
    line = IntakeLineFactory(
        intake=fez.intake, number=fez.number, position=99, raw=fez.raw, kind="unread", name="withdrawn", country=None
    )
    outcome = bulk(recording, f"line:{line.pk}", leave_out="1", reason="Noise.")

    assert outcome.refused == [("withdrawn", "Say which cities of this line are left out.")]


@pytest.mark.parametrize(
    ("marked", "sent", "sentence"),
    [
        ([], {"first": "1"}, "Mark at least one entry or line."),
        (["entry:1"], {"first": "1"}, "Mark at least one entry or line."),
        (["entry:x:1", "line:", "x", "entry:1:" + "9" * 5000], {"first": "1"}, "Mark at least one entry or line."),
        (None, {}, "Mark at least one entry or line."),
        (None, {"leave_out": "1", "reason": " "}, "Say why what is marked is left out."),
        (None, {"set_kind": "1", "kind": "x"}, "Select a valid choice. x is not one of the available choices."),
    ],
)
def test_what_is_wrong_with_the_form_is_said_and_nothing_is_done(recording, marked, sent, sentence):
    with pytest.raises(RefusedError) as refusal:
        bulk(recording, *(marks(recording) if marked is None else marked), **sent)

    assert str(refusal.value) == sentence
    assert recording.entries.undecided().count() == 2


def test_marks_of_another_round_mark_nothing(recording):
    other = RecordingFactory(year=2027)
    with pytest.raises(RefusedError):
        bulk(other, *marks(recording), first="1")
