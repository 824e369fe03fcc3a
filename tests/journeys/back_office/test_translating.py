"""A translator at work, in the interface of either direction of writing."""

import re

import pytest
from playwright.sync_api import expect

from cities.models import City
from gnlc.workbench.models import Term
from records.models import HistoryEntry, TranslationState
from tests.factories import CityFactory
from tests.journeys.axe import violations

NAMES = {
    "Anadia": "أناديا", "Arak": "أراك", "Balanga": "بالانغا", "Barranco": "بارانكو", "Batalha": "باتاليا",
    "Brest": "بريست", "Buan": "بوان", "Cascais": "كاسكايس", "Cugir": "كوجير", "Cuenca": "كوينكا",
}  # fmt: skip
LANGUAGES = pytest.mark.parametrize("language", ["en", "ar"])


@pytest.fixture
def ten_names(transactional_db):
    """Ten cities whose French names are confirmed and whose Arabic ones are not written."""
    for name in NAMES:
        CityFactory(name_en=name, name_fr=name, name_fr_status="same")


@pytest.fixture
def stale(transactional_db):
    """A profile that changed in English after it was translated into Arabic."""
    term = {"term_en": "learning city", "term_fr": "ville apprenante", "term_ar": "مدينة التعلم"}
    Term.objects.create(slug="learning-city", kind="word", **term)
    city = CityFactory(name_en="Fez", name_fr="Fès", name_ar="فاس", profile_fr="Une ville apprenante de 1200 ans.")
    city.profile_en, city.profile_ar = "A learning city of 1200 years.", "مدينة التعلم عمرها 1200 سنة."
    city.save()
    city.profile_en = "An old learning city of 1200 years."
    city.save()
    return city


@LANGUAGES
def test_ten_names_are_translated_by_keyboard_alone(ten_names, signed_in, language):
    page = signed_in(
        "translator", "/admin/workbench/texts/?kind=cities.city&language=ar&state=missing", locale=language
    )
    page.locator("a.button.default").click()
    for _each in NAMES:
        source = page.locator(".workbench-source").first.inner_text()
        expect(page.locator("textarea[lang=ar][dir=rtl]")).to_be_focused()
        address = page.url
        page.keyboard.insert_text(NAMES[source])
        page.keyboard.press("Control+Enter")
        page.wait_for_url(lambda url, before=address: url != before)
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert dict(City.objects.values_list("name_en", "name_ar")) == NAMES
    assert not TranslationState.objects.filter(language="ar", field="name", state="missing").of_kind(City).exists()
    assert {str(entry.actor) for entry in HistoryEntry.objects.filter(changes__has_key="name_ar_status")} == {"amina"}


def test_proposed_names_are_confirmed_by_keyboard_alone(ten_names, signed_in):
    for city in City.objects.all():
        city.name_ar, city.name_ar_status = NAMES[city.name_en], "proposed"
        city.save()
    page = signed_in("translator", "/admin/workbench/texts/?language=ar&state=to_check")
    page.locator("a.button.default").click()
    for _each in NAMES:
        page.wait_for_load_state()  # with the script that listens to the keyboard
        address = page.url
        page.keyboard.press("Control+Shift+Enter")
        page.wait_for_url(lambda url, before=address: url != before)
    assert set(City.objects.values_list("name_ar_status", flat=True)) == {"checked"}


@LANGUAGES
def test_on_a_phone_source_and_translation_are_read_without_scrolling_sideways(stale, signed_in, language):
    viewport = {"width": 360, "height": 800}
    page = signed_in("translator", "/admin/workbench/texts/?state=stale", locale=language, viewport=viewport)
    scroller = page.locator(".scroller")
    assert scroller.evaluate("each => each.scrollWidth - each.clientWidth") == 0
    for text in ("An old learning city of 1200 years.", "مدينة التعلم عمرها 1200 سنة."):
        expect(scroller.get_by_text(text).first).to_be_visible()


def test_one_leafs_by_keyboard_and_what_was_typed_is_not_left_by_mistake(ten_names, signed_in):
    page = signed_in("translator", "/admin/workbench/texts/?language=ar&kind=cities.city")
    page.locator("a.button.default").click()
    page.wait_for_load_state()  # with the script that listens to the keyboard
    first = page.url
    page.keyboard.press("Alt+PageDown")
    page.wait_for_url(lambda url: url != first)
    page.keyboard.press("Alt+PageUp")
    page.wait_for_url(first)
    page.locator("textarea").fill("بويب")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.keyboard.press("Alt+PageDown")
    page.wait_for_timeout(300)
    assert (page.url, asked) == (first, ["beforeunload"])


@LANGUAGES
def test_a_profile_that_is_out_of_date_is_found_compared_and_written_anew(stale, signed_in, language):
    page = signed_in("translator", "/admin/workbench/", locale=language)
    page.locator(".state-stale a").last.click()
    page.locator("a.button.default").click()
    sides = [page.locator(part).first.bounding_box()["x"] for part in (".workbench-source", "textarea")]
    assert sides == sorted(sides)
    expect(page.locator("del")).to_have_text("A ")
    expect(page.locator("ins")).to_have_text("An old ")
    expect(page.locator(".workbench-terms dd strong")).to_have_text("مدينة التعلم")
    page.locator(".workbench-sides summary").click()
    expect(page.locator("details [lang=fr][dir=ltr]")).to_have_text("Une ville apprenante de 1200 ans.")

    page.locator("textarea").fill("مدينة عريقة")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".workbench-warnings li")).to_have_count(2)
    page.locator("textarea").fill("مدينة التعلم عريقة عمرها 1200 سنة.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/texts/?*")
    stale.refresh_from_db()
    assert stale.profile_ar == "مدينة التعلم عريقة عمرها 1200 سنة."
    assert {each.column: each.state for each in stale.translations.all()}["profile_ar"] == "done"


@LANGUAGES
def test_names_leave_as_a_po_file_and_come_back_translated(ten_names, signed_in, language):
    page = signed_in(
        "translator", "/admin/workbench/texts/?kind=cities.city&language=ar&state=missing", locale=language
    )
    with page.expect_download() as download:
        page.get_by_role("link", name="PO", exact=True).click()
    text = download.value.path().read_text("utf-8")
    written = re.sub(r'msgid "(\w+)"\nmsgstr ""', lambda entry: f'{entry[0][:-1]}{NAMES[entry[1]]}"', text)

    page.goto("/admin/workbench/upload/")
    file = {"name": "ten.po", "mimeType": "text/x-gettext-translation", "buffer": written.encode()}
    page.locator("[name=file]").set_input_files(file)
    page.locator("#content [type=submit]").click()
    expect(page.locator("#outcome-new")).to_contain_text("10")
    assert not City.objects.filter(name_ar__gt="").exists()
    page.locator("#content button.default").click()
    expect(page.locator(".messagelist .success")).to_contain_text("10")
    assert dict(City.objects.values_list("name_en", "name_ar")) == NAMES


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "light", 1280), ("ar", "dark", 360)])
def test_axe_finds_nothing_at_the_workbench(stale, signed_in, language, scheme, width):
    viewport = {"width": width, "height": 800}
    page = signed_in("translator", "/admin/workbench/", locale=language, color_scheme=scheme, viewport=viewport)
    state = TranslationState.objects.get(state="stale", language="ar")
    found = {}
    for path in ("", "texts/", f"texts/{state.pk}/?state=open", "upload/", "interface/"):
        page.goto(f"/admin/workbench/{path}")
        found[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert found == dict.fromkeys(found, [])
