"""Where one city lies: the part of the map around it, and its dot."""

from dataclasses import dataclass

from gnlc.maps.projection import HEIGHT, WIDTH, equal_earth

SHOWN = 60  # map units from side to side, about 40 km each at the equator
RATIO = 0.6  # height to width


@dataclass(frozen=True)
class Location:
    """A place in map units, and the view box that shows it, as SVG writes numbers."""

    x: str
    y: str
    view_box: str


def location(longitude, latitude):
    """The place of a point, in degrees, in a part of the map that does not go beyond the edge."""
    x, y = equal_earth(float(longitude), float(latitude))
    height = SHOWN * RATIO
    left = min(max(x - SHOWN / 2, 0), WIDTH - SHOWN)
    top = min(max(y - height / 2, 0), HEIGHT - height)
    return Location(f"{x:.2f}", f"{y:.2f}", f"{left:.2f} {top:.2f} {SHOWN} {height:.1f}")
