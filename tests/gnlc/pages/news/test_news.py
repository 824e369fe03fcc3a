from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cities.facets import Chip
from news.models import NewsItem
from tests.factories import CityFactory, CohortFactory, CountryFactory, NewsItemFactory


def soon(days):
    return timezone.now() + timedelta(days=days)


def test_visitors_see_what_is_published_or_due(db):
    published = NewsItemFactory()
    due = NewsItemFactory(status="scheduled", shown_from=soon(-1))
    later = NewsItemFactory(status="scheduled", shown_from=soon(1))
    draft = NewsItemFactory(status="draft")

    assert set(NewsItem.objects.public()) == {published, due}
    assert [item.is_public for item in (published, due, later, draft)] == [True, True, False, False]


def test_a_draft_stays_one_when_the_time_comes_for_which_it_was_scheduled_before(client, db):
    draft = NewsItemFactory(status="draft", shown_from=soon(-1))
    assert (list(NewsItem.objects.public()), draft.is_public) == ([], False)
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_a_scheduled_item_says_from_when_it_is_shown(db):
    with pytest.raises(IntegrityError, match="news_item_scheduled_has_time"), transaction.atomic():
        NewsItemFactory(status="scheduled")


def test_newest_items_come_first_and_those_without_a_day_last(db):
    undated = NewsItemFactory()
    old = NewsItemFactory(published_on=date(2019, 1, 1))
    new = NewsItemFactory(published_on=date(2024, 1, 1))
    assert list(NewsItem.objects.newest_first()) == [new, old, undated]


def test_news_can_be_narrowed_down_by_language_and_cohort(client, db):
    cohort = CohortFactory()
    french = NewsItemFactory(language="fr", cohort=cohort)
    NewsItemFactory(language="fr")
    NewsItemFactory(language="ar", cohort=cohort)

    response = client.get("/en/news/?language=fr&cohort=2020")
    assert list(response.context["object_list"]) == [french]


@pytest.mark.parametrize(
    "words", ["fès", "FES rejoint", "joins", "المغرب", "maroc réseau", "gazette", "rejoint joins fez", "fe"]
)
def test_news_is_found_by_its_words_its_publisher_its_city_and_its_country(client, db, words):
    item = NewsItemFactory(publisher="La Gazette")
    item.cities.set([CityFactory(name_en="Fez")])
    NewsItemFactory(title="Une autre ville", summary_en="About something else.")

    assert list(client.get("/en/news/", {"q": words}).context["object_list"]) == [item]


@pytest.mark.parametrize("words", ["ejoint", "rejoint autre", "egypt"])
def test_every_word_of_a_search_begins_a_word_of_the_item(client, db, words):
    NewsItemFactory()
    response = client.get("/en/news/", {"q": words})
    assert list(response.context["object_list"]) == []
    assert "No news fits." in response.content.decode()


def test_a_search_keeps_the_filters_and_the_filters_keep_the_search(client, db):
    NewsItemFactory(language="fr", title="Fès rejoint le réseau", published_on=date(2020, 1, 1))
    page = client.get("/en/news/?language=fr&q=fes&page=1")
    assert '<input type="hidden" name="language" value="fr">' in page.content.decode()
    assert [choice.url for facet in page.context["facets"] if facet.name == "year" for choice in facet.choices] == [
        "?language=fr&q=fes&year=2020"
    ]
    assert [chip.url for chip in page.context["chips"]] == ["?language=fr", "?q=fes"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("q=" + "x" * 10_000, "This is too long: search with at most 100 letters."),
        ("language=xx", "There is no news in the language “xx”."),
        ("cohort=1999", "There is no news about a cohort called “1999”."),
        ("cohort=%00", "There is no news about a cohort called"),
    ],
)
def test_a_wrong_filter_gets_a_clear_sentence(client, db, query, sentence):
    response = client.get(f"/en/news/?{query}")
    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_a_title_keeps_its_own_language_on_every_page(client, db):
    NewsItemFactory(slug="fes", language="fr", title="Fès rejoint le réseau")
    title = '<bdi lang="fr" dir="ltr">Fès rejoint le réseau</bdi></h1>'
    assert title in client.get("/ar/news/fes/").content.decode()


def test_a_draft_has_no_page(client, db):
    NewsItemFactory(slug="draft", status="draft")
    assert client.get("/en/news/draft/").status_code == 404


def about(*codes, **facts):
    """An item about a city in each of the countries."""
    item = NewsItemFactory(**facts)
    item.cities.set(CityFactory(country=CountryFactory(code=code)) for code in codes)
    return item


def test_news_can_be_narrowed_down_by_year_and_country(client, db):
    both = about("MA", "EG", published_on=date(2020, 9, 1))
    about("MA", published_on=date(2019, 9, 1))
    about("FR", published_on=date(2020, 9, 1))
    undated = about("MA")

    def found(query):
        return list(client.get(f"/en/news/?{query}").context["object_list"])

    assert found("year=2020&country=ma") == [both]
    assert found("country=MA&country=EG&year=2020&year=unknown") == [both, undated]


def test_each_choice_says_how_many_items_it_would_show(client, db):
    about("MA", "EG", language="ar", published_on=date(2020, 9, 1), cohort=CohortFactory())
    about("MA", language="fr", published_on=date(2019, 9, 1))
    about(language="fr")
    NewsItemFactory(language="en", status="draft")

    def choices(query=""):
        facets = client.get(f"/en/news/{query}").context["facets"]
        return {facet.name: [(each.label, each.number) for each in facet.choices] for facet in facets}

    assert choices() == {
        "year": [("2020", 1), ("2019", 1), ("day not known", 1)],
        "language": [("Arabic", 1), ("French", 2)],
        "country": [("Country EG", 1), ("Morocco", 2)],
        "cohort": [("2020", 1)],
    }
    assert choices("?language=fr&country=MA") == {
        "year": [("2019", 1)],
        "language": [("Arabic", 1), ("French", 1)],
        "country": [("Morocco", 1)],
        "cohort": [],
    }


def test_the_filters_that_are_on_can_be_taken_off_one_by_one(client, db):
    about("MA", language="fr")
    chips = client.get("/en/news/?language=fr&country=MA").context["chips"]
    assert chips == [Chip("French", None, "?country=MA"), Chip("Morocco", "en", "?language=fr")]


def test_a_choice_keeps_its_name_where_the_other_filters_leave_nothing_of_it(client, db):
    NewsItemFactory(language="ar", published_on=date(2020, 5, 1))
    NewsItemFactory(language="fr", published_on=date(2024, 5, 1))
    context = client.get("/en/news/?language=ar&year=2024").context
    assert context["chips"] == [Chip("2024", None, "?language=ar"), Chip("Arabic", None, "?year=2024")]
    facets = {facet.name: [(each.label, each.number) for each in facet.chosen] for facet in context["facets"]}
    assert (facets["language"], facets["year"]) == ([("Arabic", 0)], [("2024", 0)])


def test_a_year_has_an_archive_by_month_newest_first(client, db):
    old, new = (NewsItemFactory(published_on=day) for day in (date(2020, 1, 5), date(2020, 9, 23)))
    last = NewsItemFactory(published_on=date(2020, 9, 1))
    NewsItemFactory(published_on=date(2020, 9, 2), status="draft")
    for year in (2015, 2024):
        NewsItemFactory(published_on=date(year, 1, 1))

    context = client.get("/en/news/2020/").context
    assert context["months"] == [("September 2020", "09", [new, last]), ("January 2020", "01", [old])]
    assert (context["earlier"], context["later"]) == (2015, 2024)
    assert context["years"] == [(2024, 1), (2020, 3), (2015, 1)]


@pytest.mark.parametrize("year", ["2019", "0000", "9999"])
def test_a_year_without_news_has_no_archive(client, db, year):
    NewsItemFactory(published_on=date(2020, 1, 1))
    assert client.get(f"/en/news/{year}/").status_code == 404


def test_a_year_without_news_between_others_says_so_and_leads_on(client, db):
    for year in (2014, 2015, 2022, 2024):
        NewsItemFactory(published_on=date(year, 1, 1))
    response = client.get("/en/news/2017/")
    assert "No news of 2017 is recorded here." in response.content.decode()
    assert (response.context["earlier"], response.context["later"]) == (2015, 2022)


def test_the_address_of_an_item_is_not_that_of_a_year(db):
    assert [NewsItemFactory(slug=slug).slug for slug in ("fes", "fez1", "20201")] == ["fes", "fez1", "20201"]
    with pytest.raises(IntegrityError, match="news_item_address_is_no_year"), transaction.atomic():
        NewsItemFactory(slug="2020")


def test_an_item_leads_to_its_neighbours_in_time(client, db):
    days = {"a-new": 2024, "b-old": 2019, "c-old": 2019, "d-undated": None, "e-undated": None}
    items = [NewsItemFactory(slug=slug, published_on=year and date(year, 1, 1)) for slug, year in days.items()]
    assert list(NewsItem.objects.newest_first()) == items

    pages = [client.get(f"/en/news/{item.slug}/").context for item in items]
    assert [page["newer"] for page in pages] == [None, *items[:-1]]
    assert [page["older"] for page in pages] == [*items[1:], None]


def test_related_is_what_shares_most_cities_then_what_is_about_the_same_cohort(db):
    fez, sale = CityFactory(), CityFactory()
    item, both, one, cohort = (NewsItemFactory(cohort=CohortFactory(year=year)) for year in (2020, 2022, 2022, 2020))
    NewsItemFactory()
    item.cities.set([fez, sale])
    both.cities.set([fez, sale])
    one.cities.set([sale])

    assert list(NewsItem.objects.related_to(item)) == [both, one, cohort]
    assert list(NewsItem.objects.related_to(NewsItemFactory())) == []


@pytest.mark.parametrize(("path", "queries"), [("", 12), ("2020/", 5), ("news-of-fez/", 6)])
@pytest.mark.parametrize("number", [5, 60])
def test_pages_run_the_same_queries_however_many_items_there_are(
    client, db, django_assert_num_queries, number, path, queries
):
    cohort, day = CohortFactory(), date(2020, 1, 1)
    about("MA", "EG", slug="news-of-fez", cohort=cohort, published_on=day)
    for _ in range(number):
        about("MA", "EG", cohort=cohort, published_on=day)
    with django_assert_num_queries(queries):
        client.get(f"/en/news/{path}")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "read in a copy on \u2068mirror.example.org\u2069"),
        ("fr", "lu dans une copie sur"),
        ("ar", "قُرئ في نسخة على"),
    ],
)
def test_an_item_whose_address_is_that_of_a_copy_says_so(client, db, language, words):
    for slug, is_copy in [("copy", True), ("original", False)]:
        NewsItemFactory(slug=slug, url="https://mirror.example.org/a", is_copy=is_copy)
    pages = [client.get(f"/{language}/news/{slug}/").content.decode() for slug in ("copy", "original")]
    assert [words in page for page in pages] == [True, False]
    assert ["mirror.example.org" in page for page in pages] == [True, True]
