from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from PIL import Image

from cities.models import City
from records.photos import cleaned
from records.photos.licences import licence_url
from records.photos.renditions import renditions, widths
from records.photos.tending import forgotten, photos, tend
from tests.back_office import at_work, no_inlines, sentences
from tests.factories import CityFactory
from tests.photos import encoded, phone_photo, picture, sent

SAID = {"photo_credit": "Amina", "photo_licence": "CC BY 4.0", "photo_alt_en": "A square"}


@pytest.fixture
def media(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files(media):
    return sorted(path.name for path in media.rglob("*.*"))


def image_facts(path):
    with Image.open(path) as image:
        return image.format, image.width, dict(image.getexif())


def later():
    return datetime.now(UTC) + timedelta(days=2)


def test_a_photo_is_offered_in_the_sizes_of_the_pages_and_never_larger_than_it_is():
    assert {width: widths(width) for width in (1, 480, 500, 900, 1600, 2400)} == {
        1: [1], 480: [480], 500: [480, 500], 900: [480, 900], 1600: [480, 960, 1600], 2400: [480, 960, 1600]
    }  # fmt: skip


def test_what_is_recorded_is_a_clean_photo_with_its_renditions(media):
    city = CityFactory(photo=sent(phone_photo(600, 1000)), **SAID)
    name = city.photo.name.removeprefix("cities/").removesuffix(".jpg")
    made = ["-480.avif", "-480.webp", "-960.avif", "-960.jpg", "-960.webp", "-1000.avif", "-1000.webp", ".jpg"]
    assert files(media) == sorted(f"{name}{each}" for each in made)
    assert (city.photo_width, city.photo_height) == (1000, 600)
    kept = [image_facts(path) for path in media.rglob("*.*")]
    assert sorted((kind, width) for kind, width, _ in kept) == [
        ("AVIF", 480), ("AVIF", 960), ("AVIF", 1000), ("JPEG", 960), ("JPEG", 1000),
        ("WEBP", 480), ("WEBP", 960), ("WEBP", 1000),
    ]  # fmt: skip
    assert [exif for _, _, exif in kept] == [{}] * 8


def test_the_same_photo_of_two_cities_is_one_file(media):
    first, second = (CityFactory(photo=sent(encoded(picture())), **SAID) for _ in range(2))
    assert (first.photo.name, len(files(media))) == (second.photo.name, 4)


def test_what_is_no_photo_is_recorded_by_no_way(media):
    with pytest.raises(ValidationError, match="no photo that can be read"), transaction.atomic():
        CityFactory(photo=sent(b"MZ"), **SAID)
    assert (City.objects.count(), files(media)) == (0, [])


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_a_photo_shows_is_said_in_one_language_at_least(media, language):
    said = SAID | {"photo_alt_en": None, f"photo_alt_{language}": "…"}
    assert CityFactory(photo=sent(encoded(picture())), **said).photo


@pytest.mark.parametrize("missing", [*SAID, "all"])
@pytest.mark.parametrize("nothing", ["", None])
def test_a_photo_without_its_credit_its_licence_or_its_description_is_refused(media, missing, nothing):
    said = {
        name: nothing if name == "photo_alt_en" else "" if missing in (name, "all") else SAID[name] for name in SAID
    }
    if missing in ("photo_credit", "photo_licence"):
        said["photo_alt_en"] = "A square"
    with pytest.raises(IntegrityError, match="city_photo_credited"), transaction.atomic():
        CityFactory(photo=sent(encoded(picture())), **said)


def test_a_description_that_is_not_translated_counts_as_missing(media):
    city = CityFactory(photo=sent(encoded(picture())), **SAID)
    rows = city.translations.filter(field="photo_alt").values_list("language", "state")
    assert sorted(rows) == [("ar", "missing"), ("fr", "missing")]


def test_a_photo_that_was_replaced_stays_for_the_history(media):
    city = CityFactory(photo=sent(encoded(picture())), **SAID)
    old, before = city.photo.name, files(media)
    editor = at_work("editor")
    form = {"slug": city.slug, "country": "MA", "name_en": "Fez", **SAID} | no_inlines(
        "names", "awards", "membership_notes"
    )
    address = f"/admin/cities/city/{city.pk}/change/"
    assert editor.post(address, form | {"photo": sent(encoded(picture(65)))}).status_code == 302
    assert set(before) < set(files(media))
    assert list(forgotten(before=later())) == []

    page = editor.get(f"/admin/cities/city/{city.pk}/history/")
    [told] = [each for each in page.context["entries"] if "photo" in (each.entry.changes or {})][:1]
    editor.post(f"/admin/cities/city/{city.pk}/history/", {"entry": told.entry.pk})
    city.refresh_from_db()
    assert (city.photo.name, city.photo_width) == (old, 64)


def test_only_what_nobody_refers_to_is_forgotten_and_not_while_it_may_be_under_way(media):
    city = CityFactory(photo=sent(encoded(picture())), **SAID)
    (media / "cities" / "left.jpg").write_bytes(b"")
    assert [name for storage, name in forgotten(before=later())] == ["cities/left.jpg"]
    assert list(forgotten()) == []
    assert city.photo.storage.exists(city.photo.name)


def test_renditions_that_lack_are_made_again_and_only_those(media):
    city = CityFactory(photo=sent(encoded(picture())), **SAID)
    all_of_them = files(media)
    (media / "cities" / all_of_them[0]).unlink()
    assert [tend(photo) for photo in photos()] == [(1, "")]
    assert [tend(photo) for photo in photos()] == [(0, "")]
    assert files(media) == all_of_them
    (media / city.photo.name).unlink()
    assert [tend(photo) for photo in photos()] == [(0, "The file of the photo is missing.")]


def test_a_photo_kept_as_it_came_is_cleaned_and_its_first_file_goes(media):
    city = CityFactory(photo=sent(encoded(picture())), **SAID)
    (media / "cities" / "phone.jpg").write_bytes(phone_photo())
    City.objects.filter(pk=city.pk).update(photo="cities/phone.jpg")
    assert [photo.sources for photo in photos()] == [[]]
    assert [tend(photo) for photo in photos()] == [(4, "")]
    city.refresh_from_db()
    assert (city.photo.name, city.photo_width) == (f"cities/{cleaned(sent(phone_photo())).name}", 48)
    assert "phone.jpg" not in files(media)


def test_a_photo_interrupted_while_it_was_written_is_written_anew(media):
    city = CityFactory(photo=sent(encoded(picture())), **SAID)
    whole = (media / city.photo.name).read_bytes()
    (media / city.photo.name).write_bytes(whole[:10])
    CityFactory(photo=sent(encoded(picture())), **SAID)
    assert (media / city.photo.name).read_bytes() == whole


def test_all_renditions_of_a_photo_kept_before_there_were_any_are_none():
    assert renditions("cities/fez.png", 800) == {}


def test_a_translator_who_takes_the_only_description_away_is_told(media):
    said = SAID | {"photo_alt_en": "", "photo_alt_fr": "Une place"}
    city = CityFactory(photo=sent(encoded(picture())), name_fr="Fès", **said)
    form = {"name_fr": "Fès", "photo_alt_fr": "", "name_fr_status": "checked"} | no_inlines(
        "names", "awards", "membership_notes"
    )
    answer = at_work("translator").post(f"/admin/cities/city/{city.pk}/change/", form)
    assert sentences(answer) == ["A photo needs its credit, its licence and a text that says what it shows."]


def test_the_form_says_what_is_wrong_with_a_file(media):
    city = CityFactory()
    form = {"slug": city.slug, "country": "MA", "name_en": "Fez", **SAID} | no_inlines(
        "names", "awards", "membership_notes"
    )
    answer = at_work("editor").post(f"/admin/cities/city/{city.pk}/change/", form | {"photo": sent(b"GIF89a")})
    assert sentences(answer) == ["This is a file of the kind GIF. Choose a photo as JPEG, PNG or WebP."]


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_the_photo_is_seen_beside_its_field(media, role):
    city = CityFactory(photo=sent(encoded(picture())), **SAID)
    html = at_work(role).get(f"/admin/cities/city/{city.pk}/change/").content.decode()
    assert f'<img class="photo-preview" src="{city.photo.small_url}" alt="">' in html


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by-sa 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("With permission of the city", ""),
        ("CC BY 9.0", ""),
    ],
)
def test_a_licence_of_creative_commons_can_be_read(licence, address):
    assert licence_url(licence) == address
