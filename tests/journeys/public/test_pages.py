"""Every kind of public page can be read and used by everybody, on every screen."""

import pytest

from news.models import NewsItem
from tests.journeys.axe import violations
from tests.kinds_of_page import KINDS

PAGES = KINDS | {"former member": "cities/former/", "news item": "news/{newest}/"}
# Contrast takes axe longest, and neither width nor words change it: each page is measured once in each scheme.
SCREENS = {
    "en": [(360, "light", []), (1280, "light", ["color-contrast"])],
    "ar": [(360, "dark", ["color-contrast"]), (1280, "dark", [])],
}


class Opened:
    """The page that is open, with what went wrong meanwhile and the addresses it asked for."""

    def __init__(self, page):
        self.page = page
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", lambda request: self.faults.append(request.url))
        page.on("request", lambda request: self.asked.add(request.url))

    def open(self, address):
        self.address, self.faults, self.asked = address, [], set()
        self.page.goto(address)
        return self

    def _note(self, message):
        # That a page does not exist is what its own address shall answer.
        if message.location["url"] != self.address:
            self.faults.append(message.text)


@pytest.fixture(scope="module", params=SCREENS)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def one_page(browser):
    """One for all addresses: a browser is slow to make new ones."""
    with browser.new_context() as context:
        yield Opened(context.new_page())


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES)
def opened(request, one_page, registry, language):
    newest = NewsItem.objects.public().newest_first().first()
    return one_page.open(f"{registry}/{language}/{request.param.format(newest=newest.slug)}")


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_the_keyboard_skips_to_the_content_and_shows_where_it_is(opened):
    focused = opened.page.locator(":focus")

    opened.page.keyboard.press("Tab")
    assert focused.get_attribute("href") == "#content"
    assert focused.bounding_box()["y"] >= 0
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Tab")
    assert focused.evaluate("element => element.closest('main, footer') !== null")
    assert opened.page.evaluate(WITHOUT_VISIBLE_FOCUS) == []


# What takes the focus without showing it, or out of its order.
WITHOUT_VISIBLE_FOCUS = """() => {
    const reachable = [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
        .filter(element => element.type !== "hidden" && element.checkVisibility({ visibilityProperty: true }));
    return reachable.filter(element => {
        element.focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const shown = element.matches(":focus-visible") && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
        return !shown || element.tabIndex > 0;
    }).map(element => element.outerHTML);
}"""


def test_nothing_comes_from_elsewhere_and_nothing_fails(opened, registry):
    assert [address for address in opened.asked if not address.startswith(f"{registry}/")] == []
    assert opened.faults == []


def test_axe_finds_nothing(opened, language):
    for width, scheme, known in SCREENS[language]:
        opened.page.set_viewport_size({"width": width, "height": 800})
        opened.page.emulate_media(color_scheme=scheme)
        assert violations(opened.page, without=known) == []


def test_it_fits_on_a_narrow_screen(opened):
    opened.page.set_viewport_size({"width": 320, "height": 800})
    root = "document.documentElement"
    assert opened.page.evaluate(f"[{root}.scrollWidth, {root}.clientWidth]") == [320, 320]
