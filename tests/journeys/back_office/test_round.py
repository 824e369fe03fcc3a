"""A registrar records a whole round from its press releases."""

import pytest
from playwright.sync_api import expect

import cities.imports
from admissions.models import Admission, Intake
from cities.models import City, Country, CountryName, Source
from records.loading import load
from tests.factories import AdmissionFactory, CohortFactory
from tests.journeys.axe import violations

from .round_of_64 import arabic, english, french

# Counts what a person does: clicks, and keys besides pasting. `insert_text` of the tests is a paste.
COUNTER = """
for (const kind of ["click", "keydown"]) {
  document.addEventListener(kind, (event) => {
    const byPerson = event.isTrusted && (kind === "keydown" || event.detail > 0);
    if (byPerson) sessionStorage[kind] = Number(sessionStorage[kind] || 0) + 1;
  }, true);
}
"""


@pytest.fixture
def registry(records):
    """Every country, the round before, and Muharraq, which is a member since 2019."""
    for table in cities.imports.TABLES:
        if table.model in (Source, Country, CountryName):
            load(table)
    CohortFactory(year=2022, network_cities_after=294)
    AdmissionFactory(
        city__slug="muharraq", city__name_en="Muharraq", city__name_ar="المحرق", city__country=Country(pk="BH"),
        cohort__year=2019,
    )  # fmt: skip


def paste(page, field, text):
    page.locator(f"[name={field}]").click()
    page.keyboard.insert_text(text)


def write(page, field, text):
    page.locator(f"[name={field}]").click()
    page.keyboard.type(text)


def begin(page, **lists):
    page.get_by_role("link", name="Record a round").click()
    write(page, "year", "2026")
    for language, text in lists.items():
        paste(page, f"{language}-text", text)
        write(page, f"{language}-publisher", "UNESCO")
    page.get_by_role("button", name="Read the lists").click()


def test_a_round_of_64_cities_in_three_languages_takes_few_clicks_and_keys(registry, registrar):
    page = registrar()
    page.add_init_script(COUNTER)
    page.reload()
    begin(page, en=english(), fr=french(), ar=arabic())

    undecided = page.locator("[data-undecided]")
    expect(page.locator(".desk-certain > summary")).to_have_text("59 certain entries")
    expect(undecided).to_have_text("5")
    page.get_by_role("link", name="Begin").click()
    for key, left in [("1", "4"), ("1", "3"), ("1", "2"), ("1", "1"), ("n", "0")]:
        page.keyboard.press(key)
        expect(undecided).to_have_text(left)
        page.keyboard.press("Enter")

    page.wait_for_selector(".desk-controls")
    expect(page.locator("[data-hindrances] li")).to_have_text(
        ["The numbers found and announced differ, and nobody has said why."]
    )
    expect(page.locator(".desk-controls tr", has_text="differs")).to_have_count(1)
    page.get_by_text("What was announced, and why the numbers differ").click()
    write(page, "difference", "One member left.")
    page.get_by_role("button", name="Save the numbers").click()

    page.get_by_role("link", name="Preview").click()
    page.locator("#content").get_by_role("link", name="Arabic").first.click()
    expect(page.locator("html[lang=ar] .preview")).to_be_visible()
    expect(page.locator(".group li")).to_have_count(64)
    assert not City.objects.exclude(slug__in=["fez", "muharraq"]).exists()
    page.locator(".preview a").click()

    page.get_by_role("link", name="Publish …").click()
    page.get_by_role("button", name="Publish now").click()
    expect(page.locator(".messagelist .success")).to_have_text("The round is public.")
    clicks, keys = (page.evaluate(f"Number(sessionStorage.{kind})") for kind in ("click", "keydown"))
    assert clicks <= 60
    assert keys <= 120

    for language, city in [("en", "Nanjing"), ("fr", "Nankin"), ("ar", "نانجينغ")]:
        page.goto(f"/{language}/admissions/2026/")
        expect(page.locator(".group li")).to_have_count(64)
        expect(page.locator(".group").get_by_text(city, exact=True)).to_be_visible()
    assert Admission.objects.filter(cohort__slug="2026").count() == 64


def test_two_people_decide_without_overwriting_each_other(registry, registrar):
    page = registrar()
    begin(page, en="Santiago (Mexico)\nSanta Cruz (Mexico)\nSan Pedro (Mexico)")
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_role("link", name="Begin").click()
    page.keyboard.press("n")
    first = page.locator(".desk-entry").first
    expect(first).to_contain_text("New city")

    other.get_by_role("link", name="Begin").click()
    other.keyboard.press("1")
    expect(other.locator(".desk-entry").first.get_by_role("alert")).to_have_text(
        "This entry was changed meanwhile, by somebody else or in another tab. Nothing was overwritten."
    )
    expect(other.locator(".desk-entry").first).to_contain_text("without coordinates")

    page.keyboard.press("u")
    expect(first.locator(".desk-candidates")).to_be_visible()
    page.keyboard.press("x")
    page.keyboard.type("Not in the final list.")
    page.keyboard.press("Enter")
    expect(first).to_contain_text("Left out · Not in the final list.")


@pytest.mark.parametrize("script", [True, False])
def test_the_desk_works_with_and_without_script(registry, registrar, script):
    page = registrar(java_script_enabled=script)
    begin(page, en="Fez (Morocco)\nSantiago (Mexico)\nAtlantis (Lemuria)\nAgadir (Morocco)")
    page.get_by_role("textbox", name="Left out, because").first.fill("A legend.")
    page.get_by_role("button", name="Leave out").first.click()
    page.get_by_role("button", name="New city, place unknown").click()
    expect(page.locator(".desk-entry", has_text="Santiago")).to_contain_text("Decide anew")
    page.get_by_role("link", name="Publish …").click()
    expect(page.get_by_text("The day of the announcement is missing.")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("en", "light", 1280), ("fr", "light", 360), ("ar", "dark", 360)]
)
def test_axe_finds_nothing_at_the_desk(registry, registrar, language, scheme, width):
    page = registrar(locale=language, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto("/admin/admissions/recording/add/")
    found = {"begin": violations(page, outside=[".select2"])}
    page.locator("[name=year]").fill("2026")
    page.locator("[name=en-text]").fill("Fez (Morocco)\nSantiago (Mexico)\nAtlantis (Lemuria)\nAgadir (Morocco)")
    page.locator("[name=en-publisher]").fill("UNESCO")
    page.locator(".submit-row [type=submit]").click()
    page.wait_for_selector("#decide")
    desk = page.url
    page.goto(desk.replace("change/", "list/"))
    page.locator("[name=text]").fill("City\tCountry\tStatus\nFez\tMorocco\tadmitted\nIfrane\tMorocco\twithdrawn")
    page.locator("[name=publisher]").fill("UNESCO")
    page.locator(".submit-row [type=submit]").click()
    page.wait_for_selector("#beside")
    table = Intake.objects.last().pk
    pages = ("change/", "preview/", "publish/", "list/", "asked/?mark=all", "matrix/")
    for name in (*pages, f"list/{table}/", f"list/{table}/columns/"):
        page.goto(desk.replace("change/", name))
        found[name] = violations(page, outside=[".select2"])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == dict.fromkeys(found, [])
