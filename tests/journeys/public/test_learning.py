"""Somebody who wants to do as others do looks through the library, by place and by words."""

import re

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

# A key feature, what somebody types, and what is found: an initiative and its city.
WORDS = {
    "en": ("Families and communities", "أكادير", "Public reading network", "Agadir"),
    "fr": ("Familles et communautés", "أكادير", "Réseau de lecture publique", "Agadir"),
    "ar": ("الأسر والمجتمعات المحلية", "Agadir", "شبكة القراءة العمومية", "أكادير"),
}


@pytest.mark.parametrize("language", WORDS)
def test_an_initiative_is_found_by_key_feature_and_city_and_leads_to_the_city(visitor, registry, language):
    feature, typed, name, city = WORDS[language]
    page = visitor(registry, locale=language, java_script_enabled=False, viewport={"width": 360, "height": 740})

    page.goto(f"/{language}/learning/")
    page.locator(".door", has_text=feature).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(feature)
    page.get_by_role("searchbox").fill(typed)
    page.keyboard.press("Enter")
    expect(page.locator(".chips bdi")).to_have_text([typed, feature])
    expect(page.locator(".finding__name")).to_have_text([name])

    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator(".profile__story .entry").first).to_be_visible()
    page.locator(".factbox").get_by_role("link", name=city).click()
    expect(page).to_have_url(f"{registry}/{language}/cities/agadir/")
    page.get_by_role("link", name=name).click()
    expect(page).to_have_url(f"{registry}/{language}/learning/agadir-public-reading-network/")


def test_a_conference_is_found_among_the_events_and_taken_into_a_calendar(visitor, registry):
    page = visitor(registry)
    page.goto("/en/events/")
    page.get_by_role("link", name="Conference", exact=True).click()
    page.get_by_role("link", name=re.compile("^First International")).click()
    expect(page.locator(".factbox")).to_contain_text("21–23 October 2013")
    file = page.request.get(page.get_by_role("link", name="Into my calendar").evaluate("link => link.href"))
    (event,) = Calendar.from_ical(file.body()).walk("VEVENT")
    assert str(event["location"]) == "Beijing, China"
