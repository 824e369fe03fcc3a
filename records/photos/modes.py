"""The ways in which a picture keeps its colours, and how each becomes one of 8 bits a colour."""

from PIL import Image, ImageCms

_READY = ("RGB", "L", "CMYK")
_CONVERTED = ("1", "P", "LA", "La", "PA", "RGBA", "RGBa", "RGBX", "YCbCr", "HSV")
_DEEPEST = 0xFFFF


class UnknownModeError(ValueError):
    """A picture whose numbers do not say how light they are; the message is its mode."""


def in_eight_bits(image):
    """The picture as RGB, RGBA, L or CMYK, with what belongs to it, such as its profile.

    Of 16 bits the upper 8 are kept (PNG 1.2, 12.7). Raises `UnknownModeError`.
    """
    if image.mode.startswith("I"):
        return _of_sixteen_bits(image)
    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
    if image.mode not in _READY + _CONVERTED:
        raise UnknownModeError(image.mode)
    if image.mode == "La":
        image = image.convert("LA")
    if image.mode == "RGBA":
        return image
    if image.mode != "CMYK" and image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in _READY else image.convert("RGB")


def _of_sixteen_bits(image):
    wide = image.convert("I")
    least, most = wide.getextrema()
    if least < 0 or most > _DEEPEST:
        raise UnknownModeError(image.mode)
    grey = wide.point([value >> 8 for value in range(_DEEPEST + 1)], "L")
    clear = image.info.get("transparency")
    if isinstance(clear, int):
        seen = wide.point([0 if value == clear else 255 for value in range(_DEEPEST + 1)], "L")
        grey = Image.merge("RGBA", [grey, grey, grey, seen])
    grey.info = {name: value for name, value in image.info.items() if name != "transparency"}
    return grey
