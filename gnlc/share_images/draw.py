"""The two designs of a card: a place, with a map around it, and the world, with a dot for each of many places."""

import re
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from gnlc.maps.projection import WIDTH as MAP_WIDTH
from gnlc.maps.projection import equal_earth
from gnlc.share_images.land import land_mask
from gnlc.share_images.letters import HEAD, TEXT, fit, write

DESIGN = 2  # counts up whenever a card would look different
SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 64
FINE = 2  # maps are drawn this much larger, so that their edges become smooth
PANEL, AROUND = 440, 110  # the map of a place: its width in pixels and in map units (about 40 km each)
TOKENS = Path(__file__).parent.parent / "static" / "gnlc" / "styles" / "tokens.css"
LIGHT = TOKENS.read_text(encoding="utf-8").partition("@media")[0]
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", LIGHT))


def place_card(language, site, name, lines, place, tone):
    """The PNG of a card for one place. `place` is (longitude, latitude), or None where nobody knows it."""
    image, draw = _paper(language, site)
    room = WIDTH - PANEL - 2 * MARGIN
    size, heading = fit(name, HEAD, room, largest=112, smallest=52)
    baseline = 330 if len(heading) == 1 else 290
    for number, line in enumerate(heading):
        _write(draw, line, HEAD, size, language, baseline + number * int(size * 1.25), COLOURS["ink"])
    baseline += (len(heading) - 1) * int(size * 1.25) + 70
    for number, line in enumerate(lines):
        small, (line, *_) = fit(line, TEXT, room, largest=36, smallest=24)
        _write(draw, line, TEXT, small, language, baseline + number * 54, COLOURS["accent" if number else "quiet"])
    left = 0 if language == "ar" else WIDTH - PANEL
    image.paste(_panel(place, COLOURS[f"tone-{tone}"]), (left, 0))
    return _png(image)


def world_card(language, site, name, line, places, tone):
    """The PNG of a card for many places, each (longitude, latitude)."""
    image, draw = _paper(language, site)
    north, visible = 285, HEIGHT - 285
    top, bottom = equal_earth(0, 78)[1], equal_earth(0, -57)[1]  # no member is nearer to a pole
    scale = visible / (bottom - top)
    size = int(MAP_WIDTH * scale) * FINE, visible * FINE
    world = Image.new("RGB", size, COLOURS["paper"])
    world.paste(COLOURS["land"], mask=land_mask(size, 0, top, scale * FINE))
    dots = ImageDraw.Draw(world)
    for longitude, latitude in places:
        x, y = equal_earth(float(longitude), float(latitude))
        _dot(dots, x * scale * FINE, (y - top) * scale * FINE, 5 * FINE, COLOURS[f"tone-{tone}"])
    world = world.resize((size[0] // FINE, visible), Image.Resampling.LANCZOS)
    image.paste(world, (0 if language == "ar" else WIDTH - world.width, north))
    size, heading = fit(name, HEAD, WIDTH - 2 * MARGIN, largest=80, smallest=36, most=1)
    _write(draw, heading[0], HEAD, size, language, 210, COLOURS["ink"])
    _write(draw, line, TEXT, 34, language, 270, COLOURS["accent"])
    return _png(image)


def _paper(language, site):
    """An empty card with the sign and the name of the site at its head."""
    image = Image.new("RGB", SIZE, COLOURS["paper"])
    draw = ImageDraw.Draw(image)
    sign = draw_sign(60)
    is_rtl = language == "ar"
    image.paste(sign, (WIDTH - MARGIN - 60 if is_rtl else MARGIN, 56), sign)
    start = WIDTH - MARGIN - 80 if is_rtl else MARGIN + 80
    write(draw, site, TEXT, 30, language, (start, 97), COLOURS["quiet"])
    return image, draw


def _write(draw, text, face, size, language, baseline, colour):
    write(draw, text, face, size, language, (WIDTH - MARGIN if language == "ar" else MARGIN, baseline), colour)


def _panel(place, colour):
    size = PANEL * FINE, HEIGHT * FINE
    panel = Image.new("RGB", size, COLOURS["sea"])
    if place is None:
        sign = draw_sign(260 * FINE)
        panel.paste(sign, ((size[0] - sign.width) // 2, (size[1] - sign.height) // 2), sign)
    else:
        x, y = equal_earth(float(place[0]), float(place[1]))
        scale = size[0] / AROUND
        panel.paste(COLOURS["land"], mask=land_mask(size, x - AROUND / 2, y - size[1] / scale / 2, scale))
        _dot(ImageDraw.Draw(panel), size[0] / 2, size[1] / 2, 15 * FINE, colour)
    return panel.resize((PANEL, HEIGHT), Image.Resampling.LANCZOS)


def _dot(draw, x, y, radius, colour):
    edge = radius * 1.35
    draw.ellipse((x - edge, y - edge, x + edge, y + edge), fill=COLOURS["card"])
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def draw_sign(size):
    """The sign of the registry as `icon.svg` has it, on a ground that is transparent."""
    k = size * 4 / 32
    image = Image.new("RGBA", (size * 4, size * 4))
    draw = ImageDraw.Draw(image)
    draw.ellipse((k, k, 31 * k, 31 * k), fill=COLOURS["accent"])
    line = [(6, 22), (6, 14), (11, 10), (16, 14), (21, 10), (26, 14), (26, 22)]
    draw.line([(x * k, y * k) for x, y in line], fill="#ffffff", width=round(2.4 * k), joint="curve")
    draw.ellipse((13.4 * k, 18.4 * k, 18.6 * k, 23.6 * k), fill="#f2b84b")
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _png(image):
    file = BytesIO()
    image.quantize(256, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()
