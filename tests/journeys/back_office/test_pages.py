"""The pages of the back office can be used by everybody."""

import pytest

from cities.models import City
from tests.factories import AdmissionFactory, NominationFactory, SuggestionFactory
from tests.journeys.axe import violations

# Each path with the rules that Django's own templates break there: no label but a title on the search field, a
# column without a heading for deletion, links of filters close to each other.
PAGES = {
    "index": ("", []),
    "cities": ("cities/city/", ["label-title-only", "target-size"]),
    "city": ("cities/city/{city}/change/", ["empty-table-header"]),
    "new admission": ("admissions/admission/add/", []),
    "gaps": ("gaps/", []),
    "history": ("cities/city/{city}/history/", []),
    "address": ("cities/city/{city}/address/", []),
    "waiting": ("admissions/nomination/waiting/", []),
    "nomination": ("admissions/nomination/{nomination}/change/", ["empty-table-header"]),
    "suggestions": ("cities/suggestion/", ["label-title-only", "target-size"]),
    "suggestion": ("cities/suggestion/{suggestion}/change/", []),
    "decision": ("cities/suggestion/{suggestion}/step/decline/", []),
    "step": ("admissions/nomination/{nomination}/step/send_to_jury/", []),
    "end": ("admissions/admission/{admission}/step/end/", []),
}
# Django's field for choosing records draws itself, without a name for what it draws.
OF_DJANGO = [".select2"]


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "light", 1280), ("ar", "dark", 360)])
def test_axe_finds_nothing_in_the_back_office(registrar, language, scheme, width):
    page = registrar(locale=language, color_scheme=scheme, viewport={"width": width, "height": 800})
    records = {
        "city": City.objects.get().pk,
        "nomination": NominationFactory().pk,
        "suggestion": SuggestionFactory(record=City.objects.get()).pk,
        "admission": AdmissionFactory(city=City.objects.get()).pk,
    }
    found = {}
    for name, (path, known) in PAGES.items():
        page.goto(f"/admin/{path.format(**records)}")
        found[name] = violations(page, without=known, outside=OF_DJANGO)
    page.locator("#logout-form button").click()
    page.goto("/admin/")
    # Django shows the name of the site in place of a heading.
    found["sign-in"] = violations(page, without=["page-has-heading-one"])
    assert found == dict.fromkeys([*PAGES, "sign-in"], [])
