"""A page ends with its footer: nothing that only those hear who have the page read to them makes it longer."""

import pytest

from news.models import NewsItem
from tests.kinds_of_page import KINDS

PAGES = KINDS | {
    "former member": "cities/former/",
    "news item": "news/{newest}/",
    "list of a country": "cities/?country=MA",
    "list of countries and years": "cities/?country=MA&country=KR&year=2020",
    "map of a country": "cities/map/?country=MA",
    "practices of a country": "learning/?country=MA",
}
BEYOND = """document.documentElement.scrollHeight - scrollY
    - document.querySelector("footer:last-of-type").getBoundingClientRect().bottom"""


@pytest.fixture(scope="module")
def page(browser):
    with browser.new_context() as context:
        yield context.new_page()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_as_high_as_what_it_shows(page, registry, path, width):
    newest = NewsItem.objects.public().newest_first().first()
    page.set_viewport_size({"width": width, "height": 400})
    page.goto(f"{registry}/ar/{path.format(newest=newest.slug)}")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert abs(page.evaluate(BEYOND)) < 2


def test_the_chosen_country_is_seen_in_its_list(page, registry):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{registry}/en/cities/?country=VN")
    chosen = page.locator(".facet li a[aria-current]", has_text="Viet Nam")
    box, place = chosen.locator("xpath=ancestor::ul").bounding_box(), chosen.bounding_box()
    assert box["y"] <= place["y"] < place["y"] + place["height"] <= box["y"] + box["height"]
