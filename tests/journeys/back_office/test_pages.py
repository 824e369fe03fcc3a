"""The pages of the back office can be used by everybody."""

import pytest

from cities.models import City
from tests.journeys.axe import violations

# Each path with the rules that Django's own templates break there: no label but a title on the search field, a
# column without a heading for deletion, links of filters close to each other.
PAGES = {
    "index": ("", []),
    "cities": ("cities/city/", ["label-title-only", "target-size"]),
    "city": ("cities/city/{city}/change/", ["empty-table-header"]),
    "new admission": ("admissions/admission/add/", []),
}
# Django's field for choosing records draws itself, without a name for what it draws.
OF_DJANGO = [".select2"]


@pytest.fixture(params=["en", "ar"])
def screen(request):
    """Both languages, both colour schemes, a desk and a phone."""
    return {
        "en": {"locale": "en", "color_scheme": "light", "viewport": {"width": 1280, "height": 800}},
        "ar": {"locale": "ar", "color_scheme": "dark", "viewport": {"width": 360, "height": 800}},
    }[request.param]


def test_axe_finds_nothing_where_people_sign_in(visitor, live_server, transactional_db, screen):
    page = visitor(live_server, **screen)
    page.goto("/admin/")
    # Django shows the name of the site in place of a heading.
    assert violations(page, without=["page-has-heading-one"]) == []


def test_axe_finds_nothing_in_the_back_office(registrar, screen):
    page = registrar(**screen)
    found = {}
    for name, (path, known) in PAGES.items():
        page.goto(f"/admin/{path.format(city=City.objects.get().pk)}")
        found[name] = violations(page, without=known, outside=OF_DJANGO)
    assert found == dict.fromkeys(PAGES, [])
