import pytest
from django.template import Context, Template
from django.utils.translation import override

from cities.models import City
from tests.factories import CityFactory, CountryFactory


def rendered(template, language="en", **context):
    with override(language):
        return Template(template).render(Context(context))


def test_a_name_is_kept_apart_from_the_text_around_it(db):
    assert rendered("{% name city %}", city=CityFactory(name_en="Fez")) == "<bdi>Fez</bdi>"


def test_a_name_cannot_smuggle_in_markup(db):
    assert rendered("{% name city %}", city=CityFactory(name_en="<b>Fez")) == "<bdi>&lt;b&gt;Fez</bdi>"


def test_an_arabic_text_on_an_english_page_carries_its_language_and_direction(db):
    country = CountryFactory()
    country.name_en, country.name_fr = "", ""
    html = rendered("{% text country 'name' %}", country=country)
    assert html == (
        '<span lang="ar" dir="rtl">المغرب</span> <small class="mark">in Arabic, not yet translated</small>'
    )


def test_maps_write_numbers_as_svg_does_in_every_language(db):
    CityFactory(latitude=34.03313, longitude=-5.00028, precision="place")
    city = City.objects.get()
    for language in ("en", "fr", "ar"):
        html = rendered("{% location_map city %}", language, city=city)
        assert '<circle class="map__dot" cx="487.26" cy="120.01" r=".8"/>' in html
        assert 'viewBox="457.26 102.01 60 36.0"' in html


def test_the_world_map_has_a_dot_for_each_city_whose_place_is_known(db):
    CityFactory(latitude=0, longitude=0, precision="place")
    CityFactory()
    assert 'd="M500.0 243.4h0"' in rendered("{% world_map cities %}", cities=City.objects.all())


@pytest.mark.parametrize(
    ("code", "name", "direction"), [("ko", "Korean", "ltr"), ("ar", "Arabic", "rtl"), ("xx", "xx", "auto")]
)
def test_a_language_has_a_name_and_a_direction(code, name, direction):
    assert rendered("{{ code|language_name }} {{ code|direction }}", code=code) == f"{name} {direction}"
