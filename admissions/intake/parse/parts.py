"""Lines that hold several: bullets or numbers in a row, sentences, columns of a page side by side."""

import re

from admissions.intake.characters import has_letters
from admissions.intake.countries import region_called

from .line_grammar import read_cities
from .lines import without_mark
from .names import without_count
from .prose import is_prose

_BULLET = re.compile(r"\s+[•·∙▪▫◦‣⁃●○■□►▶➤➢✓✔*]\s+(?![(\[])|\s*[•▪◦‣●■►➤]\s*")
_NUMBER = re.compile(r"(?<=[\s)])\(?([0-9]{1,3})[.)]\s+(?=\S)")
_SENTENCE = re.compile(r"(?<=[a-zà-ÿ)\u0620-\u064a][.!?؟])\s+(?=\S)")
_MOST_PARTS = 500


def parts_of(line):
    """The line, or a line for each of the entries or sentences that bullets, numbers or full stops part."""
    texts = _BULLET.split(line.text) if len(line.text) > 3 else [line.text]
    if len(texts) == 1:
        texts = _by_numbers(line)
    if len(texts) == 1 and is_prose(line.text):
        texts = _SENTENCE.split(line.text)
    texts = [text for text in texts if text.strip()]
    if not 1 < len(texts) <= _MOST_PARTS or not all(map(has_letters, texts)):
        return [line]
    first = line._replace(text=texts[0].strip())
    return [first, *(line._replace(text=text.strip(), after_blank=False) for text in texts[1:])]


def _by_numbers(line):
    """The parts of "1. Fez 2. Agadir 3. Dakar", whose first number was taken off."""
    found = list(_NUMBER.finditer(line.text))
    numbers = [int(each[1]) for each in found]
    if not line.marked or numbers != list(range(2, len(numbers) + 2)):
        return [line.text]
    starts = [0, *(each.end() for each in found)]
    ends = [*(each.start() for each in found), len(line.text)]
    return [line.text[start:end] for start, end in zip(starts, ends, strict=True)]


def columns_of(rows, countries):
    """The cells of rows as lines, one column after the other, if they are columns of a page rather than a table: if in
    most rows two cells or more are entries with their country. None for a table."""
    cells = [[without_mark(cell) for cell in row.cells] for row in rows]
    several = [own for own in cells if sum(has_letters(text) for text, _marked in own) > 1]
    complete = [own for own in several if sum(bool(read_cities(text, countries)) for text, _marked in own) > 1]
    headings = [own for own in several if all(_is_heading(text, countries) for text, _marked in own)]
    if not complete or len(complete) + len(headings) < len(several) * 0.6:
        return None
    width = max(map(len, cells))
    return [
        row._replace(text=own[place][0], marked=own[place][1], cells=(own[place][0],))
        for place in range(width)
        for row, own in zip(rows, cells, strict=True)
        if place < len(own) and own[place][0]
    ]


def _is_heading(text, countries):
    return not has_letters(text) or bool(region_called(without_count(text)) or countries.code(without_count(text)))
