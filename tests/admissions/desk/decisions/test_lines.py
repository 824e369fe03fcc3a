"""What is left out of a line: a whole entry or the line as it stands, by its name."""

import pytest

from admissions.desk.decisions.decide import DecidedMeanwhileError, decide
from admissions.desk.decisions.lines import entries_of, leave_out_line
from admissions.models import IntakeLine
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import listed, round_of
from tests.back_office import at_work
from tests.factories import IntakeLineFactory, UserFactory

LINE = "Fez (Morocco), Agadir (Morocco) withdrawn"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def recording(db):
    recording = round_of("Fez (Morocco), Agadir (Morocco)", "Bikok (Cameroon)")
    listed(recording, "Agadir (Maroc)", "Fès (Maroc)", "Bikok (Cameroun)", language="fr")
    first = recording.intakes.first().lines.first()
    first.intake.lines.filter(number=1).update(raw=LINE)
    IntakeLineFactory(
        intake=first.intake, number=1, position=99, raw=LINE, kind="unread", name="withdrawn", country=None
    )
    return recording


def unread():
    return IntakeLine.objects.get(name="withdrawn")


def outcome(recording):
    return list(recording.entries.values_list("name_en", "decision", "reason"))


def send(client, recording, **sent):
    return client.post(f"/admin/admissions/recording/{recording.pk}/line/{unread().pk}/", sent, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_an_entry_that_its_line_takes_back_is_left_out_in_all_lists(recording):
    agadir = recording.entries.get(name_en="Agadir")
    leave_out_line(unread(), reason="Withdrew.", by=UserFactory(), entries=[(agadir, agadir.version)])

    assert outcome(recording) == [("Fez", "new", ""), ("Agadir", "left_out", "Withdrew."), ("Bikok", "new", "")]
    assert agadir.lines.count() == 2
    assert unread().kind == "left_out"


def test_an_entry_of_another_line_is_not_left_out_with_this_one(recording):
    bikok = recording.entries.get(name_en="Bikok")
    with pytest.raises(RefusedError, match="Bikok does not stand in this line."):
        leave_out_line(unread(), reason="Withdrew.", by=UserFactory(), entries=[(bikok, bikok.version)])

    assert unread().kind == "unread"


def test_an_entry_that_was_changed_meanwhile_is_not_left_out_and_nor_is_the_line(recording):
    agadir = recording.entries.get(name_en="Agadir")
    decide(agadir, "new", version=agadir.version, by=UserFactory())
    with pytest.raises(DecidedMeanwhileError):
        leave_out_line(unread(), reason="Withdrew.", by=UserFactory(), entries=[(agadir, agadir.version - 1)])

    assert unread().kind == "unread"


def test_the_entries_of_a_line_are_those_in_the_same_line_of_the_same_list(recording):
    assert [str(entry) for entry in entries_of(unread())] == ["Fez", "Agadir"]


def test_the_form_of_a_line_offers_its_cities_by_name(registrar, recording):
    (line,) = registrar.get(recording.get_absolute_url()).context["unread"]
    assert [str(entry) for entry in line.neighbours] == ["Fez", "Agadir"]


def test_a_form_that_marks_no_city_leaves_out_nothing_and_asks(registrar, recording):
    response = send(registrar, recording, leave_out="entries", reason="Withdrew.")
    assert said(response) == ["Say which cities of this line are left out."]
    assert unread().kind == "unread"
    assert [decision for _name, decision, _reason in outcome(recording)] == ["new", "new", "new"]


def test_what_was_left_out_is_said_by_name(registrar, recording):
    agadir = recording.entries.get(name_en="Agadir")
    marked = f"{agadir.pk}:{agadir.version}"
    response = send(registrar, recording, leave_out="entries", reason="Withdrew.", entry=marked)
    assert said(response) == ["Left out: Agadir (Morocco)"]
    assert outcome(recording)[1] == ("Agadir", "left_out", "Withdrew.")


def test_words_alone_are_left_out_only_where_a_person_says_that_the_cities_stay(registrar, recording):
    response = send(registrar, recording, leave_out="words", reason="A remark of the editor.")
    assert said(response) == [f"Left out: “{LINE}”"]
    assert [decision for _name, decision, _reason in outcome(recording)] == ["new", "new", "new"]
    assert unread().kind == "left_out"


@pytest.mark.parametrize("marked", ["x", "1", "1:x", ":", "9999999:1", "1:" + "9" * 5000])
def test_a_mark_that_no_form_sends_marks_nothing(registrar, recording, marked):
    response = send(registrar, recording, leave_out="entries", reason="Withdrew.", entry=marked)
    assert response.status_code == 200
    assert unread().kind == "unread"
