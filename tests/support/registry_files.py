"""Small files of the registry's own tables, for stories about what is loaded from them."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command

from admissions.models import Admission
from gnlc.management.commands import load_registry

FILLED = {
    "sources.csv": {"title": "A text", "language": "en"},
    "countries.csv": {
        "iso3": "MAR",
        "name_en": "Morocco",
        "name_fr": "Maroc",
        "name_ar": "المغرب",
        "continent": "africa",
    },
    "cities.csv": {"country_iso2": "MA"},
    "cohorts.csv": {"kind": "round", "source_ids": "release"},
    "admissions.csv": {"source_ids": "release", "status": "admitted", "confidence": "listed"},
    "undated_members.csv": {"source_ids": "release"},
}


class RegistryFiles:
    """Files in a folder, read by the registry's own tables; a row gives the cells that matter, the rest is filled."""

    def __init__(self, folder, monkeypatch):
        self.folder = folder
        tables = [table for table in load_registry.TABLES if table.path.name in FILLED]
        monkeypatch.setattr(load_registry, "TABLES", [replace(each, path=folder / each.path.name) for each in tables])
        self.write("sources.csv", {"id": "release"})
        self.write("countries.csv", {"iso2": "MA"})
        for name in FILLED.keys() - {"sources.csv", "countries.csv"}:
            self.write(name)

    def write(self, name, *rows):
        """Replace a file by one with these rows."""
        headers = {
            header: None for table in load_registry.TABLES if table.path.name == name for header in table.columns
        }
        headers |= {header: None for row in rows for header in row}
        with (self.folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, headers, restval="")
            writer.writeheader()
            writer.writerows(FILLED[name] | row for row in rows)

    def cities(self, **names):
        """A city a row: its slug and its English name, or all its cells."""
        cells = {slug: each if isinstance(each, dict) else {"name_en": each} for slug, each in names.items()}
        self.write("cities.csv", *({"slug": slug.replace("_", "-")} | each for slug, each in cells.items()))

    def cohorts(self, *years):
        self.write(
            "cohorts.csv", *({"slug": str(year), "year": year, "title_en": f"Admissions of {year}"} for year in years)
        )

    def admissions(self, *pairs):
        """A pair (city, cohort) a row."""
        named = ({"city_slug": city, "cohort_slug": str(cohort), "name_as_announced": city} for city, cohort in pairs)
        self.write("admissions.csv", *named)

    def undated(self, *cities):
        self.write("undated_members.csv", *({"city_slug": city, "name_as_listed": city} for city in cities))

    def load(self, **options):
        """The lines that `load_registry` prints, but for the counts of each file."""
        out = StringIO()
        call_command("load_registry", stdout=out, **options)
        lines = [line.strip() for line in out.getvalue().splitlines()]
        return [line for line in lines if not line.endswith("as before")]


def admitted():
    """Pairs (city, cohort) of all admissions."""
    return sorted(Admission.objects.values_list("city__slug", "cohort__slug"), key=str)


@pytest.fixture
def files(db, tmp_path, monkeypatch):
    """Fez was admitted in 2020; both cohorts of the story are there."""
    files = RegistryFiles(tmp_path, monkeypatch)
    files.cohorts(2020, 2022)
    files.cities(fez="Fez", rabat="Rabat")
    files.admissions(("fez", 2020))
    files.load()
    return files
