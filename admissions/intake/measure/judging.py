"""What became of each name of a case: decided rightly, asked about, unread, silently wrong, or lost unseen."""

import re
from dataclasses import dataclass, field

from admissions.intake.characters import ascii_digits
from admissions.intake.countries import Countries
from admissions.intake.gazetteer import places_of
from admissions.intake.match import Registry
from admissions.intake.pair import pair
from admissions.intake.spelling import compact
from admissions.models import Admission
from records.distance import kilometres
from records.search.folding import fold

from .gold import BEFORE, registry_for

SAME_PLACE = 40  # kilometres within which a place is the expected one, whether it is recorded or new
_SHORTEST = 4  # Latin or Arabic letters from which on a name is looked for within other words


@dataclass
class Verdict:
    """The names of one case by what became of them. `silent` and `unseen` have to be empty.

    `silent`: (name, what was taken as certain) where that is wrong or has no place;
    `unseen`: names that are neither an entry nor in a line that is shown as unread or left aside with its reason;
    `extra`: (name, what was taken as certain) of entries that nothing is expected of: to be looked at by who wrote
    down the answers;
    `refused`: (file name, why it was not read at all).
    """

    case: str
    listed: int = 0
    right: int = 0
    asked: list = field(default_factory=list)
    unread: list = field(default_factory=list)
    silent: list = field(default_factory=list)
    unseen: list = field(default_factory=list)
    extra: list = field(default_factory=list)
    refused: list = field(default_factory=list)

    @property
    def share(self):
        """The share of the names to be decided that were decided rightly without a person."""
        return self.right / self.listed if self.listed else 1


def judge(case, countries=None):
    """Read, pair and match the lists of a case as the desk does, on the registry as it was before their round.

    A match with a city that is or was a member is right where it is right, though the desk has a person confirm it,
    and never silently wrong.
    """
    readings, refused = case.read(countries or Countries())
    verdict = Verdict(case.name, listed=sum(row.may_be_certain for row in case.expected), refused=refused)
    if refused and not readings:
        verdict.unread = [row.name for row in case.expected]
        return verdict
    codes = {line.country_code for reading in readings.values() for line in reading.cities}
    codes |= {row.country_code for row in case.expected if row.country_code}
    registry, _known = registry_for(case.round(readings), BEFORE, codes)
    entries = pair(readings, registry=registry)
    judging = _Judging(case, readings, registry)
    judging.give(verdict, entries)
    return verdict


class _Judging:
    def __init__(self, case, readings, registry):
        self.rows = case.expected
        self.readings = readings
        self.registry = registry
        self.members = set(Admission.objects.values_list("city__slug", flat=True))
        self.cities = Registry.of({row.country_code for row in self.rows})  # as it is now, with the places of slugs

    def give(self, verdict, entries):
        owners = self._owners(entries)
        asked = {line.raw for entry in entries if self._asks(entry) for line in entry.lines.values() if line}
        self.shown = _Shown(self.readings, asked)
        open_rows = [row for row in self.rows if row not in owners.values()]
        for at, entry in enumerate(entries):
            row = owners.get(at)
            if row:
                self._decided(verdict, row, entry)
            elif not self._asks(entry):
                kind = verdict.extra if entry.decision.identity else verdict.silent
                kind.append((_name(entry), f"{entry.country_code}: {entry.decision.name}"))
        for row in open_rows:
            self._not_an_entry(verdict, row)

    def _owners(self, entries):
        """{place of the entry: its row}: by place, then by name, then by what is proposed; each row once."""
        owners = {}
        for says in (self._is_decided_for, self._is_called, self._is_proposed):
            for at, entry in enumerate(entries):
                taken = owners.values()
                if at not in owners:
                    row = next((row for row in self.rows if row not in taken and says(entry, row)), None)
                    if row:
                        owners[at] = row
        return owners

    def _is_decided_for(self, entry, row):
        return bool(entry.decision) and self._is_called(entry, row) and self._is_right(entry.decision, row)

    def _is_called(self, entry, row):
        names = {compact(line.name) for line in entry.lines.values() if line}
        return entry.country_code == row.country_code and bool(names & self._keys(row))

    def _is_proposed(self, entry, row):
        found = [entry.decision] if entry.decision else entry.candidates
        return entry.country_code == row.country_code and any(self._is_right(each, row) for each in found)

    def _is_right(self, candidate, row):
        if row.slug and candidate.city_slug == row.slug:
            return True
        point, place = self._point(row), self._place(candidate, row.country_code)
        return bool(point and place) and kilometres(point, place) <= SAME_PLACE

    def _point(self, row):
        return row.point or next((city.coordinates for city in self._cities_of(row)), None)

    def _place(self, candidate, code):
        if candidate.latitude is not None:
            return candidate.latitude, candidate.longitude
        cities = self.registry.in_country(code)
        return next((city.coordinates for city in cities if city.slug == candidate.city_slug), None)

    def _cities_of(self, row):
        return [city for city in self.cities.in_country(row.country_code) if row.slug and city.slug == row.slug]

    def _keys(self, row):
        return {compact(row.name), *(key for city in self._cities_of(row) for key in city.keys)}

    def _spellings(self, row):
        """How the list may write the place: the printed name, those of the registry and of the gazetteer."""
        found = [row.name, *(each.text for city in self._cities_of(row) for each in city.spellings)]
        point = self._point(row)
        if point:
            around = places_of(row.country_code).around(point, SAME_PLACE)
            near = [place for place in around if compact(row.name) in place.is_called]
            found += [text for place in near for text in (place.name, *place.aliases)]
        return found

    def _decided(self, verdict, row, entry):
        decision = entry.decision
        if decision and (row.outcome == "certain" or (row.may_be_certain and self._is_right(decision, row))):
            verdict.right += 1
        elif self._asks(entry):
            verdict.asked.append(row.name)
        else:
            verdict.silent.append((row.name, decision.name))

    def _asks(self, entry):
        """Whether the desk asks a person: matching leaves it open, or means a city that is or was a member already."""
        return entry.decision is None or entry.decision.city_slug in self.members

    def _not_an_entry(self, verdict, row):
        shown = self.shown.of(self._spellings(row), row.country_code)
        if shown == "group" and row.may_be_certain:
            verdict.asked.append(row.name)
        elif shown in ("unread", "city", "group", "aside"):
            verdict.unread.append(row.name)
        else:
            verdict.unseen.append(row.name)


class _Shown:
    """The lines of all lists, and how a person sees those that hold a name."""

    def __init__(self, readings, asked):
        self.asked = asked
        self.lines = [line for reading in readings.values() for line in reading.lines]
        self.spare = [line for line in self.lines if line.kind == "unread"]

    def of(self, spellings, country_code):
        """The most that a person sees of a name: "unread", "group", "aside", "city" (in the line of an entry that is
        asked about), or None. A name in a spelling that nobody has noted is taken for one of the unread lines that are
        left."""
        holding = [line for line in self.lines if any(_holds(line.raw, text) for text in spellings)]
        seen = {_seen(line) for line in holding if line.kind != "city" or line.group or line.raw in self.asked}
        for kind in ("unread", "group", "aside", "city"):
            if kind in seen:
                return kind
        if not holding and self.spare:
            of_country = [line for line in self.spare if line.country_code in (None, country_code)]
            if of_country:
                self.spare.remove(of_country[0])
                return "unread"
        return None


def _seen(line):
    if line.kind == "city":
        return "group" if line.group else "city"
    if line.kind == "text":
        return "aside" if line.aside else "text"
    return line.kind


def _holds(raw, text):
    """Whether a line has a name, whole words of it where the name is short."""
    raw, name = fold(ascii_digits(raw)), fold(ascii_digits(text))
    if len(name) >= _SHORTEST and compact(name) in compact(raw):
        return True
    spaced = bool(re.search(r"[a-z\u0600-\u06ff]", name))
    return f" {name} " in f" {raw} " if spaced else bool(name) and name in raw


def _name(entry):
    return next(line.name for line in entry.lines.values() if line)
