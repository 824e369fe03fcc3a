"""No two addresses of one language have one title: who has ten of them open can tell them apart."""

import re
from collections import Counter, defaultdict
from html import unescape

import pytest
from django.utils.translation import override

from admissions.models import Cohort
from cities.models import City, Country, Initiative, Source
from news.models import Campaign, Event, NewsItem
from tests.factories import AdmissionFactory, CohortFactory, SourceFactory

TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
LISTS = [
    "", "cities/", "cities/?page=2", "cities/?page=3", "cities/?country=MA", "cities/?country=FR", "cities/?year=2020",
    "cities/?country=MA&year=2020", "cities/?q=fez", "cities/?status=other", "cities/?sort=newest",
    "cities/?as_of=2020-09-23", "cities/?as_of=2020-09-23&country=MA", "cities/map/", "cities/map/?country=MA",
    "countries/", "admissions/", "admissions/?as_of=2020-09-23", "network/", "network/map/",
    "statistics/", "compare/", "compare/?cohort=2022&cohort=2024", "compare/?cohort=2020&cohort=2024",
    "compare/?country=MA&country=KR", "sources/", "sources/?page=2", "sources/?kind=press",
    "sources/?kind=press&page=2", "sources/?q=unesco",
    "corrections/", "news/", "news/?page=2", "news/?language=ar", "news/?language=fr",
    "news/?country=MA", "learning/", "learning/?page=2", "learning/?place=library", "learning/?place=online",
    "learning/?feature=quality", "partnerships/", "agreements/", "campaigns/", "events/", "events/?kind=conference",
    "events/?year=2013", "events/?country=SA", "about/", "accessibility/", "design/",
]  # fmt: skip


pytestmark = pytest.mark.usefixtures("loaded_registry", "db")


def shared(client, paths):
    """The titles that several addresses have, each with its addresses."""
    found = defaultdict(list)
    for path in paths:
        found[unescape(TITLE.search(client.get(path).content.decode())[1])].append(path)
    return {title: paths for title, paths in found.items() if len(paths) > 1}


def worth_opening(records, *fields):
    """The first three records, which stand for their kind, and those whose own words are another one's, too."""
    words = [tuple(str(getattr(record, field)) for field in fields) for record in records]
    number = Counter(words)
    return [each for place, (each, own) in enumerate(zip(records, words, strict=True)) if place < 3 or number[own] > 1]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_two_pages_of_the_registry_have_one_title(client, language):
    with override(language):
        kinds = [
            (City.objects.select_related("country"), f"name_{language}", "country"),
            (Country.objects.public(), f"name_{language}"),
            (Cohort.objects.all(), f"title_{language}"),
            (Source.objects.public(), "title"),
            (Initiative.objects.all(), f"name_{language}"),
            (NewsItem.objects.public(), "title"),
            (Event.objects.all(), f"name_{language}"),
            (Campaign.objects.all(), f"name_{language}"),
        ]
        records = [worth_opening(list(found), *fields) for found, *fields in kinds]
        pages = [record.get_absolute_url() for some in records for record in some]
        # All forms have one template: a few of each kind of record stand for the rest.
        forms = [f"{record.get_absolute_url()}suggest/" for some in (*records[:3], records[5]) for record in some]
    years = [f"/{language}/news/{year}/" for year, _number in NewsItem.objects.public().years()]
    assert shared(client, [*(f"/{language}/{path}" for path in LISTS), *years, *pages, *forms]) == {}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_texts_of_one_title_are_told_apart_by_publisher_and_then_by_their_short_names(client, language):
    cohort = CohortFactory(year=2024)
    paths = []
    for slug, publisher in (("one", "UNESCO"), ("two", "UNESCO"), ("three", "Fez Today"), ("four", ""), ("five", "")):
        source = SourceFactory(slug=slug, title="New members", publisher=publisher)
        AdmissionFactory(cohort=cohort).sources.add(source)
        paths.append(f"/{language}/sources/{slug}/")
    assert shared(client, paths) == {}
