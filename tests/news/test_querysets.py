"""Questions about news."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from news.models import NewsItem
from tests.factories import CohortFactory, NewsItemFactory

PAST, TO_COME = datetime(2024, 1, 1, tzinfo=UTC), datetime(2090, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "is_public"),
    [
        ({"status": "published"}, True),
        ({"status": "published", "shown_from": TO_COME}, True),
        ({"status": "scheduled", "shown_from": PAST}, True),
        ({"status": "scheduled", "shown_from": TO_COME}, False),
        ({"status": "draft"}, False),
        ({"status": "draft", "shown_from": PAST}, False),
    ],
)
def test_visitors_see_what_is_published_or_was_scheduled_for_an_instant_that_came(db, facts, is_public):
    item = NewsItemFactory(**facts)
    assert (list(NewsItem.objects.public()), item.is_public) == ([item] * is_public, is_public)


@pytest.mark.parametrize(("language", "told"), [("en", ["a-en"]), ("fr", ["b-fr"]), ("ar", ["a-en"])])
def test_of_an_item_in_two_languages_the_reader_s_is_told_or_else_the_first(db, language, told):
    facts = {"publisher": "Gazette", "published_on": date(2024, 2, 15), "cohort": CohortFactory(year=2024)}
    NewsItemFactory(slug="a-en", language="en", **facts)
    NewsItemFactory(slug="b-fr", language="fr", **facts)
    with override(language):
        assert [item.slug for item in NewsItem.objects.newest_told_once(4)] == told


def test_items_follow_one_another_by_day_and_those_without_one_come_last(db):
    days = {"a": date(2024, 2, 2), "b": date(2024, 2, 2), "c": date(2024, 2, 1), "d": None, "e": None}
    items = {slug: NewsItemFactory(slug=slug, published_on=day) for slug, day in days.items()}
    for slug, item in items.items():
        before, after = "abcde".split(slug)
        assert [each.slug for each in NewsItem.objects.after(item)] == list(after)
        assert [each.slug for each in NewsItem.objects.before(item)] == list(reversed(before))
