"""The pages of the back office can be used by everybody: by ear, by keyboard, with large letters."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from cities.models import City, Source
from records.models import TranslationState
from tests.factories import (
    AdmissionFactory,
    IntakeFactory,
    IntakeLineFactory,
    NominationFactory,
    RoundEntryFactory,
    SuggestionFactory,
)
from tests.journeys.axe import violations

MODELS = {
    "city": "cities/city",
    "source": "cities/source",
    "admission": "admissions/admission",
    "cohort": "admissions/cohort",
    "nomination": "admissions/nomination",
    "suggestion": "records/suggestion",
}
OF_A_RECORD = ["{model}/", "{model}/add/", "{model}/{key}/change/", "{model}/{key}/history/", "{model}/{key}/delete/"]
PAGES = [
    "",
    "gaps/",
    "typed/",
    "password_change/",
    "cities/city/{city}/address/",
    "records/suggestion/{suggestion}/step/decline/",
    "admissions/nomination/waiting/",
    "admissions/nomination/{nomination}/step/send_to_jury/",
    "admissions/admission/{admission}/step/end/",
    "admissions/recording/",
    "admissions/recording/add/",
    "admissions/recording/{recording}/change/",
    "admissions/recording/{recording}/list/",
    "admissions/recording/{recording}/list/{intake}/",
    "admissions/recording/{recording}/entry/{entry}/",
    "admissions/recording/{recording}/preview/",
    "admissions/recording/{recording}/publish/",
    "workbench/",
    "workbench/texts/",
    "workbench/texts/{text}/",
    "workbench/upload/",
    "workbench/interface/",
]
READERS = pytest.mark.parametrize(("language", "scheme", "width"), [("en", "light", 1280), ("ar", "dark", 360)])
# Where the keyboard is after a step: seen before, shown by an outline, and in sight.
FOCUSED = """() => {
  const element = document.activeElement;
  const drawn = element.closest(".select2-selection") ?? element;
  const box = drawn.getBoundingClientRect();
  const before = element === window.last ? "same" : window.reached.has(element) ? "again" : "new";
  window.reached.add(element);
  window.last = element;
  return {
    before: element === document.body ? "again" : before,
    isShown: getComputedStyle(drawn).outlineStyle !== "none",
    isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    html: element.outerHTML.slice(0, 200),
  };
}"""
NOT_REACHED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((element) => !element.matches(":disabled, [type=hidden], .select2-hidden-accessible"))
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !window.reached.has(element))
  .map((element) => element.outerHTML.slice(0, 200))"""

CUT = """() => {
  document.documentElement.style.fontSize = "200%";
  return [...document.querySelectorAll("#container :not(input, .paginator, .select2-hidden-accessible)")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.clientHeight > 1)
    .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowY))
    .filter((element) =>
      element.scrollHeight > element.clientHeight + 4 || element.scrollWidth > element.clientWidth + 4)
    .map((element) => element.outerHTML.slice(0, 200));
}"""


@pytest.fixture
def keys(records):
    """What every page is about: a city with spellings and a source, and the steps of a round and of a membership."""
    city = City.objects.get()
    city.names.create(text="Fez el-Bali")
    city.profile_sources.add(Source.objects.get())
    intake = IntakeFactory()
    entry = RoundEntryFactory(recording=intake.recording)
    IntakeLineFactory(intake=intake, entry=entry)
    return {
        "city": city.pk,
        "source": Source.objects.first().pk,
        "admission": (admission := AdmissionFactory(city=city)).pk,
        "cohort": admission.cohort_id,
        "nomination": NominationFactory().pk,
        "suggestion": SuggestionFactory(record=city).pk,
        "recording": intake.recording_id,
        "intake": intake.pk,
        "entry": entry.pk,
        "text": TranslationState.objects.first().pk,
    }


@pytest.fixture
def staff(keys, registrar):
    """Somebody who may do everything, as in `staff(locale="ar")`."""

    def sign_in(**options):
        page = registrar(**options)
        User.objects.update(is_superuser=True)
        return page

    return sign_in


def addresses(keys):
    of_records = [path.format(model=MODELS[name], key=keys[name]) for name in MODELS for path in OF_A_RECORD]
    # Only readers make suggestions.
    return [path.format(**keys) for path in PAGES] + [path for path in of_records if path != "records/suggestion/add/"]


@READERS
def test_every_page_is_named_has_a_skip_link_and_keeps_the_policy(staff, keys, language, scheme, width):
    page = staff(locale=language, color_scheme=scheme, viewport={"width": width, "height": 800})
    refused = []
    page.on("console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None)
    found, without_skip_link, wide = {}, [], []
    for path in addresses(keys):
        assert page.goto(f"/admin/{path}").status == 200, path
        found[path] = violations(page)
        if page.locator("a").first.get_attribute("href") != "#content-start":
            without_skip_link.append(path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    assert found == dict.fromkeys(found, [])
    assert (without_skip_link, wide, refused) == ([], [], [])


@READERS
def test_a_refusal_and_the_sign_in_are_named_too(staff, language, scheme, width):
    page = staff(locale=language, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert page.goto("/admin/records/suggestion/add/").status == 403
    assert violations(page) == []
    page.goto("/admin/")
    page.locator("#logout-form button").click()
    page.goto("/admin/")
    # Django shows the name of the site in place of a heading.
    assert violations(page, without=["page-has-heading-one"]) == []


@READERS
@pytest.mark.parametrize("path", ["cities/city/{city}/change/", "workbench/texts/", "cities/source/"])
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(staff, keys, path, language, scheme, width):
    page = staff(locale=language, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(f"/admin/{path.format(**keys)}")
    page.evaluate("window.reached = new Set()")
    unseen = []
    for _step in range(500):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["before"] == "again":
            break
        # A date is several steps within one field.
        if focused["before"] == "new" and not (focused["isShown"] and focused["isInSight"]):
            unseen.append(focused["html"])
    assert page.evaluate("window.reached.size") > 20
    assert (unseen, page.evaluate(NOT_REACHED)) == ([], [])


@pytest.mark.parametrize(
    ("language", "country", "delete"), [("en", "Country", "Delete Fez el-Bali"), ("ar", "البلد", "حذف Fez el-Bali")]
)
def test_what_scripts_draw_has_the_name_of_the_field_and_of_the_choice(staff, keys, language, country, delete):
    page = staff(locale=language)
    page.goto(f"/admin/cities/city/{keys['city']}/change/")
    expect(page.get_by_role("checkbox", name=delete)).to_have_count(1)
    drawn = page.get_by_role("combobox", name=country).first
    expect(drawn).to_have_accessible_name(f"{country}: Morocco" if language == "en" else f"{country}: المغرب")
    drawn.click()
    expect(page.get_by_role("searchbox", name=country)).to_be_focused()
    expect(page.get_by_role("listbox", name=country)).to_be_visible()
    # What opens lies above the page, after its landmarks.
    assert violations(page, without=["region"]) == []


def test_a_row_that_is_added_has_names_too(staff, keys):
    page = staff()
    page.goto(f"/admin/cities/city/{keys['city']}/change/")
    page.locator("#awards-group .add-row a").click()
    expect(page.locator("#awards-0 .select2-selection input")).to_have_accessible_name("Sources")
    assert violations(page) == []


@READERS
def test_letters_of_twice_the_size_are_not_cut(staff, keys, language, scheme, width):
    page = staff(locale=language, color_scheme=scheme, viewport={"width": width, "height": 800})
    cut = {}
    for path in ("", "cities/city/", f"cities/city/{keys['city']}/change/", "workbench/texts/", "gaps/"):
        page.goto(f"/admin/{path}")
        cut[path] = page.evaluate(CUT)
    assert cut == dict.fromkeys(cut, [])
