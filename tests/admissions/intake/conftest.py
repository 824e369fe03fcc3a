"""Countries by their names."""

import csv
from pathlib import Path

import pytest

from admissions.intake.countries import Countries

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def countries():
    """The names of all countries, without a database."""
    names = []
    with (ROOT / "cities" / "data" / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            texts = [row[f"name_{language}"] for language in ("en", "fr", "ar")] + row["alternate_names"].split("|")
            names += [(text, row["iso2"]) for text in dict.fromkeys(texts) if text]
    return Countries(names)
