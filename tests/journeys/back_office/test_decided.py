"""Somebody decides at the desk after the session has ended."""

import pytest
from playwright.sync_api import expect

from admissions.models import RoundEntry
from tests.admissions.desk.rounds import make_countries, round_of
from tests.journeys.axe import violations
from tests.journeys.back_office.conftest import PASSWORD


@pytest.fixture
def recording(records):
    make_countries()
    return round_of("Fez (Morocco)", "Santiago (Mexico)")


@pytest.mark.parametrize(
    ("locale", "width", "script"), [("en", 1280, True), ("en", 360, False), ("fr", 360, True), ("ar", 360, True)]
)
def test_a_decision_waits_for_signing_in_and_is_done_by_a_press(recording, registrar, locale, width, script):
    page = registrar(
        recording.get_absolute_url(), locale=locale, java_script_enabled=script,
        viewport={"width": width, "height": 800},
    )  # fmt: skip
    page.context.clear_cookies(name="sessionid")
    reason = page.locator(".desk-entry [name=reason]").first
    reason.fill("Not in the final list.")
    page.locator(".desk-entry [name=leave_out]").first.click()

    page.locator("[name=username]").fill("amina")
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    decided = page.locator("#content strong")
    expect(decided).to_contain_text("Not in the final list.")
    expect(decided).to_contain_text("Santiago")
    assert RoundEntry.objects.get(name_en="Santiago").decision == "open"
    if script:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.locator("#content form button").click()
    expect(page.locator(".desk-entry--left_out")).to_contain_text("Not in the final list.")
    entry = RoundEntry.objects.get(name_en="Santiago")
    assert (entry.decision, entry.decided_by.username) == ("left_out", "amina")
    expect(page.locator(".draft")).to_have_count(0)
    if script:
        kept = "Object.keys(localStorage).filter((key) => key.startsWith('gnlc.draft')).length"
        assert page.evaluate(kept) == 0


def test_whoever_goes_back_instead_finds_the_entry_and_what_was_typed(recording, registrar):
    page = registrar(recording.get_absolute_url())
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Left out, because").fill("Not in the final list.")
    page.get_by_role("button", name="Leave out").click()
    page.locator("[name=username]").fill("amina")
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Back to where it was, without doing it").click()
    expect(page.get_by_label("Left out, because")).to_have_value("Not in the final list.")
    assert RoundEntry.objects.get(name_en="Santiago").decision == "open"
