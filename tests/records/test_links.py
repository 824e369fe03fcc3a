"""Addresses of published texts: what is no name of a host, what is linked no longer, what is at a strange host."""

import pytest
from django.core.exceptions import ValidationError

from admissions.forms import SourceForm
from cities.models import City, Source
from cities.strange_hosts import strange_hosts
from news.models import NewsItem
from records.links import site, validate_named_host
from records.suggestions.forms import SuggestionForm
from tests.factories import AdmissionFactory, SourceFactory

NUMBERS = [
    "http://65.108.61.0/article", "http://65.108.61.0:8080/", "https://3232235777/", "http://0x7f.0.0.1/",
    "http://0xC0A80001/", "http://0300.0250.0.1/", "http://127.1/", "http://[2001:db8::1]/", "http://[::1]:80/a",
    "http://65.108.61.0./", "http://user@65.108.61.0/", "http://６５.１０８.６１.０/",
]  # fmt: skip
BARE = "Give an address with the name of a site; this one is a bare number."


@pytest.mark.parametrize("address", NUMBERS)
def test_a_bare_number_is_no_host(address):
    with pytest.raises(ValidationError, match="a bare number"):
        validate_named_host(address)


@pytest.mark.parametrize(
    "address", ["https://www.unesco.org/", "https://7news.ma/a", "https://1.fm/", "http://65.108.61.0.nip.io/", ""]
)
def test_a_name_of_a_host_is_one_even_with_numbers_in_it(address):
    assert validate_named_host(address) is None


def test_it_is_refused_wherever_an_address_is_recorded(db):
    for record, field in ((Source(), "url"), (NewsItem(), "url"), (City(), "website")):
        setattr(record, field, NUMBERS[0])
        with pytest.raises(ValidationError) as refused:
            record.clean_fields()
        assert BARE in refused.value.message_dict[field]
    assert BARE in SourceForm({"url": NUMBERS[0]}).errors["url"]
    assert SuggestionForm({"wrong": "a", "right": "b", "source": f"See {NUMBERS[0]}"}).errors["source"] == [BARE]


@pytest.fixture
def withdrawn(db):
    source = SourceFactory(
        slug="copy", url="http://www.betting.example/vinh", is_copy=True, link_withdrawn=True, publisher="Vietnam News"
    )
    admission = AdmissionFactory(city__slug="fez")
    admission.sources.add(source)
    admission.cohort.sources.add(source)
    return source


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "copy no longer linked"), ("fr", "copie sans lien désormais"), ("ar", "لم تعد النسخة مرتبطة")],
)
def test_an_address_that_was_withdrawn_is_nowhere_and_the_source_stays(client, withdrawn, language, said):
    pages = ["sources/", "sources/copy/", "cities/fez/", "admissions/2020/"]
    files = ["cities/cities.csv", "admissions.atom", "admissions/", "network/"]
    shown = {page: b"".join(client.get(f"/{language}/{page}")).decode() for page in pages + files}
    assert [page for page, text in shown.items() if "betting" in text] == []
    assert [page for page in pages[:3] if said not in shown[page]] == []


def test_a_text_at_another_site_than_all_others_of_its_publisher_is_asked_about(db):
    for number in range(3):
        SourceFactory(publisher="UNESCO", url=f"https://www.unesco.org/{number}")
    SourceFactory(publisher="UNESCO", url="https://uil.unesco.org/")
    strange = SourceFactory(publisher="UNESCO", url="http://songs.example/")
    SourceFactory(publisher="UNESCO", url="http://other.example/", is_copy=True)
    SourceFactory(publisher="Gazette", url="https://gazette.example/")
    assert strange_hosts(Source.objects.all()) == [(strange, "unesco.org")]


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("https://www.uil.unesco.org/a", "unesco.org"),
        ("https://a.gov.uk/", "a.gov.uk"),
        ("https://news.b.co.kr", "b.co.kr"),
    ],
)
def test_a_site_is_what_one_body_registers(address, body):
    assert site(address) == body
