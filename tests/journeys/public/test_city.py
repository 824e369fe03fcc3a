"""Readers of a city's page go on from it, take it along, and print it."""

import pytest
from playwright.sync_api import expect

WORDS = {"en": ("Fez", "57 km", "Ifrane"), "fr": ("Fès", "57 km", "Ifrane"), "ar": ("فاس", "57 كم", "إفران")}


@pytest.mark.parametrize("language", WORDS)
def test_the_nearest_member_is_a_click_away_and_knows_the_way_back(registry, visitor, language):
    name, km, nearest = WORDS[language]
    page = visitor(registry)
    page.goto(f"/{language}/cities/fez/")
    first = page.locator(".measures li").first
    expect(first).to_contain_text(km)
    first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(nearest)
    expect(page.locator(".measures li", has_text=km)).to_contain_text(name)


def test_previous_and_next_lead_through_the_list_of_all_members(registry, visitor):
    page = visitor(registry)
    page.goto("/en/cities/fez/")
    page.locator(".beside [rel=next]").click()
    page.locator(".beside [rel=prev]").click()
    expect(page).to_have_url(f"{registry}/en/cities/fez/")


def test_the_address_is_copied_where_the_browser_can_and_stands_there_where_it_cannot(registry, visitor):
    page = visitor(registry, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/en/cities/fez/")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{registry}/en/cities/fez/"

    plain = visitor(registry, java_script_enabled=False)
    plain.goto("/en/cities/fez/")
    expect(plain.get_by_label("Address of this page")).to_have_value(f"{registry}/en/cities/fez/")
    expect(plain.get_by_role("button", name="Copy")).to_have_count(0)


def test_on_paper_sources_are_unfolded_and_what_can_only_be_clicked_is_left_out(registry, visitor):
    page = visitor(registry)
    page.goto("/en/cities/fez/")
    source = page.locator(".profile .sources li").first
    assert not source.is_visible()
    page.emulate_media(media="print")
    assert source.is_visible()
    assert [page.locator(part).is_visible() for part in (".share", ".beside", ".suggest", ".portrait")] == [False] * 4


def test_on_a_phone_name_and_standing_come_first(registry, visitor):
    page = visitor(registry, viewport={"width": 360, "height": 740})
    page.goto("/en/cities/fez/")
    parts = (
        "h1",
        ".standing",
        ".place__context",
        ".profile__lead",
        ".factbox",
        ".profile__story",
        ".share",
    )
    tops = [page.locator(part).bounding_box()["y"] for part in parts]
    assert tops == sorted(tops)
    assert tops[3] < 740
    expect(page.locator(".portrait--drawn")).to_be_hidden()
