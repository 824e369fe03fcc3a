"""Visitors let the network grow on the map."""

from datetime import date

import pytest
from django.utils.translation import override
from playwright.sync_api import expect

from cities.models import City, Country
from records.l10n import day_in_words
from tests.journeys.axe import violations

LANGUAGES = ["en", "fr", "ar"]
PLAY = {"en": ("Play", "Pause"), "fr": ("Lecture", "Pause"), "ar": ("تشغيل", "إيقاف مؤقت")}


def shown(page):
    """What the page says of the day: members, countries, and the dots that are seen."""
    numbers = [int(page.locator(f"#{each}").inner_text()) for each in ("members", "countries")]
    return (*numbers, page.locator(".map--growth path:not(.is-out)").count())


def recorded(day):
    members = City.objects.as_of(day)
    return members.count(), Country.objects.with_members(day).count(), members.exclude(latitude=None).count()


def days(page):
    stops = page.locator(".stop").evaluate_all("stops => stops.map(stop => stop.dataset.day)")
    return [date.fromisoformat(day) for day in stops]


def test_every_stop_of_the_slider_shows_what_the_server_counts_on_that_day(visitor, registry):
    page = visitor(registry)
    page.goto("/en/network/map/", wait_until="networkidle")
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.locator("#stop").focus()
    page.keyboard.press("Home")
    found = {}
    for day in days(page):
        assert page.locator("#day").inner_text() == day_in_words(day)
        found[day] = shown(page)
        page.keyboard.press("ArrowRight")
    assert found == {day: recorded(day) for day in days(page)}
    assert fetched == []


def test_without_javascript_each_day_is_a_link_to_the_same_numbers(visitor, registry):
    page = visitor(registry, java_script_enabled=False)
    page.goto("/en/network/map/")
    expect(page.locator(".player")).to_be_hidden()
    for day in (date(2013, 10, 23), date(2020, 9, 23), date(2020, 9, 24)):
        page.locator(f".stop[data-day='{day}'] .stop__day").click()
        expect(page).to_have_url(f"{registry}/en/network/map/?as_of={day}")
        assert shown(page) == recorded(day)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_years_pass_and_are_said_until_somebody_stops_them(visitor, registry, language):
    page = visitor(registry, viewport={"width": 320, "height": 740}, reduced_motion="reduce")
    page.clock.install()
    page.goto(f"/{language}/network/map/?as_of=2020-09-23")
    button = page.locator(".player button")
    expect(button).to_have_text(PLAY[language][0])
    button.press("Enter")
    expect(button).to_have_text(PLAY[language][1])
    page.clock.run_for(1700)
    with override(language):
        expect(page.locator("#said")).to_contain_text(day_in_words(date(2020, 9, 24)))
    assert shown(page) == recorded(date(2020, 9, 24))
    assert page.locator(".map--growth path").first.evaluate("dot => getComputedStyle(dot).animationName") == "none"

    button.press("Enter")
    expect(button).to_have_text(PLAY[language][0])
    page.clock.run_for(5000)
    assert shown(page) == recorded(date(2020, 9, 24))
    root = "document.documentElement"
    assert page.evaluate(f"[{root}.scrollWidth, {root}.clientWidth]") == [320, 320]


def test_the_members_of_the_day_are_a_click_away(visitor, registry):
    page = visitor(registry)
    page.goto("/en/network/map/")
    page.locator(".stop[data-day='2016-08-23'] .stop__day").click()
    page.locator("#as-list").click()
    expect(page).to_have_url(f"{registry}/en/cities/map/?as_of=2016-08-23")
    assert page.locator("#listed .names a").count() == City.objects.as_of(date(2016, 8, 23)).count()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_growing_map(visitor, registry, language, scheme):
    page = visitor(registry, color_scheme=scheme, viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(f"/{language}/network/map/?as_of=2020-09-23")
    assert violations(page) == []
