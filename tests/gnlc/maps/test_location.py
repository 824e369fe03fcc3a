"""The map around one city."""

import pytest

from gnlc.maps.location import Location, location
from tests.factories import CityFactory
from tests.gnlc.templatetags.rendered import rendered


def test_a_place_stands_in_the_middle():
    assert location(-5.00028, 34.03313) == Location("487.26", "120.01", "457.26 102.01 60 36.0")


@pytest.mark.parametrize(
    ("longitude", "latitude", "view_box"),
    [(179.99, 0, "940.00 225.36 60 36.0"), (-179.99, 0, "0.00 225.36 60 36.0"), (0, 90, "470.00 0.00 60 36.0"),
     (0, -90, "470.00 450.72 60 36.0")],
)  # fmt: skip
def test_the_map_ends_at_the_edge_of_the_world(longitude, latitude, view_box):
    assert location(longitude, latitude).view_box == view_box


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_numbers_are_written_as_svg_does_in_every_language(db, language):
    city = CityFactory(latitude=34.03313, longitude=-5.00028, precision="place")
    shown = {"city": city, "location": location(city.longitude, city.latitude)}
    html = rendered('{% include "components/_location_map.html" %}', language, **shown)
    assert '<circle class="map__dot" cx="487.26" cy="120.01" r=".8"/>' in html
    assert 'viewBox="457.26 102.01 60 36.0"' in html
