"""What a publisher is called in the page's language: its own name there, else this registry's translation of it."""

import csv
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

NAMES = Path(__file__).parent / "data" / "publishers.csv"


def publisher_in_words(name):
    """The publisher's own name in the page's language; a newspaper, not in the file, keeps its own."""
    return _names().get((name, get_language()), name)


@cache
def _names():
    with NAMES.open(encoding="utf-8", newline="") as file:
        return {(row["name_en"], code): row[f"name_{code}"] for row in csv.DictReader(file) for code in ("fr", "ar")}
