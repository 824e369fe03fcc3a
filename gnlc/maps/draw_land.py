"""Draw the land of the world as an SVG file: a maintainers' tool.

    python -m gnlc.maps.draw_land path/to/land.json > land.svg

The source is a ``land-*.json`` file of the npm package world-atlas: TopoJSON made from Natural Earth (public domain).
Degrees go in, map units of ``projection.py`` come out. The commands used are in ``land.README.md``.
"""

import argparse
import json
import math
import re
import sys
from itertools import accumulate, pairwise

from gnlc.maps.projection import VIEW_BOX, equal_earth

SMALLEST = 0.02  # square map units (about 30 km²); smaller islands and lakes are left out
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" fill="#8fa39a">
<desc>Land of the world: Natural Earth (public domain), Equal Earth projection. See land.README.md.</desc>
<clipPath id="outline"><use href="#globe"/></clipPath>
<g fill="#eef2f1"><path id="globe" d="{globe}"/></g>
<path id="land" clip-path="url(#outline)" fill-rule="evenodd" d="{land}"/>
</svg>
"""


def read_rings(topology):
    """Yield every ring of the "land" object as a list of (longitude, latitude)."""
    (kx, ky), (x0, y0) = (topology["transform"][key] for key in ("scale", "translate"))
    arcs = []
    for deltas in topology["arcs"]:  # each point is stored as the step from the last
        xs, ys = (accumulate(axis) for axis in zip(*deltas, strict=True))
        arcs.append([(x * kx + x0, y * ky + y0) for x, y in zip(xs, ys, strict=True)])
    for shape in topology["objects"]["land"]["geometries"]:  # each one a MultiPolygon
        for numbers in (ring for polygon in shape["arcs"] for ring in polygon):
            # A negative number is an arc walked backwards; arcs share their end points.
            parts = (arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers)
            yield [point for part in parts for point in part[1:]]


def unwrap(ring):
    """Return the ring walked without jumps of 360°, past ±180 where need be; round the pole, closed along -90."""
    jumps = [i for i, (x, _) in enumerate(ring) if abs(x - ring[i - 1][0]) > 180]
    start = jumps[0] if jumps else 0
    walked = [ring[start]]
    for x, y in ring[start + 1 :] + ring[: start + 1]:
        walked.append((x - 360 * round((x - walked[-1][0]) / 360), y))
    pole = len(jumps) % 2  # an odd number of jumps leads round the pole: Antarctica
    return walked + [(walked[i][0], -90) for i in (-1, 0) if pole]


def cut(ring, edge, side):
    """Return the part of the ring west (side 1) or east (side -1) of a meridian."""
    kept = []
    for (x0, y0), (x, y) in pairwise(ring[-1:] + ring):
        if (x0 - edge) * (x - edge) < 0:
            kept.append((edge, y0 + (y - y0) * (edge - x0) / (x - x0)))
        if (x - edge) * side <= 0:
            kept.append((x, y))
    return kept


def project(ring):
    """Return the ring in map units, closed; along meridians, which are curved, with a point a degree."""
    points = []
    for (x0, y0), (x, y) in pairwise(ring + ring[:1]):
        parts = math.ceil(abs(y - y0)) if x == x0 and y != y0 else 1
        points += [equal_earth(x0, y0 + (y - y0) * i / parts) for i in range(parts)]
    return points + points[:1]


def simplify(line, tolerance):
    """Return the line with fewer points, by Douglas and Peucker's method; tolerance in map units."""
    (ax, ay), (bx, by), base = line[0], line[-1], math.dist(line[0], line[-1])

    def away(i):
        across = abs((bx - ax) * (line[i][1] - ay) - (by - ay) * (line[i][0] - ax))
        return across / base if base else math.dist(line[0], line[i])

    far = max(range(len(line)), key=away)
    if away(far) <= tolerance:
        return [line[0], line[-1]]
    return simplify(line[: far + 1], tolerance)[:-1] + simplify(line[far:], tolerance)


def write_path(rings, decimals):
    """Return closed rings as SVG path data in relative steps, rounded without drift."""
    unit, pen, path = 10**decimals, (0, 0), []
    for ring in rings:
        rounded = [(round(x * unit), round(y * unit)) for x, y in ring]
        points = [b for a, b in pairwise(rounded) if a != b]
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(rounded)) / 2
        if abs(area) >= SMALLEST * unit**2:
            moves = [(b[i] - a[i]) / unit for a, b in pairwise([pen, *points]) for i in (0, 1)]
            path.append("m" + " ".join(f"{move:g}" for move in moves) + "z")
            pen = points[0]
    return re.sub(r"(?<!\d)0\.", ".", "\n".join(path)).replace(" -", "-")


def draw(topology, tolerance, decimals):
    """Return the drawing as SVG text; tolerance in map units."""
    land = []
    for ring in map(unwrap, read_rings(topology)):
        for shift in (-360, 0, 360):  # once more on the far side where it overflows
            inside = cut(cut([(x + shift, y) for x, y in ring], -180, -1), 180, 1)
            land += [simplify(project(inside), tolerance)] if inside else []
    globe = [simplify(project([(-180, -90), (-180, 90), (180, 90), (180, -90)]), 0.03)]
    return SVG.format(box=VIEW_BOX, globe=write_path(globe, decimals), land=write_path(land, decimals))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=argparse.FileType(encoding="utf-8"), help="land-110m.json or land-50m.json")
    parser.add_argument("--tolerance", type=float, default=0, help="map units; 0 keeps every point that turns")
    parser.add_argument("--decimals", type=int, default=1, help="decimals of a map unit to write")
    options = parser.parse_args()
    sys.stdout.write(draw(json.load(options.source), options.tolerance, options.decimals))
