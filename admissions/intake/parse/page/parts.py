"""Lines that hold several: bullets or numbers in a row, sentences."""

import re

from admissions.intake.characters import has_letters
from admissions.intake.parse.entries.prose import is_prose

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
