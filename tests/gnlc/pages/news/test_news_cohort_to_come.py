"""News that names a cohort before it is announced."""

from datetime import date

from tests.factories import CampaignFactory, CohortFactory, NewsItemFactory


def test_a_cohort_that_is_still_to_come_is_named_nowhere_in_the_news(client, db):
    to_come = CohortFactory(year=2031, announced_on=date(2031, 1, 1), title_en="The round to come")
    NewsItemFactory(slug="fez", cohort=to_come, published_on=date(2026, 3, 1))
    CampaignFactory(slug="year", cohort=to_come)

    pages = ["news/", "news/fez/", "news.atom", "campaigns/", "campaigns/year/"]
    answers = [client.get(f"/en/{page}") for page in pages]
    texts = [answer.content.decode() for answer in answers]
    assert [answer.status_code for answer in answers] == [200] * len(pages)
    assert [page for page, text in zip(pages, texts, strict=True) if "2031" in text or to_come.title_en in text] == []
