"""Groups beside the lists, shown with their names and answered by a button."""

import pytest
from django.contrib.admin.models import LogEntry

from tests.admissions.desk.rounds import listed, meaning
from tests.back_office import at_work
from tests.factories import RecordingFactory


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def recording(db):
    recording = RecordingFactory()
    listed(recording, "Fez (Morocco)", "Agadir (Morocco)", groups={2: "Not admitted"})
    return recording


def address(group):
    return f"/admin/admissions/recording/{group.intake.recording_id}/group/{group.pk}/"


def test_the_desk_asks_about_a_group_with_its_words_and_names(registrar, recording):
    (shown,) = registrar.get(recording.get_absolute_url()).context["groups"]
    assert (shown.group.words, [(line.name, str(line.country)) for line in shown.lines]) == (
        "Not admitted", [("Agadir", "Morocco")]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("button", "cities", "sentence"),
    [
        ("take", ["Fez", "Agadir"], "Took what stands under “Not admitted”."),
        ("leave", ["Fez"], "Left aside what stands under “Not admitted”."),
    ],
)
def test_a_button_answers_and_the_history_of_the_round_says_who_did(registrar, recording, button, cities, sentence):
    group = recording.intakes.get().beside.get()
    answer = registrar.post(address(group), {button: "1"})
    assert answer.url.endswith("/change/#beside")
    assert [name for name, *_rest in meaning(recording)] == cities
    assert [(entry.user.username, entry.change_message) for entry in LogEntry.objects.all()] == [
        ("registrar", sentence)
    ]


def test_a_button_that_is_none_changes_nothing(registrar, recording):
    group = recording.intakes.get().beside.get()
    assert registrar.post(address(group), {"x": "1"}).status_code == 302
    assert group.answer == "open"


def test_who_may_not_change_a_round_answers_nothing(recording):
    group = recording.intakes.get().beside.get()
    assert at_work("editor").post(address(group), {"take": "1"}).status_code == 403


def test_a_group_of_another_round_is_not_found(registrar, recording):
    other = RecordingFactory(year=2027)
    group = recording.intakes.get().beside.get()
    wrong = address(group).replace(f"/{recording.pk}/", f"/{other.pk}/", 1)
    assert registrar.post(wrong, {"take": "1"}).status_code == 404
