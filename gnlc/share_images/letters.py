"""Words as pictures: set in the typefaces of the site, cut into lines, shaped and ordered as their script is written.

Pillow shapes Arabic only where the machine has libraries of its own for it. Here letters are joined and put in order
beforehand, so that a picture is the same everywhere.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from arabic_reshaper import reshape
from bidi.algorithm import get_display
from PIL import ImageFont

FONTS = Path(__file__).parent.parent / "static" / "gnlc" / "fonts"
HEAD = ("noto-serif-latin-700", "noto-serif-latin-ext-700", "noto-naskh-arabic-700")
TEXT = ("noto-sans-latin-400", "noto-sans-latin-ext-400", "noto-sans-arabic-400")
NOWHERE = "\U0010ffff"  # a character that no font has
ARABIC = re.compile("[\u0600-\u08ff]")
MARKS = re.compile("[\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")  # of direction, without a shape


@lru_cache(maxsize=64)
def _font(name, size):
    return ImageFont.truetype(FONTS / f"{name}.woff2", size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _has(name, letter):
    font = _font(name, 16)
    return letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask(NOWHERE))


def _name_of_font(face, letter):
    return next((name for name in face if _has(name, letter)), None)


def _pieces(text, face):
    """[(font, letters)]: neighbours in one font together. A letter that no font has is written without its marks."""
    found = []
    for letter in text:
        name = _name_of_font(face, letter)
        if name is None:
            letter = unicodedata.normalize("NFD", letter)[0]
            name = _name_of_font(face, letter)
        if name and found and found[-1][0] == name:
            found[-1][1] += letter
        elif name:
            found.append([name, letter])
    return found


def in_visual_order(text):
    """The letters of a line from left to right, Arabic ones joined."""
    text = MARKS.sub("", unicodedata.normalize("NFC", text))
    return get_display(reshape(text), base_dir="R" if ARABIC.search(text) else "L")


def width(text, face, size):
    return sum(_font(name, size).getlength(letters) for name, letters in _pieces(in_visual_order(text), face))


def write(draw, text, face, size, language, at, fill):
    """Write a line that begins at `at` = (x, baseline): on the left, or in Arabic on the right."""
    x, baseline = at
    if language == "ar":
        x -= width(text, face, size)
    for name, letters in _pieces(in_visual_order(text), face):
        draw.text((x, baseline), letters, fill, _font(name, size), anchor="ls")
        x += _font(name, size).getlength(letters)


def fit(text, face, room, largest, smallest, most=2):
    """(size, lines): in one line if that is not much smaller than in `most` of them, else as large as it goes.

    What is too long even for the smallest size ends in an ellipsis.
    """
    whole = [(size, 1) for size in range(largest, largest * 2 // 3, -4)]
    for size, number in [*whole, *((size, most) for size in range(largest, smallest - 1, -4))]:
        lines = _lines(text, face, size, room)
        if len(lines) <= number and all(width(line, face, size) <= room for line in lines):
            return size, lines
    lines = _lines(text, face, smallest, room)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return smallest, [_shortened(line, face, smallest, room) for line in lines]


def _lines(text, face, size, room):
    lines = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", face, size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _shortened(line, face, size, room):
    if width(line, face, size) <= room:
        return line
    while line and width(f"{line}…", face, size) > room:
        line = line[:-1]
    return f"{line}…"
