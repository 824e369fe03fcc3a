"""What the three feeds have in common; those of admissions and news have tests of their own."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from records.output.feeds import identifier
from tests.one_of_everything import one_of_everything

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ["news.atom", "admissions.atom", "corrections.atom"]


def read(client, address):
    return ElementTree.fromstring(client.get(address).content)  # noqa: S314


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_is_in_the_language_of_its_address_and_its_entries_lead_to_pages(client, db, feed, language):
    one_of_everything("en", "fr", "ar")
    root = read(client, f"/{language}/{feed}")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"http://testserver/{language}/{feed}"
    assert root.find(f"{ATOM}id").text == f"tag:testserver,2026:/{language}/{feed}"
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        links = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
        assert client.get(urlsplit(links["alternate"]).path).status_code == 200
        assert links["via"] == "https://example.org/"
        assert all(entry.find(f"{ATOM}{part}") is not None for part in ("title", "id", "updated", "summary"))


@pytest.mark.parametrize("feed", FEEDS)
def test_a_text_that_stands_in_for_another_says_its_language(client, db, feed):
    one_of_everything("en")
    entry = read(client, f"/ar/{feed}").find(f"{ATOM}entry")
    spoken = {part: entry.find(f"{ATOM}{part}").get("{http://www.w3.org/XML/1998/namespace}lang")
              for part in ("title", "summary")}  # fmt: skip
    assert (
        spoken
        == {
            "news.atom": {"title": "ko", "summary": "en"},
            "admissions.atom": {"title": "en", "summary": None},
            "corrections.atom": {"title": None, "summary": "en"},
        }[feed]
    )


@pytest.mark.parametrize("feed", FEEDS)
def test_what_has_not_changed_is_not_sent_again(client, db, feed):
    one_of_everything("en")
    first = client.get(f"/en/{feed}")
    again = client.get(f"/en/{feed}", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "public, max-age=600"
    assert client.post(f"/en/{feed}").status_code == 405


@pytest.mark.parametrize("feed", FEEDS)
def test_an_empty_feed_is_one(client, db, feed):
    assert read(client, f"/en/{feed}").findall(f"{ATOM}entry") == []


def test_an_identifier_does_not_hang_on_the_way_a_page_is_reached():
    assert identifier("http://example.org/en/news/fez/") == identifier("https://example.org:8000/en/news/fez/")
    assert identifier("https://example.org/en/a/#b") == "tag:example.org,2026:/en/a//b"
