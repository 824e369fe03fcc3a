"""The world map that the home page and a cohort show: a path a cohort, whatever the number of cities."""

import re

from cities.models import City
from gnlc.maps.world import world_map
from records.as_of import today
from tests.factories import AdmissionFactory, CityFactory
from tests.gnlc.templatetags.rendered import rendered

AT_ZERO = {"city__latitude": 0, "city__longitude": 0, "city__precision": "place"}


def drawn(world):
    """[(colour, path, cohort)] of a map."""
    return [(layer.tone, layer.path, layer.cohort.slug) for layer in world.layers]


def test_it_has_a_dot_for_each_city_whose_place_is_known_in_the_colour_of_its_cohort(db, django_assert_num_queries):
    AdmissionFactory(cohort__year=2019, **AT_ZERO)
    AdmissionFactory(cohort__year=2022, **AT_ZERO)
    AdmissionFactory(cohort__year=2022, **AT_ZERO)
    AdmissionFactory(cohort=None, member_by="2019-03-27", **AT_ZERO)
    AdmissionFactory(cohort__year=2022)

    with django_assert_num_queries(3):
        world = world_map(City.objects.members())
    assert world.without_cohort == "M500.0 243.4h0"
    assert drawn(world) == [(1, "M500.0 243.4h0", "2019"), (2, "M500.0 243.4h0M500.0 243.4h0", "2022")]

    html = rendered('{% include "components/_world_map.html" %}', world=world)
    assert re.findall(r'<path class="map__dots tone-(.)"', html) == ["0", "1", "2"]
    assert re.findall(r'href="([^"]+map/[^"]*)"', html) == [
        "/en/cities/map/",
        "/en/cities/map/?year=2019",
        "/en/cities/map/?year=2022",
        "/en/cities/map/?year=unknown",
    ]


def test_a_city_whose_place_is_not_known_has_no_dot(db):
    AdmissionFactory(city=CityFactory(), cohort__year=2022)
    world = world_map(City.objects.members())
    assert (world.layers, world.without_cohort) == ([], "")


def test_that_of_a_cohort_has_one_colour(db):
    twice = AdmissionFactory(cohort__year=2019, **AT_ZERO).city
    later = AdmissionFactory(city=twice, cohort__year=2022, announced_again=True).cohort
    assert drawn(world_map(City.objects.of_cohort(later, today()), later)) == [(2, "M500.0 243.4h0", "2022")]
