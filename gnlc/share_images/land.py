"""The land of the world as polygons, from the drawing that the maps of the site show."""

import re
from functools import cache
from itertools import accumulate
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

DRAWING = Path(__file__).parent.parent / "static" / "gnlc" / "land-detail.svg"
NUMBER = re.compile(r"-?\d*\.?\d+")


@cache
def rings():
    """[((left, top, right, bottom), [x, y, x, y, …])] in map units; a ring within another one is water."""
    path = re.search(r'id="land"[^>]* d="([^"]+)"', DRAWING.read_text(encoding="utf-8"))[1]
    found, start = [], (0.0, 0.0)
    for part in path.split("z"):
        steps = [float(number) for number in NUMBER.findall(part)]
        if steps:
            # Each point is a step from the last; each ring begins with a step from the beginning of the last.
            xs = list(accumulate(steps[::2], initial=start[0]))[1:]
            ys = list(accumulate(steps[1::2], initial=start[1]))[1:]
            start = xs[0], ys[0]
            found.append(((min(xs), min(ys), max(xs), max(ys)), list(zip(xs, ys, strict=True))))
    return found


def land_mask(size, left, top, scale):
    """A picture, 1 on land, of the part of the map that begins at (left, top); `scale` is pixels for a map unit."""
    right, bottom = left + size[0] / scale, top + size[1] / scale
    mask = Image.new("1", size)
    for (west, north, east, south), ring in rings():
        if west < right and east > left and north < bottom and south > top:
            at = max(int((west - left) * scale), 0), max(int((north - top) * scale), 0)
            to = min(int((east - left) * scale) + 2, size[0]), min(int((south - top) * scale) + 2, size[1])
            one = Image.new("1", (to[0] - at[0], to[1] - at[1]))
            points = [((x - left) * scale - at[0], (y - top) * scale - at[1]) for x, y in ring]
            ImageDraw.Draw(one).polygon(points, fill=1)
            mask.paste(ImageChops.logical_xor(mask.crop((*at, *to)), one), at)
    return mask
