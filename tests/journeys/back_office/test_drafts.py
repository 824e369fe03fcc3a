"""What somebody types at the desk stays in their browser until it is saved."""

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from admissions.models import RoundEntry
from tests.admissions.desk.rounds import make_countries, round_of
from tests.journeys.axe import violations
from tests.journeys.back_office.conftest import PASSWORD

BEGIN = "/admin/admissions/recording/add/"
KEPT = "Object.entries(localStorage).filter(([key]) => key.startsWith('gnlc.draft')).map(([, value]) => value).join()"


@pytest.fixture
def desk(registrar):
    """A round of two cities, one of which is to decide, and the page of its desk."""
    make_countries()
    recording = round_of("Fez (Morocco)", "Santiago (Mexico)")
    return registrar(recording.get_absolute_url())


def kept_soon(page, text):
    page.wait_for_function(f"text => {KEPT}.includes(text)", arg=text)


def sign_out(page):
    page.context.clear_cookies(name="sessionid")


def sign_in(page, name="amina"):
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#user-tools form")


@pytest.mark.parametrize(
    ("locale", "width", "sentence"),
    [
        ("en", 1280, "What you had typed is here again; it is not saved yet."),
        ("fr", 360, "Ce que vous aviez saisi est de nouveau là\u00a0; ce n’est pas encore enregistré."),
        ("ar", 360, "ما كتبتَه موجود هنا من جديد؛ ولم يُحفظ بعد."),
    ],
)
def test_pasted_lists_come_back_after_signing_out_until_they_are_discarded(registrar, locale, width, sentence):
    page = registrar(BEGIN, locale=locale, viewport={"width": width, "height": 800})
    page.locator("[name=en-text]").fill("Fez (Morocco)\nAgadir (Morocco)")
    page.locator("[name=year]").fill("2026")
    kept_soon(page, "2026")
    sign_out(page)
    page.goto(BEGIN)
    sign_in(page)

    notice = page.locator("#content .draft")
    expect(notice).to_contain_text(sentence)
    expect(page.locator("[name=en-text]")).to_have_value("Fez (Morocco)\nAgadir (Morocco)")
    expect(page.locator("[name=year]")).to_have_value("2026")
    assert violations(page, outside=[".select2"]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    notice.get_by_role("button").click()
    expect(notice).to_have_count(0)
    expect(page.locator("[name=en-text]")).to_have_value("")
    page.reload()
    expect(page.locator("[name=en-text]")).to_have_value("")
    assert page.evaluate(KEPT) == ""


def test_what_is_saved_is_kept_no_longer_and_what_is_refused_is(registrar):
    make_countries()
    page = registrar(BEGIN)
    page.locator("[name=en-text]").fill("Fez (Morocco)\nSantiago (Mexico)")
    page.locator("[name=year]").fill("2026")
    page.locator(".submit-row [type=submit]").click()
    expect(page.locator(".errorlist").first).to_be_visible()
    page.goto(BEGIN)
    expect(page.locator("[name=en-text]")).to_have_value("Fez (Morocco)\nSantiago (Mexico)")

    page.locator("[name=en-publisher]").fill("UNESCO")
    page.locator(".submit-row [type=submit]").click()
    page.wait_for_selector("#decide")
    assert page.evaluate(KEPT) == ""
    page.goto(BEGIN)
    expect(page.locator("[name=en-text]")).to_have_value("")


def test_a_reason_that_was_typed_outlives_another_deed_about_the_entry(desk):
    reason = desk.get_by_label("Left out, because")
    reason.fill("Not in the final list.")
    desk.get_by_text("It is none of these").click()
    desk.get_by_label("Look for another name").fill("Merida")
    desk.get_by_role("button", name="Look", exact=True).click()
    expect(desk.locator(".desk-candidates")).to_contain_text("Mérida")
    expect(reason).to_have_value("Not in the final list.")
    expect(desk.get_by_label("Look for another name")).to_have_value("")

    desk.get_by_role("button", name="Leave out").click()
    expect(desk.locator(".desk-entry--left_out")).to_contain_text("Not in the final list.")
    desk.wait_for_function(f"() => {KEPT} === ''")


def test_a_name_that_somebody_else_changed_is_shown_beside_what_was_typed(desk):
    desk.get_by_role("button", name="New city, place unknown").click()
    desk.get_by_text("Names and kind of body").click()
    desk.get_by_label("French name").fill("Saint-Jacques")
    desk.get_by_label("Arabic name").fill("سانتياغو")
    kept_soon(desk, "سانتياغو")
    entry = RoundEntry.objects.get(name_en="Santiago")
    entry.name_fr = "Santiago du Mexique"
    entry.save()

    desk.reload()
    expect(desk.get_by_label("French name")).to_have_value("Santiago du Mexique")
    expect(desk.get_by_label("Arabic name")).to_have_value("سانتياغو")
    expect(desk.locator(".desk-entry .draft li")).to_have_text(["Saint-Jacques"])


def test_another_person_in_the_same_browser_finds_nothing(registrar):
    other = User.objects.create_user("bilal", password=PASSWORD, is_staff=True)
    page = registrar(BEGIN)
    other.groups.add(Group.objects.get(name="registrar"))
    page.locator("[name=en-text]").fill("Fez (Morocco)")
    kept_soon(page, "Fez")
    sign_out(page)
    page.goto("/admin/")
    sign_in(page, "bilal")
    assert page.evaluate(KEPT) == ""
    page.goto(BEGIN)
    expect(page.locator("[name=en-text]")).to_have_value("")


def test_drafts_end_after_two_weeks_and_are_bounded(registrar):
    page = registrar(BEGIN)
    page.locator("[name=en-text]").fill("Fez (Morocco)")
    page.goto("/admin/")
    kept_soon(page, "Fez")
    page.evaluate(
        """for (const key of Object.keys(localStorage).filter((key) => key.startsWith("gnlc.draft"))) {
          const draft = JSON.parse(localStorage[key]);
          draft.at -= 15 * 24 * 3600 * 1000;
          localStorage[key] = JSON.stringify(draft);
        }"""
    )
    page.reload()
    assert page.evaluate(KEPT) == ""
    page.goto(BEGIN)
    page.locator("[name=en-text]").fill("x" * 400_000)
    page.locator("[name=year]").fill("2026")
    page.goto("/admin/")
    assert page.evaluate(KEPT) == ""
