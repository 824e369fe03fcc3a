import re
from datetime import date

import pytest
from django.test import Client

from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CohortFactory,
    CountryFactory,
    EventFactory,
    KeyFeatureFactory,
    NewsItemFactory,
    ReportedFigureFactory,
)


@pytest.fixture
def network(db):
    """A little of everything that has a page."""
    admission = AdmissionFactory(
        city__slug="fez", city__name_en="Fez", city__latitude=34, city__longitude=-5, city__precision="place"
    )
    AnnulledAdmissionFactory(city__slug="laayoune")
    ReportedFigureFactory(as_of=date(2024, 2, 14), cities=356, countries=79)
    KeyFeatureFactory()
    NewsItemFactory(slug="fez-joins", cohort=admission.cohort).cities.add(admission.city)


PAGES = [
    "", "cities/", "cities/fez/", "cities/laayoune/", "countries/", "countries/ma/",
    "admissions/", "admissions/2020/", "news/", "news/fez-joins/", "about/", "accessibility/", "design/",
    "statistics/", "compare/",
    "cities/map/", "network/map/",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_every_language_and_links_to_the_others(client, network, page, language):
    html = client.get(f"/{language}/{page}?q=x").content.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in html
    for other in ("en", "fr", "ar"):
        assert f'<a href="/{other}/{page}?q=x" lang="{other}"' in html
        assert f'hreflang="{other}" href="http://testserver/{other}/{page}?q=x"' in html
    assert " style=" not in html
    assert re.findall(r'<script(?! type="application/ld\+json">| src=)', html) == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("page", PAGES)
def test_pages_are_read_only(client, network, page, method):
    assert getattr(client, method)(f"/en/{page}").status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_sending_something_to_a_page_is_refused_in_the_site_s_own_words(network, page):
    response = Client(enforce_csrf_checks=True).post(f"/ar/{page}")
    assert response.status_code == 403
    assert '<html lang="ar" dir="rtl">' in response.content.decode()
    assert "<style" not in response.content.decode()


def test_the_home_page_keeps_recorded_and_reported_numbers_apart(client, network):
    context = client.get("/en/").context
    assert (context["members"], context["countries"]) == (1, 1)
    assert (context["reported"].cities, context["reported"].countries) == (356, 79)


def test_the_home_page_prints_cities_and_countries_each_by_its_number(client, network):
    AdmissionFactory.create_batch(2, city__country=CountryFactory(code="JP"))
    text = " ".join(client.get("/en/").content.decode().split())
    assert "<strong>3</strong> cities</span> <span><strong>2</strong> countries" in text


@pytest.mark.parametrize("page", ["cities/", "cities/map/", "learning/", "sources/", "news/", "events/"])
def test_words_that_are_searched_for_stay_text(client, network, page):
    content = client.get(f"/en/{page}", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in content


def test_the_home_page_of_an_empty_registry_opens(client, db):
    assert client.get("/en/").status_code == 200


def test_the_newest_cohort_on_the_home_page_admitted_cities(client, db):
    CohortFactory(year=2030, kind="founding")
    newest = CohortFactory(year=2024)
    assert client.get("/en/").context["newest"] == newest


def test_outside_the_languages_an_address_leads_to_their_home_pages(client, db):
    html = client.get("/atlantis").content.decode()
    assert [f'<a href="/{language}/"' in html for language in ("en", "fr", "ar")] == [True, True, True]
    assert "canonical" not in html


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_page_that_does_not_exist_says_so_in_the_language_of_its_address(client, db, language):
    response = client.get(f"/{language}/atlantis/")
    assert response.status_code == 404
    assert f'<html lang="{language}"' in response.content.decode()


def test_a_page_that_does_not_exist_is_not_left_by_changing_the_language(client, db):
    html = client.get("/fr/atlantis/?q=x").content.decode()
    assert [f'<a href="/{language}/atlantis/?q=x"' in html for language in ("en", "fr", "ar")] == [True, True, True]


def test_the_home_page_tells_one_article_in_one_language_the_reader_s_if_it_is_there(client, db):
    day, cohort = date(2024, 2, 15), CohortFactory(year=2024)
    told = {"publisher": "Gazette", "published_on": day, "cohort": cohort}
    for slug, language in [("a-en", "en"), ("b-fr", "fr"), ("c-fr", "fr")]:
        NewsItemFactory(slug=slug, language=language, **told)
    NewsItemFactory(slug="d-ar", language="ar", publisher="", published_on=day, cohort=cohort)

    def shown(language):
        return [item.slug for item in client.get(f"/{language}/").context["news"]]

    assert shown("en") == ["a-en", "d-ar"]
    assert shown("fr") == ["b-fr", "c-fr", "d-ar"]


def test_the_home_page_names_the_year_of_its_news_and_the_next_events_or_else_the_latest(client, db):
    NewsItemFactory(published_on=date(2024, 2, 15))
    EventFactory(slug="old")
    EventFactory(slug="latest", starts_on=date(2025, 6, 1))
    EventFactory(slug="coming", starts_on=date(2090, 1, 1))
    response = client.get("/en/")
    assert [event.slug for event in response.context["events"]] == ["coming", "latest"]
    assert 'Latest news <span class="quiet">2024</span>' in response.content.decode()


@pytest.mark.parametrize("size", [3, 8])
def test_the_home_page_asks_a_fixed_number_of_questions(client, db, django_assert_num_queries, size):
    for number in range(size):
        NewsItemFactory(published_on=date(2020, 1, 1 + number))
        EventFactory(starts_on=date(2020, 1, 1 + number))
        AdmissionFactory(cohort__year=2017 + number)
    with django_assert_num_queries(13):
        client.get("/en/")
