"""A grey and a coloured gradient in every mode that a picture may have, and what is shown of it."""

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from records.photos import cleaned
from records.photos.modes import UnknownModeError, in_eight_bits
from tests.admissions.intake.conftest import ROOT
from tests.photos import encoded, sent

WIDTH = 256


def gradient(mode="L"):
    """From black on the left to white on the right."""
    return Image.linear_gradient("L").rotate(90).convert(mode)


def shown(content):
    """What the kept photo shows at 5 %, in the middle and at 95 % of its width."""
    image = Image.open(BytesIO(cleaned(sent(content)).read()))
    return [image.getpixel((int(image.width * part), image.height // 2)) for part in (0.05, 0.5, 0.95)]


def is_gradient(pixels, tolerance=4):
    expected = [12, 128, 243]
    return all(
        abs(value - wanted) <= tolerance for pixel, wanted in zip(pixels, expected, strict=True) for value in pixel
    )


def test_a_grey_picture_of_16_bits_keeps_its_gradient():
    assert is_gradient(shown((ROOT / "tests" / "data" / "files" / "grey16.png").read_bytes()))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "L"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "RGB"), ("PNG", "RGBA"), ("JPEG", "L"), ("JPEG", "RGB"),
        ("JPEG", "CMYK"), ("JPEG", "YCbCr"), ("WEBP", "RGB"), ("WEBP", "RGBA"),
    ],
)  # fmt: skip
def test_each_mode_of_a_file_keeps_the_gradient(kind, mode):
    options = {"lossless": True} if kind == "WEBP" else {}
    assert is_gradient(shown(encoded(gradient(mode), kind, **options)))


def test_black_and_white_stay_black_and_white():
    assert shown(encoded(gradient().point(lambda v: 255 * (v > 127), "1"), "PNG")) == [
        (0, 0, 0), (255, 255, 255), (255, 255, 255),
    ]  # fmt: skip


@pytest.mark.parametrize(("mode", "order"), [("I;16", "<H"), ("I;16B", ">H"), ("I;16L", "<H"), ("I", "=i")])
def test_of_16_bits_the_upper_8_are_kept(mode, order):
    values = b"".join(struct.pack(order, x * 257) for x in range(WIDTH))
    grey = in_eight_bits(Image.frombytes(mode, (WIDTH, 16), values * 16))
    assert (grey.mode, [grey.getpixel((x, 8)) for x in (0, 12, 128, 255)]) == ("L", [0, 12, 128, 255])


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr", "HSV"]
)
def test_a_mode_is_converted_to_one_that_is_drawn(mode):
    through = {"La": "LA", "RGBa": "RGBA", "PA": "P", "HSV": "RGB", "YCbCr": "RGB", "RGBX": "RGB"}.get(mode, mode)
    given = gradient(through)
    image = in_eight_bits(given if through == mode else given.convert(mode))
    pixels = [image.convert("RGB").getpixel((int(WIDTH * part), 8)) for part in (0.05, 0.5, 0.95)]
    assert image.mode in ("RGB", "RGBA", "L", "CMYK")
    assert is_gradient(pixels) or mode == "1"


def test_a_picture_in_lab_is_converted_by_its_meaning():
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    image = ImageCms.profileToProfile(gradient("RGB"), srgb, lab, outputMode="LAB")
    assert is_gradient([in_eight_bits(image).getpixel((int(WIDTH * part), 8)) for part in (0.05, 0.5, 0.95)])


@pytest.mark.parametrize(
    "image",
    [Image.new("F", (9, 9)), Image.new("I", (9, 9), 70_000), Image.new("I", (9, 9), -1)],
    ids=["F", "too deep", "negative"],
)
def test_numbers_that_do_not_say_how_light_they_are_are_refused(image):
    with pytest.raises(UnknownModeError, match=image.mode):
        in_eight_bits(image)


@pytest.mark.parametrize("mode", ["L", "RGB", "P", "I;16"])
def test_the_colour_that_a_picture_calls_transparent_becomes_white(mode):
    clear = {"RGB": (9, 9, 9), "I;16": 9 * 257}.get(mode, 9)
    image = Image.new(mode, (9, 9), clear) if mode != "P" else Image.new("L", (9, 9), clear).convert("P")
    assert shown(encoded(image, "PNG", transparency=clear)) == [(255, 255, 255)] * 3


def test_of_a_moving_picture_the_first_one_is_kept():
    frames = [Image.new("RGB", (32, 32), "black"), Image.new("RGB", (32, 32), "white")]
    for kind in ("PNG", "WEBP"):
        content = encoded(frames[0], kind, save_all=True, append_images=frames[1:], lossless=True)
        assert shown(content) == [(0, 0, 0)] * 3


@pytest.mark.parametrize("mode", ["L", "RGB", "LA", "P"])
def test_a_profile_that_does_not_fit_changes_nothing(mode):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert is_gradient(shown(encoded(gradient(mode), "PNG", icc_profile=profile)))
