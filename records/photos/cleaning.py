"""What somebody sends as a photo is opened with care and written anew: nothing stays of it but what it shows."""

import hashlib
import warnings
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from .modes import UnknownModeError, in_eight_bits

LARGEST = 25_000_000  # bytes
MOST_PIXELS = 50_000_000  # a phone of today makes 48 million
MOST_SCANS = 100  # passes over a JPEG, of which a camera makes ten, and each costs as much as the first
LONGEST_SIDE = 2400  # pixels, of what is kept
QUALITY = 88
START_OF_SCAN = b"\xff\xda"
FORMATS = ["JPEG", "PNG", "WEBP"]
# What is often sent in their place, by a mark within the first bytes.
OTHERS = {b"GIF8": "GIF", b"<svg": "SVG", b"ftyphei": "HEIC", b"ftypmif1": "HEIC", b"ftypavif": "AVIF", b"%PDF": "PDF"}

# Up to twice its own limit Pillow only warns of a bomb; as an error it ends before any pixel is read.
warnings.simplefilter("error", Image.DecompressionBombWarning)


class CleanPhoto(ContentFile):
    """A photo that was cleaned; its name is a digest of its content."""


def cleaned(file):
    """The photo as an upright JPEG in sRGB of at most 2400 pixels a side, without EXIF, place, profile or comment.

    The limits are looked at before any pixel is decoded. Raises ValidationError with one sentence for the person who
    sent the file.
    """
    if file.size > LARGEST:
        raise ValidationError(_("This file is larger than %(size)s MB.") % {"size": LARGEST // 1_000_000})
    picture = BytesIO()
    _opened(file).save(picture, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    content = picture.getvalue()
    return CleanPhoto(content, f"{hashlib.sha256(content).hexdigest()[:32]}.jpg")


def _opened(file):
    """The picture in a file, whatever the file is called."""
    file.seek(0)
    content = file.read()
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            if image.format in ("JPEG", "MPO") and content.count(START_OF_SCAN) > MOST_SCANS:
                raise UnidentifiedImageError
            return _upright(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        limit = {"most": MOST_PIXELS // 1_000_000}
        raise ValidationError(_("This picture has more than %(most)s million pixels.") % limit) from error
    except UnknownModeError as error:
        kind = {"mode": error}
        sentence = _("The colours of this picture (%(mode)s) cannot be converted. Save it as a JPEG of 8 bits.")
        raise ValidationError(sentence % kind) from error
    except UnidentifiedImageError as error:
        raise ValidationError(_refusal(content[:2000])) from error
    except Exception as error:  # decoders raise whatever a damaged file makes them stumble over
        raise ValidationError(_("This picture is damaged or not whole.")) from error


def _refusal(beginning):
    kind = next((kind for mark, kind in OTHERS.items() if mark in beginning.lower() or mark in beginning), "")
    if kind:
        return _("This is a file of the kind %(kind)s. Choose a photo as JPEG, PNG or WebP.") % {"kind": kind}
    return _("This file is no photo that can be read. Choose a JPEG, PNG or WebP file.")


def _upright(image):
    """The picture alone: small first, so that nothing large is ever held twice; then turned as its camera was held."""
    image = in_eight_bits(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    image = ImageOps.exif_transpose(image)
    coloured = _in_srgb(image)
    alone = Image.new("RGB", image.size, "white")  # a new picture carries nothing over from the file
    alone.paste(coloured, mask=image.getchannel("A") if "A" in image.getbands() else None)
    return alone


def _in_srgb(image):
    """Phones photograph in wider colours, which look dull without their profile; an unreadable one says nothing."""
    profile = image.info.get("icc_profile")
    rgb = image.convert("RGB") if image.mode == "RGBA" else image
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(rgb, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass
    return rgb.convert("RGB")
