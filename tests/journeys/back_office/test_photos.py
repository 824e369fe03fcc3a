"""A photo on its way from somebody's phone to the public page."""

from io import BytesIO

import pytest
from PIL import Image

from admissions.models import Cohort
from cities.models import City
from tests.factories import AdmissionFactory
from tests.journeys.axe import violations
from tests.photos import encoded, phone_photo, picture


@pytest.fixture(autouse=True)
def _member(records):
    """Fez is a member, so that it has a public page."""
    AdmissionFactory(city=City.objects.get(slug="fez"), cohort=Cohort.objects.get(year=2024))


@pytest.fixture
def form(records, signed_in, settings, tmp_path):
    """An editor has opened the form of a city, as in `form(locale="ar")`."""
    settings.MEDIA_ROOT = tmp_path

    def opened(**options):
        page = signed_in("editor", **options)
        page.goto(f"/admin/cities/city/{City.objects.get().pk}/change/")
        return page

    return opened


def choose(page, content, name="IMG_0001.JPG"):
    page.locator("[name=photo]").set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": content})


def save(page):
    page.locator("[name=_continue]").click()
    page.wait_for_load_state()


def test_a_photo_from_a_phone_is_published_upright_small_and_without_its_place(form, live_server):
    page = form()
    choose(page, phone_photo(1200, 1600))
    for name, value in {"credit": "Amina", "licence": "CC BY 4.0", "alt_en": "A reading room."}.items():
        page.locator(f"[name=photo_{name}]").fill(value)
    save(page)
    assert page.locator("img.photo-preview").evaluate("image => image.complete && image.naturalWidth") == 480

    page.goto("/en/cities/fez/")
    image = page.get_by_alt_text("A reading room.")
    shown = image.evaluate("async image => { await image.decode(); return image.currentSrc }")
    assert shown.endswith("-1600.avif")
    assert page.locator("figcaption", has_text="Amina · CC BY 4.0").is_visible()
    for address in [image.get_attribute("src"), *offered(page)]:
        answer = page.request.get(str(live_server) + address)
        kept = Image.open(BytesIO(answer.body()))
        assert (answer.status, kept.width > kept.height, dict(kept.getexif())) == (200, True, {})
    assert violations(page) == []


def offered(page):
    """The addresses among which a browser chooses."""
    sets = page.locator("picture source").evaluate_all("sources => sources.map(source => source.srcset)")
    return [each.split()[0] for one in sets for each in one.split(", ")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "This is a file of the kind GIF. Choose a photo as JPEG, PNG or WebP."),
        ("fr", "Ce fichier est de type GIF. Choisissez une photo au format JPEG, PNG ou WebP."),
        ("ar", "هذا ملف من نوع GIF. اختر صورة بصيغة JPEG أو PNG أو WebP."),
    ],
)
def test_what_is_no_photo_is_refused_in_the_editor_s_language(form, language, sentence):
    page = form(locale=language)
    choose(page, encoded(picture(), "GIF"))
    save(page)
    assert page.locator(".errorlist li").all_text_contents() == [sentence]
