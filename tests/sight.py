"""How far two colours lie apart for an eye: CIEDE2000 of what each kind of sight leaves of them.

Colour blindness as Machado, Oliveira and Fernandes (2009) simulate it at full severity; the difference as CIE 142-2001
and Sharma, Wu and Dalal (2005) compute it. About 2 can be seen side by side, 10 at a glance. Contrast is that of WCAG.
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
WHITE = (0.95047, 1, 1.08883)


def difference(one, other, sight="usual"):
    """CIEDE2000 between two colours such as `#1d5fa8`."""
    (l1, a1, b1), (l2, a2, b2) = _lab(one, sight), _lab(other, sight)
    more = 1 + 0.5 * (1 - _seventh((hypot(a1, b1) + hypot(a2, b2)) / 2))
    c1, c2 = hypot(a1 * more, b1), hypot(a2 * more, b2)
    h1, h2 = (degrees(atan2(b, a * more)) % 360 if a or b else 0 for a, b in ((a1, b1), (a2, b2)))
    is_grey, turn = not c1 * c2, h2 - h1
    turned = 0 if is_grey else turn - 360 if turn > 180 else turn + 360 if turn < -180 else turn
    hue = h1 + h2 if is_grey else (h1 + h2) / 2
    if not is_grey and abs(turn) > 180:
        hue += 180 if h1 + h2 < 360 else -180
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    weight = (
        1 - 0.17 * cos(radians(hue - 30)) + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6)) - 0.2 * cos(radians(4 * hue - 63))
    )  # fmt: skip
    by_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * sqrt(c1 * c2) * sin(radians(turned / 2)) / (1 + 0.015 * chroma * weight)
    rotation = -2 * _seventh(chroma) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def contrast(one, other):
    darker, lighter = sorted(_times(TO_XYZ, _linear(colour))[1] for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _seventh(chroma):
    return sqrt(chroma**7 / (chroma**7 + 25**7))


def _lab(colour, sight):
    seen = [min(max(part, 0), 1) for part in _times(SIGHTS[sight], _linear(colour))]
    shares = [part / white for part, white in zip(_times(TO_XYZ, seen), WHITE, strict=True)]
    x, y, z = (share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]
