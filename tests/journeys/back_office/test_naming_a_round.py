"""A translator names the cities of a round before it is public."""

import pytest
from playwright.sync_api import expect

from admissions.models import RoundEntry
from tests.admissions.desk.rounds import make_countries, round_of
from tests.journeys.axe import violations


@pytest.mark.parametrize(
    ("locale", "width", "scheme"), [("en", 1280, "light"), ("fr", 360, "dark"), ("ar", 360, "light")]
)
def test_a_translator_names_new_cities_and_loses_nothing(records, signed_in, locale, width, scheme):
    make_countries()
    recording = round_of("Xyzzy (Morocco)", "Plugh (Cameroon)")
    recording.entries.update(decision="new")
    page = signed_in("translator", locale=locale, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.locator(".in-work a[href*=recording]").first.click()
    page.locator("#on a[href$='/names/']").click()
    arabic = page.locator("[type=text][name$=name_ar]")
    expect(arabic).to_have_count(2)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    arabic.first.fill("زيزي")
    page.reload()
    expect(arabic.first).to_have_value("زيزي")
    page.locator(".desk-named [type=submit]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator(".draft")).to_have_count(0)
    assert sorted(RoundEntry.objects.values_list("name_ar", flat=True)) == ["", "زيزي"]
