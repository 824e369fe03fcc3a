from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from news.models import NewsItem
from tests.factories import CohortFactory, NewsItemFactory


def soon(days):
    return timezone.now() + timedelta(days=days)


def test_visitors_see_what_is_published_or_due(db):
    published = NewsItemFactory()
    due = NewsItemFactory(status="scheduled", shown_from=soon(-1))
    later = NewsItemFactory(status="scheduled", shown_from=soon(1))
    draft = NewsItemFactory(status="draft")

    assert set(NewsItem.objects.public()) == {published, due}
    assert [item.is_public for item in (published, due, later, draft)] == [True, True, False, False]


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
    ("query", "sentence"),
    [
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
    assert '<h1><bdi lang="fr">Fès rejoint le réseau</bdi></h1>' in client.get("/ar/news/fes/").content.decode()


def test_a_draft_has_no_page(client, db):
    NewsItemFactory(slug="draft", status="draft")
    assert client.get("/en/news/draft/").status_code == 404


@pytest.mark.parametrize("number", [5, 60])
def test_the_list_runs_the_same_queries_however_many_items_there_are(client, db, django_assert_num_queries, number):
    NewsItemFactory.create_batch(number)
    with django_assert_num_queries(5):
        client.get("/en/news/")
