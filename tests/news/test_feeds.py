from datetime import UTC, date, datetime

from tests.factories import CityFactory, NewsItemFactory
from tests.records.output.test_feeds import ATOM, read


def test_news_are_told_newest_first_and_drafts_not(client, db):
    NewsItemFactory(slug="older", published_on=date(2020, 1, 1))
    NewsItemFactory(slug="newer", published_on=date(2024, 1, 1))
    NewsItemFactory(slug="draft", status="draft", published_on=date(2025, 1, 1))
    NewsItemFactory(slug="later", status="scheduled", shown_from=datetime(2090, 1, 1, tzinfo=UTC))
    ids = [entry.find(f"{ATOM}id").text for entry in read(client, "/en/news.atom").findall(f"{ATOM}entry")]
    assert ids == ["tag:testserver,2026:/en/news/newer/", "tag:testserver,2026:/en/news/older/"]


def test_an_entry_names_its_publisher_its_cities_and_its_cohort(client, db):
    item = NewsItemFactory(publisher="Le Matin", title="فاس مدينة تعلم", language="ar")
    item.cities.add(CityFactory(name_en="Fez"))
    entry = read(client, "/en/news.atom").find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}author/{ATOM}name").text == "Le Matin"
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["Fez"]
    assert entry.find(f"{ATOM}title").text == "\u2068فاس مدينة تعلم\u2069"


def test_the_feed_asks_a_fixed_number_of_questions(client, db, django_assert_num_queries):
    for _number in range(3):
        NewsItemFactory().cities.add(CityFactory())
    client.get("/en/news.atom")
    with django_assert_num_queries(3):
        client.get("/en/news.atom")
