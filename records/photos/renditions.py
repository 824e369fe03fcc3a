"""The files made of each photo when it comes, so that a page never waits for one and a browser takes the one it needs.

They lie beside the photo and are named after its content, so that whoever has one may keep it for ever. What they are
made like may change; what they show does not.
"""

import re
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

WIDTHS = (480, 960, 1600)  # pixels
FALLBACK = 960
# What browsers are offered first is the smallest. JPEG is for those that know neither, and for other sites.
SETTINGS = {
    "avif": {"quality": 58, "speed": 9},
    "webp": {"quality": 78, "method": 4},
    "jpg": {"quality": 80, "optimize": True, "progressive": True},
}
FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
BY_CONTENT = re.compile(r"[0-9a-f]{32}(-\d+)?\.(jpg|webp|avif)")


def is_named_by_content(name):
    """Whether the file, a photo or a rendition of one, can never become another one under this name."""
    return bool(BY_CONTENT.fullmatch(name.rpartition("/")[2]))


def widths(width):
    """The widths in which a photo of that width is offered: never wider than it is."""
    return sorted({min(each, width) for each in WIDTHS})


def rendition(name, width, ending):
    """The name of a rendition of a photo: `cities/5f….jpg` is beside `cities/5f…-480.avif`."""
    return f"{name.removesuffix('.jpg')}-{width}.{ending}"


def renditions(name, width):
    """All renditions of a photo of that width, as {name: (width, ending)}; of one not named by its content, none."""
    if not is_named_by_content(name):
        return {}
    wanted = [(each, ending) for ending in ("avif", "webp") for each in widths(width)]
    return {rendition(name, *each): each for each in [*wanted, (min(width, FALLBACK), "jpg")]}


def keep(storage, name, photo):
    """Write a clean photo and its renditions. Repeating it writes what is missing.

    The photo is written last: where it is whole, all of them are.
    """
    if storage.exists(name) and storage.size(name) == photo.size:
        return
    photo.seek(0)
    with Image.open(photo, formats=["JPEG"]) as image:
        for each, (width, ending) in renditions(name, image.width).items():
            _write(storage, each, _encoded(image, width, ending))
    photo.seek(0)
    _write(storage, name, photo)


def complete(storage, name):
    """Make the renditions of a kept photo that are not there; returns how many were made."""
    with storage.open(name) as file, Image.open(file, formats=["JPEG"]) as image:
        wanted = renditions(name, image.width).items()
        missing = {each: made for each, made in wanted if not storage.exists(each)}
        for each, (width, ending) in missing.items():
            _write(storage, each, _encoded(image, width, ending))
    return len(missing)


def _encoded(image, width, ending):
    height = max(1, round(image.height * width / image.width))
    small = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    file = BytesIO()
    small.save(file, FORMATS[ending], **SETTINGS[ending])
    return ContentFile(file.getvalue())


def _write(storage, name, content):
    storage.delete(name)  # what an interrupted writing left
    storage.save(name, content)
