"""Visitors look at the map of the cities."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import violations

FEZ = {"en": "Fez · Morocco", "fr": "Fès · Maroc", "ar": "فاس · المغرب"}
PLACES = 382  # members whose place is recorded, of 388


def dots(page):
    return page.locator(".map--cities a")


def dot(page, slug):
    return page.locator(f".map--cities a[href$='/{slug}/']")


def listed(page):
    return page.locator("#listed .names a")


def part(page):
    """The part of the map that is shown: left, top, width and height in map units."""
    return [float(number) for number in page.locator(".map--cities").get_attribute("viewBox").split()]


def label(page):
    """The name shown beside a dot, and whether it stands within the map."""
    frame, shown = (page.locator(name).bounding_box() for name in (".atlas__frame", ".atlas__label"))
    within = frame["x"] <= shown["x"] and shown["x"] + shown["width"] <= frame["x"] + frame["width"]
    # What only screen readers are told is no part of the name.
    text = page.locator(".atlas__label").evaluate(
        "label => [...label.childNodes].filter(node => node.className !== 'visually-hidden')"
        ".map(node => node.textContent).join('').replace(/\\s+/g, ' ').trim()"
    )
    return text, within


def test_without_javascript_the_map_follows_the_filters_and_looks_closer(visitor, registry):
    page = visitor(registry, java_script_enabled=False)
    page.goto("/en/cities/?region=arab_states&year=2024")
    page.get_by_role("main").get_by_role("link", name="Map", exact=True).click()
    expect(page).to_have_url(f"{registry}/en/cities/map/?region=arab_states&year=2024")
    assert dots(page).count() == listed(page).count() == 15

    page.get_by_role("link", name=re.compile("show on the map ?: Morocco")).click()
    assert dots(page).count() == 15
    assert part(page)[2] < 60
    expect(page.locator(".atlas__controls")).to_be_hidden()
    dot(page, "fez").dispatch_event("click")
    expect(page).to_have_url(f"{registry}/en/cities/fez/")


def test_cities_without_a_place_are_in_the_list_only(visitor, registry):
    page = visitor(registry)
    page.goto("/en/cities/map/")
    assert (dots(page).count(), listed(page).count()) == (PLACES, 388)
    assert page.locator("#listed").get_by_text("no place recorded", exact=True).count() == 6


@pytest.mark.parametrize("language", FEZ)
def test_the_name_of_a_dot_shows_with_focus_and_pointer_in_the_language_of_the_page(visitor, registry, language):
    page = visitor(registry, viewport={"width": 360, "height": 740})
    page.goto(f"/{language}/cities/map/?country=MA&view=world")
    for slug in ("fez", "benguerir"):
        dot(page, slug).focus()
        expect(page.locator(".atlas__label")).to_be_visible()
        assert label(page)[1]
    dot(page, "fez").focus()
    assert label(page)[0] == FEZ[language]

    page.keyboard.press("Escape")
    expect(page.locator(".atlas__label")).to_be_hidden()
    dot(page, "fez").hover(force=True)
    expect(page.locator(".atlas__label")).to_be_visible()


@pytest.mark.parametrize("slug", ["melton", "okayama", "concepcion-del-uruguay"])
def test_no_name_is_clipped_at_the_edges(visitor, registry, slug):
    page = visitor(registry, viewport={"width": 320, "height": 740})
    page.goto("/en/cities/map/?view=world")
    dot(page, slug).focus()
    assert label(page)[1]
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_keyboard_moves_the_map_and_opens_a_city(visitor, registry):
    page = visitor(registry)
    page.goto("/en/cities/map/?country=KR")
    beginning = part(page)
    page.get_by_role("link", name="Past the dots of the map").focus()
    page.keyboard.press("Tab")
    first = dots(page).first
    expect(first).to_be_focused()

    page.keyboard.press("+")
    closer = part(page)
    assert closer[2] == pytest.approx(beginning[2] * 0.6, abs=0.01)
    page.keyboard.press("ArrowRight")
    assert part(page)[0] > closer[0]
    page.keyboard.press("-")
    page.keyboard.press("0")
    assert part(page) == pytest.approx(beginning, abs=0.01)
    address = first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{registry}{address}")


def test_a_dot_that_gets_the_focus_comes_into_sight(visitor, registry):
    page = visitor(registry)
    page.goto("/en/cities/map/?view=KR")
    dot(page, "fez").focus()
    left, top, width, height = part(page)
    x, y = map(float, re.findall(r"[\d.]+", dot(page, "fez").locator("path").last.get_attribute("d"))[:2])
    assert left < x < left + width
    assert top < y < top + height
    assert label(page) == ("Fez · Morocco", True)


def test_the_mouse_turns_drags_and_clicks(visitor, registry):
    page = visitor(registry)
    page.goto("/en/cities/map/?country=KR")
    size = page.locator(".map--cities").evaluate("map => map.getBoundingClientRect().toJSON()")
    x, y = size["x"] + size["width"] / 2, size["y"] + size["height"] / 2
    before = part(page)

    page.mouse.move(x, y)
    page.mouse.wheel(0, -400)
    expect(page.locator(".map--cities")).not_to_have_attribute("viewBox", " ".join(f"{n:.3f}" for n in before))
    closer = part(page)
    assert closer[2] < before[2]
    page.mouse.down()
    page.mouse.move(x - 90, y, steps=4)
    page.mouse.up()
    assert part(page)[0] > closer[0]
    assert page.url == f"{registry}/en/cities/map/?country=KR"
    page.get_by_role("button", name="As at the beginning").click()
    assert part(page) == pytest.approx(before, abs=0.01)
    place = dot(page, "andong").bounding_box()
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page).to_have_url(f"{registry}/en/cities/andong/")


def test_two_fingers_look_closer(browser, visitor, registry):
    page = visitor(registry, has_touch=True, viewport={"width": 360, "height": 740})
    page.goto("/en/cities/map/?view=world")
    size = page.locator(".map--cities").bounding_box()
    x, y = size["x"] + size["width"] / 2, size["y"] + size["height"] / 2
    before = part(page)
    touch = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 10), ("touchMove", 30), ("touchMove", 60), ("touchMove", 90)):
        points = [{"x": x - apart, "y": y, "id": 1}, {"x": x + apart, "y": y, "id": 2}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert part(page)[2] < before[2] / 2


def tap(page, slug):
    """Touch the middle of a dot with a finger."""
    page.locator(".map--cities").scroll_into_view_if_needed()
    x, y = dot(page, slug).evaluate(
        "dot => { const path = dot.querySelector('path');"
        "const at = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()); return [at.x, at.y]; }"
    )
    page.touchscreen.tap(x, y)


def offered(page):
    return [link.get_attribute("href") for link in page.locator(".atlas__label a").all()]


@pytest.mark.parametrize("language", FEZ)
def test_the_first_tap_of_a_finger_names_a_dot_and_the_second_opens_its_city(visitor, registry, language):
    page = visitor(registry, has_touch=True, viewport={"width": 360, "height": 740})
    page.goto(f"/{language}/cities/map/?country=MA")
    before = page.url
    tap(page, "agadir")
    expect(page.locator(".atlas__label")).to_be_visible()
    tap(page, "chefchaouen")
    assert offered(page) == [f"/{language}/cities/chefchaouen/"]
    assert (page.url, label(page)[1]) == (before, True)
    assert violations(page, without=["target-size", "color-contrast"]) == []
    tap(page, "chefchaouen")
    expect(page).to_have_url(f"{registry}/{language}/cities/chefchaouen/")


def test_dots_under_one_finger_are_offered_by_name(visitor, registry):
    page = visitor(registry, has_touch=True, viewport={"width": 360, "height": 740})
    page.goto("/en/cities/map/?country=FI")
    tap(page, "vantaa")
    assert offered(page) == ["/en/cities/vantaa/", "/en/cities/espoo/"]
    page.locator(".atlas__label a").last.tap()
    expect(page).to_have_url(f"{registry}/en/cities/espoo/")


def test_among_many_dots_under_one_finger_the_map_looks_closer(visitor, registry):
    page = visitor(registry, has_touch=True, viewport={"width": 360, "height": 740})
    page.goto("/en/cities/map/?view=world")
    before = part(page)
    tap(page, "osan")
    assert (part(page)[2] < before[2], offered(page)) == (True, [])
    expect(page).to_have_url(f"{registry}/en/cities/map/?view=world")


@pytest.mark.parametrize(("language", "side"), [("fr", 1), ("ar", -1)])
def test_few_dots_have_their_names_beside_them_on_the_side_to_which_one_reads(visitor, registry, language, side):
    page = visitor(registry)
    page.goto(f"/{language}/cities/map/?country=MA")
    names = page.locator(".map__names text")
    assert sorted(names.all_text_contents()) == sorted(listed(page).all_text_contents())
    middle = "box => { const at = box.getBoundingClientRect(); return at.x + at.width / 2; }"
    agadir = dots(page).nth(listed(page).all_text_contents().index(names.first.text_content()))
    assert (names.first.evaluate(middle) - agadir.evaluate(middle)) * side > 0

    page.goto(f"/{language}/cities/map/?view=world")
    expect(names).to_have_count(0)


@pytest.mark.parametrize("language", FEZ)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_map(visitor, registry, language, scheme):
    page = visitor(registry, color_scheme=scheme, viewport={"width": 1280, "height": 800})
    page.goto(f"/{language}/cities/map/?country=KR&country=MA&country=AU")
    dots(page).first.focus()
    # Dots lie where cities do, however near to each other: the list holds each of them as a link of its own.
    assert violations(page, outside=[".map--cities a"]) == []
    assert violations(page, without=["target-size"]) == []


@pytest.mark.parametrize("language", FEZ)
def test_the_map_fits_on_a_narrow_screen(visitor, registry, language):
    page = visitor(registry, viewport={"width": 320, "height": 740})
    page.goto(f"/{language}/cities/map/")
    root = "document.documentElement"
    assert page.evaluate(f"[{root}.scrollWidth, {root}.clientWidth]") == [320, 320]
