"""The map of the cities that a query string finds."""

import re
from datetime import date
from html import unescape

import pytest

from admissions.models import Cohort
from cities.models import City
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CityFactory, CountryFactory


@pytest.fixture
def cities(db):
    """Fez of 2020 and Agadir of 2024 in Morocco, Seoul of 2020 in Korea, and Town of unknown year and place."""
    korea = CountryFactory(code="KR", name_en="Korea", region="asia_pacific")
    admit("fez", 34, -5, cohort__year=2020, city__name_en="Fez")
    admit("agadir", 30.4, -9.6, cohort__year=2024, city__name_en="Agadir")
    admit("seoul", 37.5, 127, cohort__year=2020, city__name_en="Seoul", city__country=korea)
    AdmissionFactory(cohort=None, member_by=date(2021, 1, 1), city__slug="town", city__name_en="Town")


def admit(slug, latitude, longitude, **facts):
    AdmissionFactory(
        city__slug=slug, city__latitude=latitude, city__longitude=longitude, city__precision="place", **facts
    )


def opened(client, query="", language="en"):
    return client.get(f"/{language}/cities/map/{query}")


def drawn(response):
    """The dots as (tone, address, name), in the order in which the keyboard reaches them."""
    html = unescape(response.content.decode())
    return re.findall(r'<a class="tone-(\d)" href="/en/cities/([\w-]+)/"><title>([^<]+)</title>', html)


def listed(response):
    return [(each.country.name_en, [dot.city.slug for dot in each.dots]) for each in response.context["countries"]]


def test_each_member_is_a_dot_in_the_colour_of_its_cohort_by_country_and_name(client, cities):
    assert drawn(opened(client)) == [("1", "seoul", "Seoul"), ("2", "agadir", "Agadir"), ("1", "fez", "Fez")]


def test_a_city_announced_twice_has_the_colour_of_the_cohort_that_is_asked_for(client, cities):
    AdmissionFactory(city=City.objects.get(slug="fez"), cohort=Cohort.objects.get(year=2024), announced_again=True)
    assert drawn(opened(client, "?country=MA")) == [("2", "agadir", "Agadir"), ("1", "fez", "Fez")]
    assert drawn(opened(client, "?country=MA&year=2024")) == [("2", "agadir", "Agadir"), ("2", "fez", "Fez")]
    assert drawn(opened(client, "?year=2024&as_of=2020-12-31")) == []


def test_of_two_years_asked_for_a_city_in_both_has_the_colour_of_the_later_one(client, cities):
    AdmissionFactory(city=City.objects.get(slug="fez"), cohort=Cohort.objects.get(year=2024), announced_again=True)
    assert drawn(opened(client, "?country=MA&year=2020&year=2024")) == [("2", "agadir", "Agadir"), ("2", "fez", "Fez")]


def test_the_list_beside_it_holds_cities_without_a_place_too(client, cities):
    response = opened(client)
    assert listed(response) == [("Korea", ["seoul"]), ("Morocco", ["agadir", "fez", "town"])]
    assert response.content.decode().count("no place recorded</small>") == 1
    assert "1 city has no place recorded and is in this list only." in response.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?region=arab_states&year=2024", ["agadir"]),
        ("?country=KR", ["seoul"]),
        ("?q=Fes&q=Fez", ["fez"]),
        ("?year=unknown", ["town"]),
        ("?as_of=2020-12-31", ["seoul", "fez"]),
        ("?status=other", ["laayoune"]),
        ("?view=KR", ["seoul", "agadir", "fez", "town"]),
    ],
)
def test_the_query_string_is_the_list_s(client, cities, query, found):
    AnnulledAdmissionFactory(city__slug="laayoune")
    assert [slug for _, slugs in listed(opened(client, query)) for slug in slugs] == found


def test_the_part_shown_is_around_what_was_found_or_where_the_reader_looks(client, cities):
    boxes = {query: opened(client, query).context["box"] for query in ("", "?country=KR", "?view=KR", "?view=world")}
    assert boxes["?view=world"].is_world
    assert boxes["?country=KR"] == boxes["?view=KR"]
    assert boxes["?view=KR"].width < boxes[""].width < boxes["?view=world"].width


def test_where_nothing_was_found_the_part_asked_for_is_around_the_rest(client, cities):
    assert opened(client, "?view=KR&year=2024").context["box"] == opened(client, "?year=2024").context["box"]


def test_a_close_map_draws_the_land_with_more_detail(client, cities):
    assert 'href="/static/gnlc/land.svg#land"' in opened(client, "?view=world").content.decode()
    assert 'href="/static/gnlc/land-middle.svg#land"' in opened(client, "?view=KR").content.decode()


def test_list_and_map_lead_to_each_other_with_all_filters(client, cities):
    query = "?country=MA&year=2024"
    to_list, to_map = (f'href="/en/cities/{path}?country=MA&amp;year=2024"' for path in ("", "map/"))
    assert to_map in client.get(f"/en/cities/{query}").content.decode()
    assert to_list in opened(client, f"{query}&view=MA").content.decode()


def test_the_legend_filters_by_year_and_says_how_many(client, cities):
    legend = opened(client, "?country=MA").context["legend"]
    assert [(each.tone, each.choice.label, each.choice.number, each.choice.url) for each in legend] == [
        (1, "2020", 1, "?country=MA&year=2020"),
        (2, "2024", 1, "?country=MA&year=2024"),
        (0, "year not known", 1, "?country=MA&year=unknown"),
    ]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?view=mars", "The map has no part called “mars”."),
        ("?year=soon", "“soon” is not a year."),
        ("?as_of=never", "“never” is not a day: write it as 2020-09-23."),
        ("?country=MA&year=2019", "No city fits."),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(client, cities, query, sentence):
    assert sentence in opened(client, query).content.decode()


def test_a_name_that_is_not_in_the_page_s_language_says_so(client, cities):
    assert (
        '<a class="tone-1" href="/ar/cities/fez/" lang="en"><title>Fez</title>'
        in opened(client, language="ar").content.decode()
    )


def test_the_map_disclaims_as_unesco_prints_it(client, cities):
    assert (
        "do not imply the expression of any opinion whatsoever on the part of UNESCO"
        in opened(client).content.decode()
    )


@pytest.mark.parametrize("number", [2, 30])
def test_the_map_runs_the_same_queries_however_many_cities_there_are(client, db, django_assert_num_queries, number):
    for _ in range(number):
        AdmissionFactory(city=CityFactory(latitude=1, longitude=2, precision="place"))
    with django_assert_num_queries(9):
        opened(client)
