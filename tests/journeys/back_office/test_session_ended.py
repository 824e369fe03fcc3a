"""Somebody types for a long time, and the session ends meanwhile."""

import pytest

from cities.models import City
from tests.journeys.back_office.conftest import PASSWORD


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_what_was_typed_comes_back_after_signing_in_and_is_saved_by_a_second_look(registrar, records, locale):
    fez = City.objects.get(slug="fez")
    page = registrar(f"/admin/cities/city/{fez.pk}/change/", locale=locale)
    page.locator("[name=name_ar]").fill("فاس البالي")
    page.context.clear_cookies(name="sessionid")
    page.locator("[name=_save]").click()

    page.locator("[name=username]").fill("amina")
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#city_form")
    assert page.url.endswith(f"/admin/cities/city/{fez.pk}/change/")
    assert page.locator("[name=name_ar]").input_value() == "فاس البالي"
    assert City.objects.get().name_ar == "فاس"

    page.locator("[name=_save]").click()
    page.wait_for_selector(".messagelist .success")
    assert City.objects.get().name_ar == "فاس البالي"
