"""Cases: folders with a list as it really comes and, in `expected.csv`, what a careful person makes of it."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from admissions.intake.decode import Unreadable, read_file
from admissions.intake.decode.remarks import asides_of
from admissions.intake.parse import parse
from admissions.models import Admission, Cohort

_BESIDE = {"expected.csv", "cities.csv"}  # and what describes the case, in Markdown
_LANGUAGE = re.compile(r"(?:^|\.)([a-z]{2}(?:-[a-z]{4})?)\.[a-z]+$")
_LANGUAGE_OF_THE_LIST = re.compile(r"Language of the list: ([a-z-]+)")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")


@dataclass(frozen=True)
class Expected:
    """A row of `expected.csv`.

    `outcome` is "in registry", "new", "certain", "ask" or "must not be admitted without a question"; `place` a slug of
    the registry ("registry:fez"), or latitude and longitude in degrees ("34.03;-5.0"), or empty.
    """

    country_code: str
    name: str
    outcome: str
    place: str

    @property
    def slug(self):
        return self.place.removeprefix("registry:") if self.place.startswith("registry:") else ""

    @property
    def point(self):
        """Latitude and longitude in degrees, or None."""
        return tuple(map(float, self.place.split(";"))) if ";" in self.place else None

    @property
    def may_be_certain(self):
        return self.outcome in ("in registry", "new", "certain")


class Case:
    """A folder with lists of one release, one for each language or file, and the rows that are expected of them."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.name = self.folder.name

    @property
    def is_sequence(self):
        """Whether the lists come one after the other, with acts of people in between: told, not measured."""
        return self.name.startswith("s_")

    @cached_property
    def expected(self):
        with (self.folder / "expected.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            return [
                Expected(row["country_iso2"], row["name_in_list"], row["outcome"], row["place"] or "") for row in rows
            ]

    @property
    def files(self):
        found = sorted(path for path in self.folder.iterdir() if path.is_file() and path.suffix != ".md")
        return [path for path in found if path.name not in _BESIDE]

    def language_of(self, path):
        """The language that the name of the file has, else the one that the description names, else English."""
        found = _LANGUAGE.search(path.name)
        return found[1] if found else self._language

    @cached_property
    def _language(self):
        described = self.folder / "ORIGIN.md"
        text = described.read_text(encoding="utf-8") if described.exists() else ""
        found = _LANGUAGE_OF_THE_LIST.search(text)
        return found[1] if found else "en"

    def read(self, countries):
        """({file name: Reading}, [(file name, why it was refused)])."""
        readings, refused = {}, []
        for path in self.files:
            try:
                text, remarks, groups = read_file(path.name, path.read_bytes(), countries)
            except Unreadable as error:
                refused.append((path.name, str(error)))
            else:
                readings[path.name] = parse(
                    text, self.language_of(path), countries=countries, groups=groups, asides=asides_of(remarks)
                )
        return readings, refused

    def round(self, readings):
        """The slug of the cohort that the list announces: the one of most cities that it is expected to name, else
        the one of the year in the folder's name or of the date that the list prints, else the last one."""
        slugs = {row.slug for row in self.expected if row.slug and row.may_be_certain}
        years = Counter(Admission.objects.filter(city__slug__in=slugs).values_list("cohort__slug", flat=True))
        if years and 2 * max(years.values()) > len(self.expected):
            return max(years, key=years.get)
        cohorts = dict(Cohort.objects.order_by("year").values_list("year", "slug"))
        named = _YEAR.search(self.name)
        printed = [reading.date.year for reading in readings.values() if reading.date]
        for year in [*([int(named[1])] if named else []), *printed]:
            if year in cohorts:
                return cohorts[year]
        return cohorts[max(cohorts)] if cohorts else ""


def cases(folder):
    """The cases in a folder, or the folder itself if it is one."""
    folder = Path(folder)
    if (folder / "expected.csv").exists():
        return [Case(folder)]
    return [Case(path.parent) for path in sorted(folder.glob("*/expected.csv"))]
