"""The chooser of columns: a proposal, a preview, and a list that is read anew."""

import pytest

from admissions.desk.lists.columns import read_by_columns, read_with
from admissions.desk.release.publish import schedule
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import NEXT_YEAR, listed, meaning, round_of
from tests.back_office import at_work
from tests.factories import RecordingFactory, UserFactory

ROWS = ("No.\tCity\tCountry\tSister", "1\tFez\tMorocco\tAgadir", "2\tBikok\tCameroon\tEbolowa")
OTHERWISE = ["", "", "country", "city"]


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def intake(db):
    return listed(RecordingFactory(), *ROWS)


def address(intake):
    return f"/admin/admissions/recording/{intake.recording_id}/list/{intake.pk}/columns/"


def names(recording):
    return sorted(name for name, _decision, _about in meaning(recording))


def test_what_each_column_holds_is_proposed(intake):
    proposal = read_with(intake).columns

    assert proposal.roles[1:3] == ("city", "country")
    assert proposal.headers == ("No.", "City", "Country", "Sister")


def test_a_list_without_a_table_has_no_columns(registrar):
    intake = round_of("Fez (Morocco)").intakes.get()
    assert read_with(intake).columns is None
    assert registrar.get(address(intake)).status_code == 404


def test_a_list_is_read_anew_by_its_columns_and_the_former_reading_is_kept(intake):
    person = UserFactory()
    assert names(intake.recording) == ["Bikok", "Fez"]
    read = read_by_columns(intake, OTHERWISE, by=person)

    assert names(intake.recording) == ["Agadir", "Ebolowa"]
    assert (read.text, read.columns, read.source) == (intake.text, OTHERWISE, intake.source)
    assert list(intake.recording.intakes.values_list("set_aside_by", flat=True)) == [person.pk, None]


def test_reading_it_so_again_changes_nothing(intake):
    read = read_by_columns(intake, OTHERWISE, by=None)

    assert read_by_columns(read, OTHERWISE, by=None) == read
    assert intake.recording.intakes.count() == 2


@pytest.mark.parametrize("roles", [[], ["", "country"], ["city", "mayor"]])
def test_roles_by_which_nothing_can_be_read_are_refused(intake, roles):
    with pytest.raises(RefusedError, match="Say which column holds the cities."):
        read_by_columns(intake, roles, by=None)

    assert intake.recording.intakes.in_use().get() == intake


def test_a_round_at_rest_reads_nothing_anew(db):
    recording = RecordingFactory()
    intake = listed(recording, *ROWS[:2])
    schedule(recording, NEXT_YEAR, "UTC")
    with pytest.raises(RefusedError):
        read_by_columns(intake, OTHERWISE, by=None)


def test_the_preview_shows_what_would_be_read_and_writes_nothing(registrar, intake):
    page = registrar.get(address(intake), {"role": OTHERWISE})
    assert [line.name for line in page.context["cities"]] == ["Agadir", "Ebolowa"]
    assert page.context["roles"] == OTHERWISE
    assert names(intake.recording) == ["Bikok", "Fez"]


@pytest.mark.parametrize("roles", [["x"], ["city"] * 99, ["", "", "", ""], ["country"]])
def test_choices_that_no_page_offers_are_no_error(registrar, intake, roles):
    assert registrar.get(address(intake), {"role": roles}).status_code == 200
    assert registrar.post(address(intake), {"role": roles}).status_code in (302, 422)


def test_the_button_reads_it_so_and_leads_to_the_list(registrar, intake):
    answer = registrar.post(address(intake), {"role": OTHERWISE})
    read = intake.recording.intakes.in_use().get()
    assert answer.url == f"/admin/admissions/recording/{intake.recording_id}/list/{read.pk}/"
    assert address(read) in registrar.get(answer.url).content.decode()
