"""A quiet pattern for the page of a city that has no photo: an eight-fold lattice drawn from its place on the map.

Octagons and squares fill the plane; from the middle of each side two lines start into the figure at one angle and
meet those of the next side. The angle comes from the latitude, how the whole is turned from the longitude, so that
each place has its own and neighbours resemble each other.
"""

from dataclasses import dataclass
from math import cos, pi, radians, sin, tan
from zlib import crc32

TILE = 48  # width and height of the piece that repeats
FLATTEST, STEEPEST = 38, 70  # degrees between a line and the side from which it starts


@dataclass(frozen=True)
class Lattice:
    """What the drawing needs: the lines of a tile, and how it is turned."""

    lines: str
    turn: str


def lattice(slug, latitude=None, longitude=None):
    """The lattice of a place; without coordinates, in degrees, one that only the address decides."""
    if latitude is None:
        digest = crc32(slug.encode())
        return Lattice(_lines(digest % 181 - 90), f"{digest // 181 % 46 - 22.5:.1f}")
    return Lattice(_lines(float(latitude)), f"{float(longitude) / 8:.1f}")


def _lines(latitude):
    angle = radians(FLATTEST + (latitude + 90) / 180 * (STEEPEST - FLATTEST))
    half_side = TILE / 2 * tan(pi / 8)
    octagon = _star(TILE / 2, TILE / 2, TILE / 2, 8, angle, 0)
    squares = [_star(x, y, half_side, 4, angle, pi / 4) for x in (0, TILE) for y in (0, TILE)]
    return octagon + "".join(squares)


def _star(x, y, inner, sides, angle, turned):
    """The closed line in a regular figure of so many sides, `inner` away from its middle: from the middle of each
    side to where the lines of two sides meet."""
    half = pi / sides
    reach = inner * tan(half) / (cos(angle) + sin(angle) * tan(half))
    meeting = (inner - reach * sin(angle)) / cos(half)
    points = []
    for side in range(sides):
        at = turned + 2 * half * side
        points += [_point(x, y, inner, at), _point(x, y, meeting, at + half)]
    return f"M{'L'.join(points)}Z"


def _point(x, y, distance, angle):
    return f"{x + distance * cos(angle):.1f} {y + distance * sin(angle):.1f}"
