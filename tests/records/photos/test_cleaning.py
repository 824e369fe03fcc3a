from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from PIL import Image

from records.photos import cleaned
from tests.photos import encoded, jpeg_of_many_passes, phone_photo, picture, png_of, png_with_much_text, sent

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NO_PHOTO = "This file is no photo that can be read. Choose a JPEG, PNG or WebP file."
TOO_MANY = "This picture has more than 50 million pixels."
DAMAGED = "This picture is damaged or not whole."


def opened(file):
    return Image.open(BytesIO(file.read()))


def refusal(content, name="photo.jpg"):
    with pytest.raises(ValidationError) as refused:
        cleaned(sent(content, name))
    return refused.value.messages


def of_kind(kind):
    return f"This is a file of the kind {kind}. Choose a photo as JPEG, PNG or WebP."


def test_a_photo_from_a_phone_stands_upright_and_says_nothing_of_where_it_was_taken():
    content = phone_photo(64, 48)
    photo = cleaned(sent(content))
    image = opened(photo)
    assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (48, 64), {})
    assert {"exif", "icc_profile", "comment"} & image.info.keys() == set()
    assert [word in content and word not in photo.open().read() for word in (b"Amina", b"<script>")] == [True, True]
    red, green, blue = image.getpixel((24, 8))
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("WEBP", "RGB"), ("JPEG", "CMYK")]
)
def test_any_photo_becomes_the_same_kind_whatever_it_is_called(kind, mode):
    image = opened(cleaned(sent(encoded(picture(mode=mode), kind), "photo.gif")))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (64, 48))


def test_what_is_transparent_becomes_white():
    image = opened(cleaned(sent(encoded(Image.new("RGBA", (9, 9), (255, 0, 0, 0)), "PNG"))))
    assert image.getpixel((4, 4)) == (255, 255, 255)


def test_no_more_is_kept_than_a_large_screen_shows():
    assert opened(cleaned(sent(encoded(picture(3000, 1000))))).size == (2400, 800)


def test_a_photo_is_named_by_its_content():
    first, again = sent(encoded(picture())), sent(encoded(picture(), comment=b"the same"), "other.jpg")
    other = sent(encoded(picture(65)))
    assert cleaned(first).name == cleaned(again).name != cleaned(other).name


def test_an_unreadable_colour_profile_is_left_aside():
    assert opened(cleaned(sent(encoded(picture(), icc_profile=b"no profile")))).size == (64, 48)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (SVG, of_kind("SVG")),
        (encoded(picture(), "GIF"), of_kind("GIF")),
        (b"\0\0\0\x24ftypheic\0\0\0\0mif1", of_kind("HEIC")),
        (b"%PDF-1.7", of_kind("PDF")),
        (b"<html><script>alert(1)</script>", NO_PHOTO),
        (encoded(picture(), "BMP"), NO_PHOTO),
        (encoded(picture(), "TIFF"), NO_PHOTO),
        (b"MZ\x90", NO_PHOTO),
        (encoded(picture(640, 480))[:2000], DAMAGED),
        (encoded(picture(640, 480), "PNG")[:300], DAMAGED),
        (encoded(picture(640, 480), "WEBP")[:200], DAMAGED),
        (png_with_much_text(), DAMAGED),
        (jpeg_of_many_passes(), NO_PHOTO),
        (png_of(30_000, 30_000), TOO_MANY),
        (png_of(10_000, 9_000), TOO_MANY),
        (png_of(7_500, 7_000), TOO_MANY),
    ],
)  # fmt: skip
def test_what_is_no_photo_is_refused_with_a_sentence(content, sentence):
    assert refusal(content) == [sentence]


def test_a_photo_of_several_pictures_is_refused_where_it_has_too_many_passes():
    several = encoded(picture(8, 8), "MPO", save_all=True, append_images=[picture(8, 8)] * 200)
    assert refusal(several) == [NO_PHOTO]


def test_a_bomb_is_a_small_file():
    assert len(png_of(30_000, 30_000)) < 200_000


def test_a_file_that_is_too_large_is_not_even_opened(monkeypatch):
    monkeypatch.setattr("records.photos.cleaning.LARGEST", 1_000_000)
    assert refusal(bytes(1_000_001)) == ["This file is larger than 1 MB."]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_refusal_is_in_the_language_of_the_page(language):
    with override(language):
        for content in (SVG, b"MZ", encoded(picture())[:500], png_of(9_000, 9_000)):
            assert refusal(content)[0] not in (of_kind("SVG"), NO_PHOTO, DAMAGED, TOO_MANY)
