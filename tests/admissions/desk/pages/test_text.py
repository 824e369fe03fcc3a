"""The text of a list word for word, with what each word was read as, beside the entries that came of it."""

import pytest

from admissions.desk.decisions.lines import leave_out_line, read_line
from admissions.desk.pages.text import page_of_text
from admissions.intake.characters import split_lines
from admissions.models import IntakeLine
from cities.models import Country
from tests.admissions.desk.rounds import listed, round_of
from tests.back_office import at_work
from tests.factories import IntakeFactory, RecordingFactory, UserFactory

TEXT = (
    "Two cities join the network.",
    "",
    "Arab States",
    "Fez (Morocco)",
    "Atlantis (Lemuria)",
    "Agadir (Morocco), Essaouira (Morocco)",
)


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def words(passage):
    """Each word of a passage with its kind, without what separates them."""
    return [(span.text, span.kind) for span in passage.spans if span.kind != "join"]


def passages(*lines, **facts):
    return list(page_of_text(round_of(*lines, **facts).intakes.get()))


def test_the_text_is_there_word_for_word_and_in_order():
    text = "\r\n  New members:\r\n\r\n-  Fez\u00a0(Morocco)\t\n\u200fBikok (Cameroon)"
    found = passages(text)

    assert "".join(span.text for passage in found for span in passage.spans) == "".join(split_lines(text))
    assert [passage.number for passage in found] == [1, 2, 3, 4, 5]


def test_words_are_told_apart_as_they_were_read():
    found = passages(*TEXT)

    assert [words(passage) for passage in found] == [
        [("Two cities join the network", "aside")],
        [],
        [("Arab States", "region")],
        [("Fez", "city"), ("Morocco", "country")],
        [("Atlantis (Lemuria", "unread")],
        [("Agadir", "city"), ("Morocco", "country"), ("Essaouira", "city"), ("Morocco", "country")],
    ]


def test_beside_a_line_stands_what_was_read_in_it():
    found = passages(*TEXT)

    assert [[(line.kind, line.name) for line in passage.lines] for passage in found[3:]] == [
        [("city", "Fez")],
        [("unread", "Atlantis (Lemuria)")],
        [("city", "Agadir"), ("city", "Essaouira")],
    ]


def test_a_word_that_runs_over_the_end_of_a_line_is_shown_once():
    found = passages("Fez (Mo-", "rocco)", "Agadir (Morocco)")

    assert [(passage.number, passage.raw) for passage in found] == [(1, "Fez (Mo-\nrocco)"), (3, "Agadir (Morocco)")]


def test_a_line_of_which_nothing_was_kept_is_shown_as_unread(db):
    intake = IntakeFactory(text="Fez (Morocco)")
    (passage,) = page_of_text(intake)

    assert (words(passage), passage.lines) == ([("Fez (Morocco)", "unread")], [])


def test_what_a_person_set_right_or_left_out_is_not_shown_as_unread():
    recording = round_of("Fez (Morocco)", "Atlantis (Lemuria)", "Avalon (Britannia)", "Agadir (Morocco)")
    atlantis, avalon = recording.intakes.get().lines.unread()
    read_line(atlantis, name="Bikok", country=Country.objects.get(code="CM"), by=UserFactory())
    leave_out_line(avalon, reason="A legend.", by=UserFactory())
    found = list(page_of_text(recording.intakes.get()))

    assert [kind for passage in found for _word, kind in words(passage) if kind == "unread"] == []
    assert found[1].lines[0].name == "Bikok"


def test_the_text_of_a_web_page_is_shown_and_not_its_html():
    page = "<!DOCTYPE html><html><body><ul><li>Fez (Morocco)<li>Bikok (Cameroon)</ul></body></html>"

    assert [passage.raw.strip() for passage in passages(page) if passage.raw.strip()] == [
        "- Fez (Morocco)",
        "- Bikok (Cameroon)",
    ]


def test_a_long_text_is_shown_page_by_page():
    intake = round_of("Fez (Morocco)", *[""] * 1990, "Agadir (Morocco)").intakes.get()
    first, last = page_of_text(intake), page_of_text(intake, page=10)
    assert (len(list(first)), first.paginator.num_pages, last.object_list[-1].raw) == (200, 10, "Agadir (Morocco)")

    agadir = intake.lines.get(name="Agadir")
    assert page_of_text(intake, at=str(agadir.number)).number == 10


@pytest.mark.parametrize("sought", [{"at": "0"}, {"at": "9" * 30}, {"at": "x"}, {"page": "x"}, {"page": "999"}])
def test_a_place_that_the_text_does_not_have_is_no_error(registrar, sought):
    intake = round_of("Fez (Morocco)").intakes.get()
    address = f"/admin/admissions/recording/{intake.recording_id}/list/{intake.pk}/"
    assert registrar.get(address, sought).status_code == 200


def test_entries_and_their_words_lead_to_each_other(registrar):
    recording = round_of(*TEXT)
    line = IntakeLine.objects.get(name="Fez")
    assert f'href="{line.get_absolute_url()}"' in registrar.get(recording.get_absolute_url()).content.decode()

    page = registrar.get(line.get_absolute_url().partition("#")[0]).content.decode()
    assert 'id="text-4"' in page
    assert f'href="{recording.get_absolute_url()}#entry-{line.entry_id}"' in page


def test_a_line_of_a_group_says_so(registrar):
    recording = RecordingFactory()
    intake = listed(recording, "Fez (Morocco)", "Agadir (Morocco)", groups={2: "Not admitted"})
    page = registrar.get(f"/admin/admissions/recording/{recording.pk}/list/{intake.pk}/").content.decode()
    assert "under “Not admitted”" in page


@pytest.mark.parametrize("number", [2, 150])
def test_a_page_of_the_text_runs_the_same_queries_however_long_it_is(registrar, number, django_assert_num_queries):
    recording = round_of(
        *(f"Sea port no {each} (Morocco)" for each in range(number)), "Atlantis (Lemuria)", "Fez (Morocco)"
    )
    intake = recording.intakes.get()
    address = f"/admin/admissions/recording/{recording.pk}/list/{intake.pk}/"
    registrar.get(address)
    with django_assert_num_queries(8):
        registrar.get(address)
