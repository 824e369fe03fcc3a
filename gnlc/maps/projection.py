"""The Equal Earth projection used by every map of the site.

The maps are SVG drawings that share one view box. ``static/gnlc/land.svg`` and
``static/gnlc/land-detail.svg`` were drawn with this module (see ``draw_land.py``),
so a dot placed at ``equal_earth(longitude, latitude)`` falls in the right place on
either of them.

Formula: Bojan Šavrič, Tom Patterson and Bernhard Jenny (2018), "The Equal Earth map
projection", International Journal of Geographical Information Science. Areas keep
their true proportions. The earth is taken as a sphere.
"""

from math import asin, cos, pi, radians, sin, sqrt

# Coefficients of the polynomial, as printed in the article.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796

# sin(theta) = M * sin(latitude), theta being the article's parametric latitude.
M = sqrt(3) / 2


def _project(longitude, latitude):
    """Return the article's (x, y) for a sphere of radius 1; radians in, y northwards."""
    theta = asin(M * sin(latitude))
    t2 = theta * theta
    t6 = t2 * t2 * t2
    x = longitude * cos(theta) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)))
    y = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))
    return x, y


# The easternmost point is on the equator; the poles are straight lines.
_EAST, _ = _project(pi, 0)
_, _NORTH = _project(0, pi / 2)

# Width of the view box in map units, chosen; one unit is about 40 km on the equator.
WIDTH = 1000

# Height of the view box in map units: the projection's own ratio (1 : 2.0546).
HEIGHT = WIDTH * _NORTH / _EAST

# The ``viewBox`` attribute, ready written: a template would localise the numbers.
VIEW_BOX = f"0 0 {WIDTH} {HEIGHT:.2f}"


def equal_earth(longitude, latitude):
    """Return the place of a point on the map, as (x, y) in map units.

    longitude: degrees east of Greenwich, from -180 to 180 (west is negative).
    latitude: degrees north of the equator, from -90 to 90 (south is negative).

    x runs from 0 (left) to WIDTH (right), y from 0 (top) to HEIGHT (bottom). Raises
    ValueError where a coordinate is out of range or not a number.
    """
    if not -180 <= longitude <= 180:
        raise ValueError(f"longitude out of range: {longitude}")
    if not -90 <= latitude <= 90:
        raise ValueError(f"latitude out of range: {latitude}")
    x, y = _project(radians(longitude), radians(latitude))
    scale = WIDTH / (2 * _EAST)
    return (x + _EAST) * scale, (_NORTH - y) * scale
