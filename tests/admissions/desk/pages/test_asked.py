"""All that a round asks, on one short screen."""

import pytest
from django.contrib.admin.models import LogEntry

from tests.admissions.desk.decisions.test_bulk import LINES, marks, recording
from tests.admissions.desk.rounds import round_of
from tests.back_office import at_work

__all__ = ["recording"]


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def screen(recording):
    return recording.get_absolute_url().replace("change/", "asked/")


def test_the_screen_has_a_row_for_each_entry_and_line(registrar, recording):
    context = registrar.get(screen(recording)).context
    assert [str(shown.entry) for _mark, shown in context["entries"]] == ["Santiago", "Victoria"]
    assert [line.raw for _mark, line in context["lines"]] == ["Atlantis (Lemuria)", "Avalon (Britannia)"]
    assert [mark for mark, _row in [*context["entries"], *context["lines"]]] == marks(recording)


@pytest.mark.parametrize(
    ("way", "number"), [("all", 4), ("lines", 2), ("place", 2), ("city", 0), ("none", 0), ("x", 0)]
)
def test_rows_are_marked_beforehand_by_an_address(registrar, recording, way, number):
    page = registrar.get(screen(recording), {"mark": way})
    assert (len(page.context["marked"]), page.content.decode().count(" checked")) == (number, number)


def test_what_was_done_is_said_by_name_and_kept_beside_the_round(registrar, recording):
    sent = {"mark": marks(recording)[2:], "leave_out": "1", "reason": "Legends."}
    page = registrar.post(screen(recording), sent, follow=True)
    sentence = "Left out 2: Atlantis (Lemuria); Avalon (Britannia)"
    assert [str(message) for message in page.context["messages"]] == [sentence]
    assert list(LogEntry.objects.values_list("change_message", flat=True)) == [sentence]


def test_what_is_wrong_is_said_and_every_mark_stays(registrar, recording):
    page = registrar.post(screen(recording), {"mark": marks(recording), "leave_out": "1"})
    assert (page.status_code, page.content.decode().count(" checked")) == (422, 4)


@pytest.mark.parametrize("number", [2, 40])
def test_the_screen_runs_the_same_queries_however_much_is_asked(registrar, number, django_assert_num_queries):
    recording = round_of(*(f"Atlantis {each} (Lemuria)" for each in range(number)), *LINES)
    recording.entries.update(decision="open", geonames_id=None)
    registrar.get(screen(recording))
    with django_assert_num_queries(14):
        registrar.get(screen(recording))
