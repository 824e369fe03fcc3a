"""Cities by list, with the holes."""

import pytest

from admissions.desk.decisions.decide import decide
from admissions.desk.lists.receive import set_aside
from admissions.desk.pages.matrix import matrix
from tests.admissions.desk.rounds import listed, round_of
from tests.back_office import at_work
from tests.factories import UserFactory


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def recording(db):
    """Fez is in both lists, Agadir in the first alone, Bikok in the second alone."""
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)")
    listed(recording, "Bikok (Cameroun)", "Fès (Maroc)", language="fr")
    return recording


def cells(recording):
    _intakes, rows = matrix(recording)
    return [
        (str(row.entry), [[line.name for line in lines] for _intake, lines in row.cells], len(row.holes))
        for row in rows
    ]


def address(recording):
    return recording.get_absolute_url().replace("change/", "matrix/")


def test_each_city_has_a_cell_in_each_list(recording):
    assert cells(recording) == [
        ("Bikok", [[], ["Bikok"]], 1),
        ("Fez", [["Fez"], ["Fès"]], 0),
        ("Agadir", [["Agadir"], []], 1),
    ]


def test_a_list_that_is_set_aside_makes_no_holes(recording):
    set_aside(recording.intakes.last(), by=None)

    assert cells(recording) == [("Fez", [["Fez"]], 0), ("Agadir", [["Agadir"]], 0)]


def test_what_is_left_out_is_no_city_of_the_round(registrar, recording):
    agadir = recording.entries.get(name_en="Agadir")
    decide(agadir, "left_out", version=agadir.version, by=UserFactory(), reason="Withdrew.")

    assert [name for name, _cells, _holes in cells(recording)] == ["Bikok", "Fez"]
    assert registrar.get(recording.get_absolute_url()).context["lacking"] == 1


def test_the_desk_says_how_many_cities_some_list_lacks(registrar, recording):
    page = registrar.get(recording.get_absolute_url())
    assert page.context["lacking"] == 2
    assert "2 cities are not named by every list." in page.content.decode()


def test_cities_with_holes_are_shown_alone(registrar, recording):
    shown = registrar.get(address(recording), {"holes": "1"}).context
    assert [str(row.entry) for row in shown["rows"]] == ["Bikok", "Agadir"]
    assert [str(row.entry) for row in registrar.get(address(recording)).context["rows"]] == ["Bikok", "Fez", "Agadir"]


def test_a_round_with_one_list_has_no_matrix_to_look_at(registrar, db):
    recording = round_of("Fez (Morocco)")
    assert address(recording) not in registrar.get(recording.get_absolute_url()).content.decode()
    assert registrar.get(address(recording)).status_code == 200


@pytest.mark.parametrize("number", [2, 40])
def test_the_matrix_runs_the_same_queries_however_many_cities_there_are(registrar, number, django_assert_num_queries):
    recording = round_of(*(f"Sea port no {each} (Morocco)" for each in range(number)))
    listed(recording, "Fès (Maroc)", language="fr")
    registrar.get(address(recording))
    with django_assert_num_queries(9):
        registrar.get(address(recording))
