"""What a search result and a shared link show of each page."""

import json
import re

import pytest
from lxml import html

from gnlc.pages.cities.cities import CityListView
from gnlc.templatetags.seo import LONGEST
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, MemberFactory, NewsItemFactory
from tests.one_of_everything import PAGES, one_of_everything

LANGUAGES = ["en", "fr", "ar"]


def head(client, address):
    return head_of(client.get(address))


def head_of(response):
    return html.document_fromstring(response.content.decode()).find("head")


def said_of(client, address):
    """(title, description) of a page."""
    return said_in(head(client, address))


def said_in(found):
    return found.findtext("title"), found.xpath("string(meta[@name='description']/@content)")


def data(client, address):
    """The graph of a page by the types of its nodes."""
    [block] = head(client, address).xpath("script[@type='application/ld+json']/text()")
    return {node["@type"]: node for node in json.loads(block)["@graph"]}


NAMESAKES = [
    "cities/laayoune/", "countries/fr/", "learning/reading/", "campaigns/campaign/", "events/event/", "events/coming/",
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_has_a_title_and_a_description_of_its_own(everything, language):
    # All records of this registry have one name; a page with a query has the title of the page without it, and
    # search engines are kept out of the forms.
    pages = [page for page in PAGES if page not in NAMESAKES and "?" not in page and "suggest/" not in page]
    opened = {page: everything.page(f"/{language}/{page}") for page in pages}
    said = {page: said_in(head_of(response)) for page, response in opened.items() if response.status_code == 200}
    for part in (0, 1):
        by_text = {}
        for page, texts in said.items():
            by_text.setdefault(texts[part], []).append(page)
        assert [pages for pages in by_text.values() if len(pages) > 1] == []
    assert {page: texts for page, texts in said.items() if not 40 <= len(texts[1]) <= LONGEST} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_those_who_share_a_page_show_what_it_says_itself(everything, language):
    for page in PAGES:
        found = head_of(everything.page(f"/{language}/{page}"))
        shown = {meta.get("property"): meta.get("content") for meta in found.xpath("meta[@property]")}
        assert shown["og:title"] in found.findtext("title")
        if found.xpath("link[@rel='canonical']"):
            assert shown["og:url"] == found.xpath("string(link[@rel='canonical']/@href)")
            image = everything.page(shown["og:image"])
            assert (page, image.status_code, image.headers["Content-Type"]) == (page, 200, "image/png")
        else:
            assert (page, "og:image" in shown, found.xpath("script[not(@src)]")) == (page, False, [])


def test_a_page_of_a_list_and_a_past_day_say_so(client, db, monkeypatch):
    monkeypatch.setattr(CityListView, "paginate_by", 1)
    one_of_everything("en")
    assert said_of(client, "/en/cities/?page=2")[0] == "Cities · Page 2 of 3 · Registry of learning cities"
    title, description = said_of(client, "/en/admissions/?as_of=2024-02-20")
    assert title == "Admissions · 20 February 2024 · Registry of learning cities"
    assert description.endswith(" · 20 February 2024")


def test_a_page_of_a_filtered_list_is_led_back_to_the_whole_list(client, db, monkeypatch):
    monkeypatch.setattr(CityListView, "paginate_by", 1)
    one_of_everything("en")
    found = head(client, "/en/cities/?country=MA&page=2")
    assert found.xpath("link[@rel='canonical']/@href") == ["http://testserver/en/cities/"]


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"cohort__year": 2020}, "is a member of {}, admitted 2020."),
        ({"cohort": None, "member_by": "2020-01-01"}, "is a member of {}; the year of admission is not known."),
        ({"ended_on": "2023-09-01", "end_reason": "withdrew"}, "was a member of {} until 1 September 2023."),
    ],
)
def test_a_city_is_described_by_its_standing(client, db, facts, standing):
    AdmissionFactory(city__slug="fez", city__name_en="Fez", **facts)
    sentence = standing.format("the UNESCO Global Network of Learning Cities")
    tail = "Its names, its admission and its place, with sources."
    assert said_of(client, "/en/cities/fez/")[1] == f"Fez (Morocco) {sentence} {tail}"


def test_a_city_that_is_no_member_is_not_described_as_one(client, db):
    AnnulledAdmissionFactory(city__slug="fez", city__name_en="Fez", city__profile_en="An old city.")
    assert said_of(client, "/en/cities/fez/")[1] == (
        "Fez (Morocco) is recorded here and is not a member of the UNESCO Global Network of Learning Cities. "
        "An old city."
    )


HOSTILE = '</script><script>alert("x")</script><!-- \u2028 & "quoted"'


def test_hostile_names_stay_text(client, db):
    AdmissionFactory(city__slug="fez", city__name_en=HOSTILE)
    page = client.get("/en/cities/fez/").content.decode()
    assert re.findall(r"<script(?! src=)[^>]*>", page) == ['<script type="application/ld+json">']
    assert data(client, "/en/cities/fez/")["WebPage"]["mainEntity"]["name"] == [{"@language": "en", "@value": HOSTILE}]
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert re.findall("[<>&\u2028\u2029]", block) == []


def test_a_city_is_described_for_machines_by_what_its_page_shows(client, db):
    one_of_everything(*LANGUAGES)
    graph = data(client, "/fr/cities/fez/")
    city = graph["WebPage"]["mainEntity"]
    assert graph["WebPage"]["inLanguage"] == "fr"
    assert (city["@type"], city["@id"]) == ("City", "http://testserver/cities/fez/#city")
    assert {name["@language"] for name in city["name"]} == {"en", "fr", "ar"}
    assert city["sameAs"] == [
        "https://www.geonames.org/2548885/",
        "http://www.wikidata.org/entity/Q80985",
        "https://example.org/",
    ]
    assert city["geo"] == {"@type": "GeoCoordinates", "latitude": 34.0, "longitude": -5.0}
    assert city["containedInPlace"]["identifier"] == "MA"
    assert [step["item"] for step in graph["BreadcrumbList"]["itemListElement"]] == [
        f"http://testserver/fr/{page}" for page in ("countries/", "countries/ma/", "cities/fez/")
    ]
    assert (graph["Event"]["startDate"], graph["Event"]["endDate"]) == ("2020-09-01", "2020-09-03")


@pytest.mark.parametrize(
    ("kind", "type_"),
    [("city", "City"), ("district", "AdministrativeArea"), ("county", "AdministrativeArea"),
     ("region", "AdministrativeArea"), ("consortium", "Organization"), ("", "AdministrativeArea")],
)  # fmt: skip
def test_a_body_that_is_no_city_is_not_called_one(client, db, kind, type_):
    MemberFactory(slug="fez", kind=kind)
    assert data(client, "/en/cities/fez/")["WebPage"]["mainEntity"]["@type"] == type_


def test_a_proposed_name_is_not_told_to_machines(client, db):
    MemberFactory(slug="fez", name_en="Fez", name_ar="فاس", name_ar_status="proposed")
    assert data(client, "/en/cities/fez/")["WebPage"]["mainEntity"]["name"] == [{"@language": "en", "@value": "Fez"}]


def test_an_article_is_its_publisher_s(client, db):
    NewsItemFactory(slug="fez", publisher="Le Matin", url="https://example.org/fez", published_on="2024-02-14")
    assert data(client, "/en/news/fez/")["WebPage"]["mainEntity"] == {
        "@type": "NewsArticle",
        "headline": "Fès rejoint le réseau",
        "inLanguage": "fr",
        "url": "https://example.org/fez",
        "datePublished": "2024-02-14",
        "publisher": {"@type": "Organization", "name": "Le Matin"},
    }


def test_a_description_in_brackets_is_no_headline(client, db):
    NewsItemFactory(slug="fez", title="[A notice on a wall]")
    article = data(client, "/en/news/fez/")["WebPage"]["mainEntity"]
    assert ("headline" in article, article["description"]) == (False, "[A notice on a wall]")


def test_a_cohort_lists_its_cities_and_the_home_page_is_about_the_network_and_its_registry(client, db):
    AdmissionFactory(city__slug="fez")
    cities = data(client, "/en/admissions/2020/")["WebPage"]["mainEntity"]
    assert (cities["@type"], cities["numberOfItems"]) == ("ItemList", 1)
    assert cities["itemListElement"][0]["url"] == "http://testserver/en/cities/fez/"
    home = data(client, "/en/")
    assert home["WebPage"]["mainEntity"]["@type"] == "Organization"
    assert home["Dataset"]["license"] == "http://testserver/en/about/#attributions"
    assert home["Dataset"]["distribution"]["contentUrl"] == "http://testserver/en/cities/cities.csv"
    assert home["Dataset"]["isBasedOn"]["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_every_page_leads_to_the_feeds_in_its_language(client, db):
    links = head(client, "/ar/about/").xpath("link[@type='application/atom+xml']/@href")
    assert links == ["/ar/news.atom", "/ar/admissions.atom", "/ar/corrections.atom"]


def test_a_page_says_its_language_and_is_not_sent_twice(client, db):
    first = client.get("/ar/about/")
    assert (first["Content-Language"], first.get("Vary")) == ("ar", "Accept-Encoding")
    assert client.get("/ar/about/", headers={"if-none-match": first["ETag"]}).status_code == 304
