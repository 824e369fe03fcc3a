"""Pictures as they come: from phones, from elsewhere, and from people who mean harm."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin

ORIENTATION, GPS = 0x0112, 0x8825


def sent(content, name="photo.jpg"):
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def encoded(image, kind="JPEG", **options):
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def picture(width=64, height=48, mode="RGB"):
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    return image.convert(mode)


def phone_photo(width=64, height=48):
    """What a phone that was held upright makes: the picture lies on its side, and says where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[0x013B] = "Amina"
    exif.get_ifd(GPS).update({1: "N", 2: (34.0, 2.0, 0.0), 3: "W", 4: (5.0, 0.0, 0.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return encoded(picture(width, height), exif=exif, comment=b"<script>", icc_profile=profile)


def png_of(width, height):
    """A PNG that says it is that large; its pixels, all black, take next to nothing."""
    row = zlib.compressobj(9)
    rows = b"".join(row.compress(bytes(1 + width // 8)) for _ in range(height)) + row.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def png_with_much_text():
    """A small picture with a note in it that takes 80 MB when it is unpacked."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "a" * 80_000_000, zip=True)
    return encoded(picture(), "PNG", pnginfo=notes)


def jpeg_of_many_passes():
    """A JPEG of a few KB that its reader has to go over again and again."""
    whole = encoded(picture(), progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * 1000 + whole[-2:]
