"""Who answers for the registry is said where readers look for it, once it is set."""

import pytest
from django.core import checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from lxml import html

from gnlc.contact import email_can_be_written_to, somebody_answers

INVITES = "At the end of each page of a city, a country, a cohort or a news item you can suggest a correction"


def main_and_footer(client, page):
    root = html.fromstring(client.get(page).content.decode())
    return [" ".join(root.xpath(f"string(//{part})").split()) for part in ("main", "footer")]


@pytest.mark.parametrize("page", ["about", "accessibility"])
def test_a_name_and_an_address_stand_on_the_page_and_in_the_footer(client, db, settings, page):
    settings.CONTACT_NAME, settings.CONTACT_EMAIL = "Institute <of> learning", "registry@example.org"
    for part in main_and_footer(client, f"/en/{page}/"):
        assert "Institute <of> learning · registry@example.org" in part
        assert INVITES not in part
    assert client.get(f"/en/{page}/").content.decode().count('href="mailto:registry@example.org"') == 2


def test_one_of_both_is_shown_alone(client, db, settings):
    settings.CONTACT_NAME, settings.CONTACT_EMAIL = "Institute", ""
    assert "Who answers for this registry: Institute" in main_and_footer(client, "/en/")[1]
    settings.CONTACT_NAME, settings.CONTACT_EMAIL = "", "registry@example.org"
    assert "Who answers for this registry: registry@example.org" in main_and_footer(client, "/en/")[1]


@pytest.mark.parametrize("page", ["about", "accessibility"])
def test_without_either_the_pages_lead_to_the_suggestion_of_a_correction(client, db, settings, page):
    settings.CONTACT_NAME = settings.CONTACT_EMAIL = ""
    main, footer = main_and_footer(client, f"/en/{page}/")
    assert INVITES in main
    assert "Who answers for this registry:" not in footer


@pytest.mark.parametrize(
    ("name", "email", "missing"),
    [
        ("", "", ["CONTACT_NAME and CONTACT_EMAIL"]),
        ("Institute", "", ["CONTACT_EMAIL"]),
        ("", "registry@example.org", ["CONTACT_NAME"]),
        ("Institute", "registry@example.org", []),
    ],
)
def test_whoever_deploys_it_is_told_what_is_missing(settings, name, email, missing):
    settings.CONTACT_NAME, settings.CONTACT_EMAIL = name, email
    found = somebody_answers(None)
    assert [warning.msg for warning in found] == [
        f"{names} not set: readers are not told who answers for this registry." for names in missing
    ]
    assert {warning.level for warning in found} <= {checks.WARNING}


def test_an_address_that_is_none_stops_the_registry(settings):
    settings.CONTACT_EMAIL = "registry at example.org"
    with pytest.raises(SystemCheckError, match="CONTACT_EMAIL is not an e-mail address: 'registry at example.org'"):
        call_command("check")
    settings.CONTACT_EMAIL = "registry@example.org"
    assert email_can_be_written_to(None) == []


def test_about_lists_its_contents_and_begins_with_the_registry(client, db):
    root = html.fromstring(client.get("/en/about/").content.decode())
    sections = root.xpath("//main//section/@id")
    assert sections == [
        "learning-city", "registry", "contact", "attributions", "key-features", "joining", "conferences", "clusters",
        "together",
    ]  # fmt: skip
    assert root.xpath("//nav[@aria-label='On this page']/a/@href") == [f"#{name}" for name in sections[1:]]
    assert root.xpath("//section[@id='together']//a/@href") == [
        "/en/partnerships/", "/en/campaigns/", "/en/agreements/", "/en/events/",
    ]  # fmt: skip
    assert root.xpath("//section[@id='registry']//a/@href") == ["/en/sources/", "/en/cities/cities.csv"]
