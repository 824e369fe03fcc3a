"""A registrar follows a city from the nomination to the last day, and through its return."""

import pytest
from playwright.sync_api import expect

from admissions.models import Call
from cities.models import City
from tests.factories import AdmissionFactory, CityFactory, CountryFactory


def take_step(page, step, **fields):
    """Ask for a step from the page of a record, fill in its fields, and do it."""
    page.get_by_role("link", name=step, exact=True).click()
    for field, value in fields.items():
        control = page.locator(f"[name={field}]")
        (control.select_option if control.evaluate("each => each.tagName") == "SELECT" else control.fill)(value)
    page.get_by_role("button", name=step, exact=True).click()
    expect(page.locator(".messagelist .success")).to_contain_text("Recorded:")


def add_to_cohort(page, cohort, name):
    """Record a city of a cohort by its name, as it is announced."""
    page.goto(f"/admin/admissions/recording/add-city/?cohort={cohort.pk}")
    page.locator("[name=name]").fill(name)
    page.locator("[name=country]").select_option("MA")
    page.locator("[name=publisher]").fill("UIL")
    page.locator("[name=title]").fill("New members")
    page.get_by_role("button", name="Look for the city").click()
    page.locator("#candidates li button").first.click()
    expect(page.locator(".messagelist .success")).to_contain_text("is public")


def public(page, language, city):
    page.goto(f"/{language}/cities/{city.slug}/")
    return page.locator("main")


def test_a_membership_ends_and_the_city_returns(registrar):
    first = AdmissionFactory(city=City.objects.get(slug="fez"), cohort__year=2015)
    page = registrar(f"/admin/admissions/admission/{first.pk}/change/")
    take_step(
        page, "End the membership", on="2017-03-01", reason="withdrew", publisher="Town hall", title="We leave",
    )  # fmt: skip

    expect(public(page, "en", first.city)).to_contain_text("Former member")
    expect(public(page, "en", first.city)).to_contain_text("ended on 1 March 2017 at the member's own wish")
    expect(public(page, "fr", first.city)).to_contain_text("Cette adhésion a pris fin le 1er mars 2017")
    expect(public(page, "ar", first.city)).to_contain_text("انتهت هذه العضوية في 1 مارس 2017")

    cohort = AdmissionFactory(cohort__year=2024).cohort
    add_to_cohort(page, cohort, "Fez")
    expect(public(page, "en", first.city).locator(".standing")).to_contain_text("admitted 2024")
    expect(page.locator(".entries").first.locator(".entry")).to_have_count(2)
    for year, members in [("2016", 1), ("2018", 0)]:
        page.goto(f"/en/cities/?as_of={year}-06-01")
        expect(page.get_by_role("link", name="Fez", exact=True)).to_have_count(members)


def test_a_candidate_goes_from_the_nomination_to_the_announcement(registrar):
    CountryFactory(code="MA")
    Call.objects.create(year=2024)
    cohort = AdmissionFactory(cohort__year=2024).cohort
    page = registrar("/admin/")
    page.get_by_role("link", name="What waits for whom").click()
    page.get_by_role("link", name="Record a nomination").click()
    page.locator("[name=call]").select_option("Round of 2024")
    page.locator("#id_country + .select2 .select2-selection").click()
    page.locator(".select2-search__field").press_sequentially("Morocco")
    page.get_by_role("option", name="Morocco").click()
    page.locator("[name=name]").fill("Fez")
    page.locator("[name=nominated_on]").fill("2023-10-01")
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("link", name="Send to the jury").click()
    page.get_by_role("button", name="Send to the jury").click()
    expect(page.locator(".errorlist")).to_contain_text("Still missing: commitment of the mayor, dated")

    page.get_by_role("link", name="Back").click()
    page.locator("[name=commitment_on]").fill("2023-09-01")
    page.locator("[name=endorsed_on]").fill("2023-09-20")
    for checked in ("administration_commits", "has_good_practice", "has_policy"):
        page.locator(f"[name={checked}]").check()
    page.get_by_role("button", name="Save and continue").click()
    take_step(page, "Send to the jury", on="2023-12-01")
    take_step(page, "Recommended by the jury", on="2024-01-20", note="Unanimously.")
    take_step(page, "Admission decided", on="2024-02-01")

    nomination = page.url
    assert page.goto("/en/cities/fez/").status == 404  # nobody outside knows of a candidate
    page.goto("/admin/admissions/nomination/waiting/")
    expect(page.locator("section", has_text="Decided, to be announced")).to_contain_text("Fez · 2024")
    add_to_cohort(page, cohort, "Fez")
    page.goto("/admin/admissions/nomination/waiting/")
    expect(page.locator("section", has_text="Decided, to be announced")).to_contain_text("Nothing waits here.")
    page.goto(nomination)
    expect(page.locator("#content")).to_contain_text("announced")


def test_two_records_of_one_city_become_one_and_both_addresses_answer(registrar):
    double = AdmissionFactory(city=CityFactory(slug="fes", name_en="Fes"), cohort__year=2020).city
    page = registrar(f"/admin/cities/city/{double.pk}/change/")
    page.get_by_role("link", name="Address and double records").click()
    page.locator("[name=into]").select_option("Fez (fez)")
    page.get_by_role("button", name="Make one record of both").click()
    expect(page.locator(".messagelist .success")).to_contain_text("Both records are one now.")

    expect(public(page, "en", double).locator(".standing")).to_contain_text("admitted 2020")
    assert page.url.endswith("/en/cities/fez/")


@pytest.mark.parametrize("chosen", ["mine", "theirs"])
def test_two_people_at_one_form_both_see_what_the_other_wrote(registrar, visitor, live_server, chosen):
    city = City.objects.get(slug="fez")
    mine = registrar(f"/admin/cities/city/{city.pk}/change/")
    theirs = mine.context.new_page()
    theirs.goto(mine.url)
    theirs.locator("[name=website]").fill("https://theirs.example/")
    theirs.locator("[name=name_fr]").fill("Fès la belle")
    theirs.get_by_role("button", name="Save", exact=True).click()
    expect(theirs.locator(".messagelist .success")).to_be_visible()

    mine.locator("[name=website]").fill("https://mine.example/")
    mine.get_by_role("button", name="Save", exact=True).click()
    expect(mine.locator(".errorlist").filter(has_text="https://theirs.example/")).to_be_visible()
    expect(mine.locator("[name=website]")).to_have_value("https://mine.example/")
    if chosen == "theirs":
        mine.locator("[name=website]").fill("https://theirs.example/")
    mine.get_by_role("button", name="Save", exact=True).click()
    expect(mine.locator(".messagelist .success")).to_be_visible()
    city.refresh_from_db()
    assert city.website == f"https://{chosen}.example/"
