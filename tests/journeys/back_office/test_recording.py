"""A registrar records admissions."""

from playwright.sync_api import expect

from admissions.models import Admission


def chosen(page, field):
    """What a field shows that offers records while somebody types."""
    return page.locator(f"#id_{field} + .select2 .select2-selection")


def choose(page, field, typed, choice):
    chosen(page, field).click()
    page.locator(".select2-container--open .select2-search__field").press_sequentially(typed)
    page.get_by_role("option").filter(has_text=choice).click()
    expect(chosen(page, field)).to_contain_text(choice)


def fill(page):
    """Everything but the source."""
    choose(page, "cohort", "2024", "Admissions of 2024")
    choose(page, "city", "فاس", "Fez")
    page.get_by_label("Name as announced").fill("Fes, Morocco")
    page.get_by_label("Confidence").select_option("listed")


def test_an_admission_is_recorded_and_public_in_three_languages(registrar, live_server):
    page = registrar()
    page.locator("#content").get_by_role("link", name="Admissions", exact=True).last.click()
    page.get_by_role("link", name="Add admission").click()
    fill(page)
    choose(page, "sources", "64", "UNESCO welcomes 64 new members")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_contain_text("Fes, Morocco · 2024")

    for language, city, cohort in [
        ("en", "Fez", "Admissions of 2024"),
        ("fr", "Fès", "Admissions de 2024"),
        ("ar", "فاس", "المدن المنضمة عام 2024"),
    ]:
        page.goto(f"/{language}/admissions/2024/")
        expect(page.get_by_role("heading", level=1)).to_have_text(cohort)
        expect(page.locator(".group li")).to_have_text([city])
    page.get_by_role("link", name="فاس").click()
    expect(page.locator(".entries").get_by_text("Fes, Morocco")).to_be_visible()


def test_without_a_source_nothing_is_recorded_and_nothing_typed_is_lost(registrar):
    page = registrar("/admin/admissions/admission/add/")
    fill(page)
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator(".field-sources .errorlist")).to_have_text(
        "Name at least one source; nothing is recorded without one."
    )
    expect(chosen(page, "cohort")).to_contain_text("Admissions of 2024")
    expect(chosen(page, "city")).to_contain_text("Fez")
    expect(page.get_by_label("Name as announced")).to_have_value("Fes, Morocco")
    expect(page.get_by_label("Confidence")).to_have_value("listed")
    assert not Admission.objects.exists()

    choose(page, "sources", "64", "UNESCO welcomes 64 new members")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Admission.objects.get().sources.count() == 1


def test_the_back_office_speaks_the_language_that_is_chosen(registrar):
    page = registrar("/admin/admissions/admission/?cohort=2024")
    for name, language, direction in [("Français", "fr", "ltr"), ("العربية", "ar", "rtl"), ("English", "en", "ltr")]:
        page.get_by_role("button", name=name).click()
        expect(page.locator(f"html[lang={language}][dir={direction}]")).to_be_attached()
        assert page.url.endswith("/admin/admissions/admission/?cohort=2024")
