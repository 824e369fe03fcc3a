"""Distances on the globe."""

from decimal import Decimal

import pytest

from records.distance import kilometres


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((34.03, -5.0), (34.03, -5.0), 0),
        ((0, 0), (0, 1), 111),
        ((0, 179.5), (0, -179.5), 111),
        ((90, 0), (-90, 0), 20015),
        ((48.8566, 2.3522), (35.6762, 139.6503), 9712),
        ((48.8566, 2.3522), (51.5074, -0.1278), 344),
        ((Decimal("0.0"), Decimal("0.0")), (0, 180), 20015),
    ],
)
def test_distances_are_great_circles_also_across_the_date_line(one, other, km):
    assert round(kilometres(one, other)) == round(kilometres(other, one)) == km
