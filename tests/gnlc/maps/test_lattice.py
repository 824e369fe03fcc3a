"""The pattern that stands where a city has no photo."""

import pytest
from django.template.loader import render_to_string

from gnlc.maps.lattice import TILE, lattice

FEZ, SUWON = (34.03, -5.0), (37.27, 127.01)


def numbers(drawing):
    return [float(number) for number in drawing.lines.replace("M", "L").replace("Z", "").replace("L", " ").split()]


def test_a_place_always_has_the_same_pattern_and_another_one_its_own():
    assert lattice("fez", *FEZ) == lattice("fes", *FEZ)
    assert len({lattice("a", *FEZ), lattice("a", *SUWON), lattice("a"), lattice("b")}) == 4


def test_without_coordinates_the_address_decides():
    assert lattice("fez") == lattice("fez")
    assert lattice("fez") != lattice("suwon")


@pytest.mark.parametrize("latitude", [-90, -33.45, 0, 34.03, 66, 90])
def test_the_lines_of_a_tile_go_on_in_the_next_one(latitude):
    """Each figure touches the tile's sides in their middle, or half a side from its corners, so that tiles join."""
    drawing = lattice("fez", latitude, 0)
    points = set(zip(numbers(drawing)[::2], numbers(drawing)[1::2], strict=True))
    assert {(TILE / 2, 0), (0, TILE / 2), (TILE / 2, TILE), (TILE, TILE / 2)} <= points
    inside = {(x, y) for x, y in points if 0 <= x <= TILE and 0 <= y <= TILE}
    assert {(round(TILE - x, 1), y) for x, y in inside} == inside


@pytest.mark.parametrize("place", [FEZ, SUWON, (-90, -180), (90, 180), (None, None)])
def test_the_drawing_is_small_says_nothing_and_has_no_dot_to_be_taken_for_a_map(place):
    svg = render_to_string("cities/_lattice.html", {"lattice": lattice("fez", *place)})
    assert len(svg.encode()) < 2000
    assert 'aria-hidden="true"' in svg
    assert "circle" not in svg
