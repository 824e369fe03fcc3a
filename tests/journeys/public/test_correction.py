"""A reader follows the correction of 2020, from what was announced to what was set right."""

import pytest
from playwright.sync_api import expect

WORDS = {
    "en": ("51 of the 55 announced cities", "50 of the 54 announced cities", "Laayoune"),
    "fr": ("51 sur 55", "50 sur 54", "Laâyoune"),
    "ar": ("51 من أصل 55", "50 من أصل 54", "العيون"),
}
SOURCES = ["northafricapost-2020", "maroc-diplomatique-2020"]  # the announcement and the corrigendum


@pytest.mark.parametrize("language", WORDS)
def test_the_correction_of_2020_is_followed_from_the_announcement_to_the_corrigendum(registry, visitor, language):
    announced, corrected, name = WORDS[language]
    page = visitor(registry, locale=language)
    page.goto(f"/{language}/admissions/2020/?as_of=2020-09-23")
    expect(page.locator(".lead")).to_contain_text(announced)
    expect(page.locator(".group").get_by_text(name, exact=True)).to_be_visible()

    page.locator(".as-of a").click()
    expect(page.locator(".lead")).to_contain_text(corrected)
    expect(page.locator(".group").get_by_text(name, exact=True)).to_have_count(0)
    correction = page.locator(".entries .entry", has_text="230").first
    correction.locator("summary").click()
    addresses = correction.locator(".rests").evaluate_all("links => links.map(link => link.pathname)")
    assert sorted(addresses) == sorted(f"/{language}/sources/{source}/" for source in SOURCES)

    page.goto(addresses[0])
    expect(page.locator(".entries").get_by_text("2020").first).to_be_visible()
