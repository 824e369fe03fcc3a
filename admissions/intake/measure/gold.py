"""The gold lists: the releases of past rounds, each line of which is known to mean which city."""

import csv
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.db.models import Exists, OuterRef

from admissions.intake.decode import read_file
from admissions.intake.decode.remarks import asides_of
from admissions.intake.match import Registry, candidates, without_doubt
from admissions.intake.pair import pair
from admissions.intake.parse import parse
from admissions.models import Admission
from cities.models import City

NOW, BEFORE = "now", "before"  # the registry as it is, and without the cities that came with the round alone


@dataclass(frozen=True)
class Answer:
    """What a printed name means: a city, and its place in the gazetteer.

    `place` is "itself", "seat" where a town stands for a body around it, or empty where the gazetteer has none.
    """

    city: str
    geonames_id: int | None
    place: str

    def is_met_by(self, candidate, known):
        """Whether the candidate is right: the city if the registry knows it, else its place or just a new city."""
        if self.city in known:
            return candidate.city_slug == self.city
        return candidate.city_slug is None and candidate.geonames_id in (None, self.geonames_id)

    def is_all_of(self, candidate):
        """Whether nothing is left to find: a new city that the gazetteer has comes with its place."""
        return candidate.identity is not None or self.place != "itself"

    def can_be_proposed(self, known):
        return self.city in known or self.place == "itself"


@dataclass
class Measure:
    """What became of the lines of one list. Of the automatic decisions, `bare` ones are for a new city without the
    place that the gazetteer has for it: right, but its coordinates are left to be filled in."""

    name: str
    registry: str
    lines: int = 0
    automatic: int = 0
    bare: int = 0
    wrong: list = field(default_factory=list)  # (name, what it was taken for)
    to_propose: int = 0  # lines whose city is in the registry or in the gazetteer …
    proposed: int = 0  # … and those of them that have it among the first three candidates
    misread: list = field(default_factory=list)
    seconds: float = 0.0

    @property
    def precision(self):
        return 1 - len(self.wrong) / self.automatic if self.automatic else 1

    @property
    def recall(self):
        return self.proposed / self.to_propose if self.to_propose else 1

    @property
    def share(self):
        """The share of lines that are decided without a person."""
        return self.automatic / self.lines if self.lines else 0


@dataclass(frozen=True)
class GoldList:
    name: str
    round: str
    language: str
    reading: object


def gold_answers(folder):
    """{(round, language): {(name, country): Answer}} of `answers.csv`."""
    answers = {}
    with (Path(folder) / "answers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            number = int(row["geonames_id"]) if row["geonames_id"] else None
            of_list = answers.setdefault((row["round"], row["language"]), {})
            of_list[row["name"], row["country"]] = Answer(row["city"], number, row["place"])
    return answers


def gold_lists(folder):
    """The lists of a folder, whose files are called `2022-en-….txt`; the plain one of a language is `2022-en.txt`."""
    for path in sorted((Path(folder) / "lists").iterdir()):
        year, language = path.stem.split("-")[:2]
        text, remarks, groups = read_file(path.name, path.read_bytes())
        reading = parse(text, language, groups=groups, asides=asides_of(remarks))
        yield GoldList(path.name, year, language, reading)


def with_other_languages(gold, lists):
    """The readings of a list and of the plain lists of its round in the other languages, as they come to the desk."""
    plain = {other.language: other.reading for other in lists if other.name == f"{gold.round}-{other.language}.txt"}
    return {gold.language: gold.reading} | {key: plain[key] for key in plain if key != gold.language}


def registry_for(year, state, codes):
    """The registry's names in these countries, and the slugs it knows, before a round or now."""
    cities = City.objects.all()
    if state == BEFORE:
        inside = Admission.objects.filter(city=OuterRef("pk"), cohort__slug=year)
        outside = Admission.objects.filter(city=OuterRef("pk")).exclude(cohort__slug=year)
        cities = cities.exclude(Exists(inside), ~Exists(outside))
    return Registry.of(codes, cities), set(cities.values_list("slug", flat=True))


def measure(gold, readings, answers, state):
    """Pair and match the readings, and count what became of the lines of this list.

    A certain pair that joins lines of different cities is wrong.
    """
    codes = {line.country_code for reading in readings.values() for line in reading.cities}
    registry, known = registry_for(gold.round, state, codes)
    result = Measure(gold.name, state)
    start = time.perf_counter()
    pairs = pair(readings, registry=registry)
    result.seconds = time.perf_counter() - start
    for each in pairs:
        lines = {language: line for language, line in each.lines.items() if line}
        meant = {key: answers[gold.round, key].get((line.name, line.country_code)) for key, line in lines.items()}
        answer = meant.get(gold.language)
        if answer:
            _count(result, lines[gold.language].name, answer, each, known)
            if each.certain and len({other.city for other in meant.values() if other}) > 1:
                result.wrong.append((lines[gold.language].name, ", ".join(line.name for line in lines.values())))
    result.misread = _misread(gold.reading, answers[gold.round, gold.language])
    return result


def _misread(reading, answers):
    """Names that were read and are in no answer, and cities of which no name was read."""
    read = {(line.name, line.country_code) for line in reading.cities}
    found = {answers[name].city for name in read & answers.keys()}
    missing = {answer.city for answer in answers.values()} - found
    return sorted({name for name, _country in read - answers.keys()} | missing)


def _count(result, name, answer, found, known):
    result.lines += 1
    if answer.can_be_proposed(known):
        result.to_propose += 1
        result.proposed += any(
            answer.is_met_by(candidate, known) and answer.is_all_of(candidate) for candidate in found.candidates[:3]
        )
    if found.decision is None:
        return
    result.automatic += 1
    if not answer.is_met_by(found.decision, known):
        result.wrong.append((name, found.decision.name))
    elif answer.city not in known and not answer.is_all_of(found.decision):
        result.bare += 1


def trials():
    """Match every name of every city as if the registry lacked that city, and as if it lacked just that name.

    Counts of (trial, outcome), where the outcome is "person", "right", "bare" (a new city without a place) or "wrong":
    another city or place, or a second record of a city that is there. Names are tried that the city has besides its
    English one, which the registry never lacks.
    """
    codes = set(City.objects.values_list("country_id", flat=True))
    registry = Registry.of(codes)
    outcomes = Counter()
    for code in sorted(codes):
        cities = registry.in_country(code)
        for city in cities:
            others = [other for other in cities if other is not city]
            absent = Registry({code: others})
            for name in city.spellings:
                decision = without_doubt(candidates(name.text, code, registry=absent))
                outcomes["city absent", _outcome_for_new(decision, city)] += 1
                rest = tuple(other for other in city.spellings if other.key != name.key)
                if any(other.text == city.name for other in rest):
                    unnamed = Registry({code: [*others, city._replace(spellings=rest)]})
                    decision = without_doubt(candidates(name.text, code, registry=unnamed))
                    right = decision and decision.city_slug == city.slug
                    outcomes["name unknown", "right" if right else "wrong" if decision else "person"] += 1
    return outcomes


def _outcome_for_new(decision, city):
    if decision is None:
        return "person"
    if decision.identity is None:
        return "bare"
    return "right" if decision.identity == city.geonames_id else "wrong"
