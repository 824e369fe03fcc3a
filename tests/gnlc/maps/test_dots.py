import pytest

from gnlc.maps.dots import NARROWEST, WORLD, Box, Dot, box_around, point


def at(*places):
    return [Dot(None, 1, x, y) for x, y in places]


def test_a_place_is_written_as_svg_does():
    assert point(487.2634, 120) == "M487.26 120.00h0"


def test_the_box_around_some_dots_has_room_on_each_side():
    box = box_around(at((500, 150), (600, 160)))
    assert (box.x, box.width, box.height) == pytest.approx((488, 124, 124 / 1.5))
    assert box.y + box.height / 2 == pytest.approx(155)


def test_a_single_dot_is_not_looked_at_too_closely():
    box = box_around(at((500, 150)))
    assert (box.width, box.x + box.width / 2, box.y + box.height / 2) == pytest.approx((NARROWEST, 500, 150))


def test_the_box_does_not_leave_the_world():
    box = box_around(at((998, 5)))
    assert (box.x, box.y) == pytest.approx((WORLD.width - NARROWEST, 0))


@pytest.mark.parametrize("places", [[], [(None, None)], [(100, 100), (900, 100)]])
def test_without_dots_and_where_they_are_far_apart_it_is_the_world(places):
    assert box_around(at(*places)) == WORLD


def test_a_box_is_written_as_svg_does():
    assert str(Box(0, 1.25, 600, 400)) == "0 1.2 600 400"
