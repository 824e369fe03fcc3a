"""No page asks the database while it renders: views hand over what is shown."""

import pytest
from django.conf import settings
from django.urls import Resolver404, URLPattern, get_resolver, resolve
from django.utils.translation import override

from tests.one_of_everything import PAGES

THANKS = [f"{page}/suggest/thanks/" for page in ("cities/former", "countries/ma", "admissions/2020", "news/fez-joins")]
BESIDE_PAGES = [
    "search/names/?q=fez", "cities/cities.csv", "cities/twin/", *THANKS, "events.ics",
    "events/event.ics", "news.atom", "admissions.atom", "corrections.atom", "countries/ma/cohorts.csv",
    "admissions/2020/regions.csv", "statistics/growth.csv", "compare/cohorts.csv?cohort=2020&cohort=2015",
    "design/", "card.png", "cities/fez/card.png", "admissions/2020/card.png", "registry.webmanifest",
    "cities/fezz/", "news/1999/", "campaigns/form/", "news/?q=Fezz", "learning/?q=zzzz", "events/?country=MA",
    "cities/?q=zzzz&country=MA&year=2020", "cities/map/?q=zzzz&country=MA&year=2020", "countries/ma/?as_of=2020-09-01",
]  # fmt: skip
WITHOUT_LANGUAGE = ["robots.txt", "favicon.ico", "sitemap.xml", "sitemap-cities.xml"]
NOT_PUBLIC = ("admin/", "i18n/", settings.MEDIA_URL.strip("/"))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_page_asks_the_database_while_it_renders(everything, language):
    paths = [f"/{language}/{page}" for page in [*PAGES, *BESIDE_PAGES]] + [f"/{path}" for path in WITHOUT_LANGUAGE]
    pages = {path: everything.page(path) for path in paths}
    assert {path: page.asked_while_rendering for path, page in pages.items() if page.asked_while_rendering} == {}


def routes(patterns, before=""):
    """Each route of the site that is public, as it is written where addresses are given to views."""
    for each in patterns:
        route = before + str(each.pattern).removeprefix("^")
        if route.startswith(NOT_PUBLIC):
            continue
        if isinstance(each, URLPattern):
            yield route
        else:
            yield from routes(each.url_patterns, route)


def test_every_public_address_is_tried():
    with override("en"):
        tried = {resolve("/" + path.partition("?")[0]).route for path in WITHOUT_LANGUAGE}
        tried |= {_route(f"/en/{page}") for page in [*PAGES, *BESIDE_PAGES]}
        assert set(routes(get_resolver().url_patterns)) - tried == set()


def _route(page):
    try:
        return resolve(page.partition("?")[0]).route
    except Resolver404:
        return ""
