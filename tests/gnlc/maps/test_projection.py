import pytest

from gnlc.maps.projection import HEIGHT, WIDTH, equal_earth


def test_the_middle_of_the_map_is_where_equator_and_greenwich_meet():
    assert equal_earth(0, 0) == pytest.approx((WIDTH / 2, HEIGHT / 2))


def test_east_is_right_and_north_is_up():
    x, y = equal_earth(10, 10)
    assert x > WIDTH / 2
    assert y < HEIGHT / 2


def test_the_map_is_as_wide_as_the_equator_and_as_high_as_the_poles():
    assert equal_earth(180, 0)[0] == pytest.approx(WIDTH)
    assert equal_earth(0, 90)[1] == pytest.approx(0)
    assert equal_earth(0, -90)[1] == pytest.approx(HEIGHT)


def test_a_known_place_falls_where_the_published_formula_puts_it():
    # x and y of 45° north, 90° east on a sphere of radius 1, from the coefficients of the article.
    x, y = equal_earth(90, 45)
    scale = WIDTH / (2 * 2.7066297)
    assert ((x - WIDTH / 2) / scale, (HEIGHT / 2 - y) / scale) == pytest.approx((1.1598, 0.8602), abs=0.001)


@pytest.mark.parametrize("place", [(181, 0), (0, 91), (float("nan"), 0), (float("inf"), 0)])
def test_a_place_outside_the_earth_is_refused(place):
    with pytest.raises(ValueError):  # noqa: PT011  any wording will do
        equal_earth(*place)
