import pytest

from tests.factories import CityFactory
from tests.gnlc.templatetags.rendered import rendered


def test_an_element_with_a_text_in_another_language_says_so(db):
    city = CityFactory(photo_alt_en="A reading room")
    assert rendered("{% language_of city 'photo_alt' %}", city=city) == ""
    assert rendered("{% language_of city 'photo_alt' %}", "ar", city=city) == ' lang="en" dir="ltr"'


@pytest.mark.parametrize(
    ("code", "name", "direction"), [("ko", "Korean", "ltr"), ("ar", "Arabic", "rtl"), ("xx", "xx", "auto")]
)
def test_a_language_has_a_name_and_a_direction(code, name, direction):
    assert rendered("{{ code|language_name }} {{ code|direction }}", code=code) == f"{name} {direction}"
