"""Countries by their names, and the registry's own files for the measures."""

import csv
from pathlib import Path

import pytest
from django.db import transaction

import admissions.imports
import cities.imports
from admissions.intake.countries import Countries
from records.loading import load

ROOT = Path(__file__).parents[3]
NEEDED = {"sources.csv", "countries.csv", "cities.csv", "city_names.csv", "cohorts.csv", "admissions.csv"}
NEEDED |= {"undated_members.csv"}


@pytest.fixture(scope="session")
def countries():
    """The names of all countries, without a database."""
    names = []
    with (ROOT / "cities" / "data" / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            texts = [row[f"name_{language}"] for language in ("en", "fr", "ar")] + row["alternate_names"].split("|")
            names += [(text, row["iso2"]) for text in dict.fromkeys(texts) if text]
    return Countries(names)


@pytest.fixture(scope="module")
def registry_files(django_db_setup, django_db_blocker):
    """The registry's cities and admissions, loaded once for a module and taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        for table in [*cities.imports.TABLES, *admissions.imports.TABLES]:
            if table.label.split(" ")[0] in NEEDED:
                load(table)
        yield
        transaction.set_rollback(True)
