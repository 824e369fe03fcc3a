"""Visitors look for cities."""

import re

import pytest
from django.utils.translation import gettext, override
from playwright.sync_api import expect

from tests.journeys.axe import violations

# What somebody types, in another script than the page's, and how the page names what was looked for.
FEZ = {"en": ("فاس", "Fez", "Morocco"), "fr": ("فاس", "Fès", "Maroc"), "ar": ("Fès", "فاس", "المغرب")}
MOROCCO_2024 = {
    "en": ["Agadir", "Essaouira", "Fez"],
    "fr": ["Agadir", "Essaouira", "Fès"],
    "ar": ["أكادير", "الصويرة", "فاس"],
}
MOROCCO_2020 = {
    "en": ["Benguerir", "Chefchaouen"],
    "fr": ["Benguerir", "Chefchaouen"],
    "ar": ["ابن جرير", "شفشاون"],
}


def search(page, text):
    page.locator("#q").fill(text)
    page.keyboard.press("Enter")


def narrow(page, language, facet, choice):
    """Follow the link of a choice beside the list, unfolding first what is folded."""
    with override(language):
        title = page.locator("summary", has_text=re.compile(f"^{gettext(facet)}$"))
    panel = page.locator(".facet").filter(has=title)
    link = panel.get_by_role("link", name=re.compile(f"^{choice}"))
    if not link.is_visible():
        panel.locator("summary").click()
    link.click()


def expect_cities(page, names):
    expect(page.locator(".results .card__name")).to_have_text(names)


def expect_chips(page, *labels):
    expect(page.locator(".chips bdi")).to_have_text(labels)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_city_is_found_in_another_script_and_its_cohort_and_country_from_there(visitor, registry, language):
    typed, city, country = FEZ[language]
    page = visitor(registry, locale=language)

    page.goto("/")
    search(page, typed)
    expect_cities(page, [city])

    narrow(page, language, "Year of admission", "2024")
    narrow(page, language, "Country", country)
    expect_chips(page, typed, country, "2024")
    page.locator(".chips").get_by_role("link", name=typed).click()
    expect_chips(page, country, "2024")
    expect_cities(page, MOROCCO_2024[language])

    page.get_by_role("link", name=city, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(city)
    page.get_by_role("listitem").filter(has_text="2024").get_by_role("link", name="2024").first.click()
    expect(page).to_have_url(f"{registry}/{language}/admissions/2024/")
    page.get_by_role("heading", name=country).get_by_role("link").click()
    expect(page).to_have_url(f"{registry}/{language}/countries/ma/")
    expect(page.get_by_role("heading", level=1)).to_have_text(country)


def test_changing_the_language_keeps_the_filters_and_is_remembered(visitor, registry):
    page = visitor(registry, locale="fr")
    page.goto("/en/cities/?country=MA&year=2020")
    expect_cities(page, MOROCCO_2020["en"])

    page.get_by_role("link", name="العربية").click()

    expect(page).to_have_url(f"{registry}/ar/cities/?country=MA&year=2020")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect_cities(page, MOROCCO_2020["ar"])
    page.goto("/")
    expect(page).to_have_url(f"{registry}/ar/")


def test_the_registry_works_on_a_phone_without_javascript(visitor, registry):
    page = visitor(registry, locale="ar", java_script_enabled=False, viewport={"width": 360, "height": 740})

    page.goto("/")
    page.get_by_role("button", name="القائمة").click()
    page.get_by_role("banner").get_by_role("link", name="المدن").click()
    for facet, choice in (("Year of admission", "2024"), ("Country", "المغرب")):
        page.locator(".filters > summary").click()
        narrow(page, "ar", facet, choice)
    expect_chips(page, "المغرب", "2024")
    expect_cities(page, MOROCCO_2024["ar"])
    search(page, "فاس")
    expect_chips(page, "فاس", "المغرب", "2024")
    expect_cities(page, ["فاس"])


def test_a_mistyped_name_leads_to_the_city_that_was_meant(visitor, registry):
    page = visitor(registry)
    page.goto("/en/")
    search(page, "Benguerrir")
    expect(page.get_by_role("heading", name="0 member cities")).to_be_visible()
    page.get_by_role("link", name="Benguerir").click()
    expect(page).to_have_url(f"{registry}/en/cities/benguerir/")


def test_the_keyboard_alone_leads_to_a_city(visitor, registry):
    page = visitor(registry)

    page.goto("/en/")
    tab_to(page, page.get_by_role("banner").get_by_role("link", name="Cities", exact=True))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{registry}/en/cities/")
    tab_to(page, page.get_by_role("link", name="Skip to the content"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("combobox"))
    page.keyboard.type("Fez")
    page.keyboard.press("Enter")
    expect_cities(page, ["Fez"])
    tab_to(page, page.get_by_role("link", name="Fez", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Fez")


def tab_to(page, target, most=60):
    """Press the tab key until the target has the focus."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{target} is not reached by {most} presses of the tab key")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_names_are_offered_while_typing_and_one_is_chosen_by_keyboard(visitor, registry, language):
    _, city, _ = FEZ[language]
    page = visitor(registry, locale=language)
    page.goto("/")
    box, options = page.get_by_role("combobox"), page.get_by_role("option")

    box.press_sequentially("fez" if language == "en" else city[:2])
    expect(options.filter(has_text=city)).to_have_count(1)
    assert violations(page) == []
    box.press("Escape")
    expect(options).to_have_count(0)
    box.press("End")
    box.press_sequentially(" " if language == "en" else city[2:])
    expect(options.first).to_contain_text(city)
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "q-names-0")
    box.press("Enter")
    expect(page).to_have_url(f"{registry}/{language}/cities/fez/")


def test_the_sections_are_behind_a_button_on_a_narrow_screen(visitor, registry):
    page = visitor(registry, locale="ar", viewport={"width": 360, "height": 740})
    page.goto("/")
    with override("ar"):
        sections = page.get_by_role("banner").get_by_role("navigation", name=gettext("Sections"), exact=True)
        expect(sections).to_be_hidden()
        page.get_by_role("button", name=gettext("Menu")).press("Enter")
        expect(sections).to_be_visible()
        assert violations(page) == []
        page.keyboard.press("Escape")
        expect(sections).to_be_hidden()
        page.get_by_role("button", name=gettext("Menu")).click()
        sections.get_by_role("link", name=gettext("Countries")).click()
    expect(page).to_have_url(f"{registry}/ar/countries/")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_on_a_phone_published_sizes_are_cards_that_need_no_scrolling_and_stay_a_table(visitor, registry, language):
    page = visitor(registry, viewport={"width": 360, "height": 740})
    page.goto(f"/{language}/admissions/")
    frame = page.locator("#figures .table-frame")
    assert frame.evaluate("frame => frame.scrollWidth - frame.clientWidth") == 0
    row = page.get_by_role("table").get_by_role("row").nth(1)
    assert (row.get_by_role("rowheader").count(), row.get_by_role("cell").count()) == (1, 4)
    assert round(row.locator(".table__wide").bounding_box()["width"]) == 328


@pytest.mark.parametrize(("page_of", "is_explained"), [("/fr/countries/ca/", False), ("/ar/cities/?country=TH", True)])
def test_the_dotted_line_is_explained_where_a_name_has_one(visitor, registry, page_of, is_explained):
    page = visitor(registry)
    page.goto(page_of)
    assert page.locator(".legend").is_visible() == is_explained == (page.locator("bdi.proposed").count() > 0)


@pytest.mark.parametrize("path", ["statistics/", "countries/", "admissions/", "countries/ma/"])
def test_another_day_is_chosen_right_under_the_lead_without_javascript(visitor, registry, path):
    page = visitor(registry, java_script_enabled=False)
    page.goto(f"/en/{path}")
    page.locator(".lead + .another-day summary").click()
    page.get_by_label("As of a day").fill("2020-09-23")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".another-day summary")).to_contain_text("As of 23 September 2020")


def test_on_paper_there_is_nothing_to_press_but_the_address_and_the_day(visitor, registry):
    page = visitor(registry)
    page.goto("/en/statistics/?as_of=2020-09-23")
    line = page.locator(".on-paper")
    expect(line).to_be_hidden()
    page.emulate_media(media="print")
    expect(line).to_contain_text("As of 23 September 2020 · read on")
    assert line.get_attribute("data-address") == page.url
    assert page.locator("form:visible, button:visible, .button:visible").count() == 0
