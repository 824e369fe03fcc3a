"""A reader suggests a correction, and an editor decides on it."""

import pytest
from django.core.cache import cache
from django.utils.translation import gettext, override
from playwright.sync_api import expect

from admissions.models import Cohort
from cities.models import City
from records.suggestions import forms
from tests.factories import AdmissionFactory
from tests.journeys.axe import violations

SCRIPT = "<script>document.title = 'taken over'</script>"


@pytest.fixture(autouse=True)
def _member(records):
    """Fez is a member, so that it has a public page."""
    AdmissionFactory(city=City.objects.get(slug="fez"), cohort=Cohort.objects.get(year=2024))


@pytest.fixture(autouse=True)
def _patience(monkeypatch):
    """A browser that is driven writes faster than people."""
    monkeypatch.setattr(forms, "LEAST_SECONDS", 0)
    cache.clear()


def suggest(page, language, **texts):
    """From the page of the city, by the link at its end."""
    with override(language):
        page.goto(f"/{language}/cities/fez/")
        page.get_by_role("link", name=gettext("Suggest a correction of this page")).click()
        for field, text in texts.items():
            page.locator(f"[name={field}]").fill(text)
        page.get_by_role("button", name=gettext("Send"), exact=True).click()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_reader_suggests_a_correction_without_javascript(records, visitor, live_server, language):
    page = visitor(live_server, java_script_enabled=False, viewport={"width": 360, "height": 740})
    suggest(page, language, wrong="Fez", right="فاس", source="www.fes.ma")
    with override(language):
        expect(page.get_by_role("heading", level=1)).to_have_text(gettext("Thank you"))
        page.get_by_role("link", name=gettext("Back to the page")).click()
    expect(page).to_have_url(f"{live_server.url}/{language}/cities/fez/")


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_what_was_refused_comes_back_with_the_way_to_the_field(records, visitor, live_server, language, scheme):
    page = visitor(live_server, color_scheme=scheme, viewport={"width": 320, "height": 740})
    suggest(page, language, wrong="Fez", right="\u202eFes", source="www.fes.ma")
    expect(page.get_by_role("alert")).to_be_focused()
    border = "field => getComputedStyle(field).borderColor"
    right, wrong = (page.locator(f"[name={name}]") for name in ("right", "wrong"))
    expect(wrong).to_have_value("Fez")
    assert right.evaluate(border) != wrong.evaluate(border)
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.locator("[name=right]")).to_be_focused()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_an_editor_decides_beside_the_record(signed_in, records):
    editor = signed_in("editor")
    suggest(editor, "en", wrong=SCRIPT, right="Population: 1,256,172", source="Census of 2024")
    editor.goto("/admin/")
    editor.get_by_role("link", name="1 suggested correction waits").click()
    editor.get_by_role("link", name="Fez", exact=True).click()
    expect(editor.locator("#content")).to_contain_text(SCRIPT)

    editor.get_by_role("link", name="its form").click()
    editor.locator("[name=population]").fill("1256172")
    editor.get_by_role("button", name="Save", exact=True).click()
    editor.goto("/admin/records/suggestion/")
    editor.get_by_role("link", name="Fez", exact=True).click()
    expect(editor.locator(".side-by-side")).to_contain_text("1256172")
    editor.get_by_role("link", name="Followed", exact=True).click()
    editor.get_by_role("button", name="Followed", exact=True).click()
    expect(editor.locator(".messagelist .success")).to_contain_text("Recorded: Followed")
    editor.goto("/admin/")
    expect(editor.get_by_role("link", name="suggested correction waits")).to_have_count(0)
    assert City.objects.get().population == 1_256_172
