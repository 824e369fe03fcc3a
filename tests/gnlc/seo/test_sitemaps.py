from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from gnlc.seo.sitemaps import SITEMAPS
from records.models import HistoryEntry
from tests.factories import AdmissionFactory, NewsItemFactory, ReportedFigureFactory, SourceFactory
from tests.one_of_everything import one_of_everything

SITEMAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"


def read(client, address):
    return ElementTree.fromstring(client.get(address).content)  # noqa: S314


def addresses(client, section):
    return [url.find(f"{SITEMAP}loc").text for url in read(client, f"/sitemap-{section}.xml")]


def test_the_index_leads_to_all_sections(client, db):
    found = [entry.find(f"{SITEMAP}loc").text for entry in read(client, "/sitemap.xml")]
    assert found == [f"http://testserver/sitemap-{section}.xml" for section in SITEMAPS]
    assert client.get("/sitemap-atlantis.xml").status_code == 404


@pytest.mark.parametrize("section", SITEMAPS)
def test_every_address_of_a_sitemap_opens_and_says_itself_that_it_is_canonical(client, db, section):
    one_of_everything("en", "fr", "ar")
    found = addresses(client, section)
    assert {address.split("/")[3] for address in found} == {"en", "fr", "ar"}
    for address in found:
        response = client.get(urlsplit(address).path)
        assert (address, response.status_code) == (address, 200)
        assert f'<link rel="canonical" href="{address}">' in response.content.decode()


def test_each_address_names_its_equals_as_the_page_does(client, db):
    AdmissionFactory(city__slug="fez")
    url = read(client, "/sitemap-cities.xml")[1]
    links = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
    assert links == {code: f"http://testserver/{code}/cities/fez/" for code in ("en", "fr", "ar")} | {
        "x-default": "http://testserver/cities/fez/"
    }


def test_the_pages_name_their_equals_too(client, db):
    links = [link.get("hreflang") for link in read(client, "/sitemap-pages.xml")[0].findall(f"{XHTML}link")]
    assert sorted(links) == ["ar", "en", "fr", "x-default"]


def test_only_what_visitors_see_is_named(client, db):
    NewsItemFactory(status="draft")
    SourceFactory(slug="unused")
    ReportedFigureFactory(source__slug="used")
    assert addresses(client, "news") == []
    assert addresses(client, "sources") == [f"http://testserver/{code}/sources/used/" for code in ("en", "fr", "ar")]


def test_the_day_of_the_last_change_is_told_where_the_history_knows_it(client, db):
    admission = AdmissionFactory()
    HistoryEntry.objects.all().delete()
    assert read(client, "/sitemap-cities.xml")[0].find(f"{SITEMAP}lastmod") is None
    admission.name_as_announced = "Fez"
    admission.save()
    day = HistoryEntry.objects.latest("timestamp").timestamp.date().isoformat()
    assert read(client, "/sitemap-cities.xml")[0].find(f"{SITEMAP}lastmod").text == day


@pytest.mark.parametrize(("section", "queries"), [("cities", 11), ("sources", 3), ("pages", 0)])
def test_a_sitemap_asks_a_fixed_number_of_questions(client, db, django_assert_num_queries, section, queries):
    one_of_everything("en")
    client.get(f"/sitemap-{section}.xml")
    with django_assert_num_queries(queries):
        response = client.get(f"/sitemap-{section}.xml")
    assert response["Cache-Control"] == "public, max-age=3600"
