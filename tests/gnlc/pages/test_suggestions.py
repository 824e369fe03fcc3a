"""Readers suggest corrections of public pages."""

from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from records.models import Suggestion
from records.suggestions.forms import stamp
from tests.factories import AdmissionFactory, CityFactory, NewsItemFactory

CLAIM = {"wrong": "The population is wrong.", "right": "1,256,172", "source": "Census of 2024"}
FEZ = "/en/cities/fez/suggest/"


@pytest.fixture(autouse=True)
def city(db):
    cache.clear()
    return AdmissionFactory(city=CityFactory(slug="fez", name_en="Fez")).city


def handed_out(seconds=60):
    """The mark of a form that was opened so long ago."""
    return {"stamp": stamp(timezone.now() - timedelta(seconds=seconds))}


def send(client, page=FEZ, **facts):
    return client.post(page, CLAIM | handed_out() | facts)


def refused(response):
    """The sentences of a form that came back."""
    assert response.status_code == 422
    assert Suggestion.objects.count() == 0
    return [sentence for sentences in response.context["form"].errors.values() for sentence in sentences]


def test_a_suggestion_is_kept_with_its_source_and_the_reader_is_thanked(client, city):
    response = send(client, email="a@example.org")
    kept = Suggestion.objects.get()
    assert (response.status_code, response.url.partition("?")[0]) == (302, f"{FEZ}thanks/")
    assert f"It has the number {kept.pk}." in client.get(response.url).content.decode()
    assert (kept.record, kept.wrong, kept.right, kept.source, kept.email, kept.state) == (
        city, *CLAIM.values(), "a@example.org", "received",
    )  # fmt: skip
    assert mail.outbox == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("page", ["cities/fez/", "countries/ma/", "admissions/2020/", "news/fez-joins/"])
def test_every_kind_of_page_leads_to_its_form(client, language, page):
    NewsItemFactory(slug="fez-joins")
    form = f"/{language}/{page}suggest/"
    assert f'href="{form}"' in client.get(f"/{language}/{page}").content.decode()
    opened = client.get(form)
    assert (opened.status_code, opened.headers["X-Robots-Tag"]) == (200, "noindex")
    thanks = client.get(send(client, form).url)
    assert (thanks.status_code, thanks.headers["X-Robots-Tag"]) == (200, "noindex")
    assert Suggestion.objects.get().record.get_absolute_url() == f"/{language}/{page}"


@pytest.mark.parametrize("query", ["", "?sent=", "?sent=12", "?sent=%00", "?sent=MTI:1xV1j0:X4ba"])
def test_who_sent_nothing_is_led_to_the_form_instead_of_thanked(client, query):
    response = client.get(f"{FEZ}thanks/{query}")
    assert (response.status_code, response.url) == (302, FEZ)


@pytest.mark.parametrize("page", ["cities/atlantis/", "countries/de/", "admissions/1999/", "news/draft/"])
def test_what_is_not_public_cannot_be_corrected(client, page):
    NewsItemFactory(slug="draft", status="draft")
    assert client.get(f"/en/{page}suggest/").status_code == 404
    assert send(client, f"/en/{page}suggest/").status_code == 404
    assert client.get(f"/en/{page}suggest/thanks/").status_code == 404


@pytest.mark.parametrize("missing", ["wrong", "right", "source"])
def test_a_claim_needs_all_three_and_above_all_its_source(client, missing):
    assert refused(send(client, **{missing: " "})) == ["This field is required."]


LONG = "Ensure this value has at most 2000 characters (it has 1000000)."
NULL = "Null characters are not allowed."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x" * 1_000_000, LONG),
        ("a\0b", NULL),
        ("a\u202eb", "Remove the invisible character U+202E; it would change how the text reads."),
        ("a\x1bb", "Remove the invisible character U+001B; it would change how the text reads."),
        ("http://a.org " * 5, "There are 5 links in it; 4 are the most that can be sent."),
    ],
)
def test_hostile_text_gets_a_clear_sentence(client, text, sentence):
    assert sentence in refused(send(client, wrong=text))


@pytest.mark.parametrize("email", ["me", "a@b", "a" * 300 + "@example.org", "a@example.org\nBcc: b@example.org", "\0"])
def test_what_is_no_e_mail_address_is_refused(client, email):
    assert refused(send(client, email=email)) != []


@pytest.mark.parametrize("mark", ["", "x", "\0", "9" * 10_000, "MTc5:1xV1j0:X4ba"])
def test_what_nobody_handed_out_is_refused_and_may_be_sent_again(client, mark):
    response = send(client, stamp=mark)
    refused(response)
    assert client.post(FEZ, CLAIM | handed_out()).status_code == 302


def test_a_page_that_was_open_for_days_comes_back_with_all_that_was_written(client):
    response = send(client, **handed_out(seconds=2 * 24 * 3600))
    assert refused(response) == ["This page was open for too long. Please send it once more."]
    form = response.context["form"]
    assert (form["wrong"].value(), form["stamp"].value()) == (CLAIM["wrong"], form.initial["stamp"])


def test_what_is_faster_than_people_is_refused(client):
    assert refused(send(client, **handed_out(seconds=1))) == [
        "That was faster than people write. Please read it over and send it again."
    ]


def test_who_fills_in_what_people_do_not_see_is_asked_once_more_with_that_emptied(client):
    response = send(client, homepage="http://spam.example/")
    assert refused(response) == ["A field that people do not see was filled in. Please send it once more."]
    assert response.context["form"]["homepage"].value() == ""


def test_what_was_written_comes_back_escaped(client):
    script = "<script>alert(1)</script>"
    html = send(client, wrong=script, right="").content.decode()
    assert (script in html, script in unescape(html)) == (False, True)


def test_too_many_from_one_address_are_asked_to_wait_and_lose_nothing(client):
    assert [send(client).status_code for _suggestion in range(5)] == [302] * 5
    response = send(client)
    assert response.status_code == 429
    assert response.context["form"]["wrong"].value() == CLAIM["wrong"]
    assert Suggestion.objects.count() == 5


def test_what_another_site_sends_is_refused():
    assert send(Client(enforce_csrf_checks=True)).status_code == 403
    assert Suggestion.objects.count() == 0


def test_how_a_browser_ends_lines_does_not_count(client):
    text = "\r\n".join(["x" * 9] * 200)  # 1999 letters as people count, and 2198 as browsers send them
    send(client, wrong=text)
    assert Suggestion.objects.get().wrong == text.replace("\r\n", "\n")


def test_nothing_of_who_sent_it_is_in_the_database(client):
    client.post(FEZ, CLAIM | handed_out(), REMOTE_ADDR="192.0.2.77", headers={"user-agent": "Telltale/1.0"})
    row = str(Suggestion.objects.values().get())
    assert ("192.0.2.77" in row, "Telltale" in row) == (False, False)


@pytest.mark.parametrize("number", [0, 20])
def test_the_form_costs_the_same_queries_however_much_was_sent(client, number, django_assert_num_queries):
    for _suggestion in range(number):
        cache.clear()
        send(client)
    with django_assert_num_queries(1):
        client.get(FEZ)
