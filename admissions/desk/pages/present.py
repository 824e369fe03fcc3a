"""Entries as the desk shows them: with candidates and reasons in words, and what the registry knows already."""

from dataclasses import dataclass, field

from admissions.desk.lists.standing import standings
from admissions.desk.release.control import crowded_countries
from admissions.intake.match.reasons import Reason
from admissions.models import RoundEntry
from cities.models import City, Country

NEW = ("new", 1)  # the deed of a city that is known nowhere


@dataclass
class ShownEntry:
    """One entry with all its partial needs. `candidates` are those of the entry in words; `others` are the entries of
    the same country that may mean the same city because each has lines the other lacks."""

    entry: RoundEntry
    lines: list
    candidates: list = field(default_factory=list)
    standings: list = field(default_factory=list)
    others: list = field(default_factory=list)
    compatriots: list = field(default_factory=list)

    @property
    def names(self):
        """Each listed name once: [(name, its first language, its line in each list that has it)]."""
        found = {}
        for line in self.lines:
            found.setdefault(line.name, []).append(line)
        return [(name, lines[0].intake.language, lines) for name, lines in found.items()]

    @property
    def chosen_place(self):
        """The place of the gazetteer that was chosen, as the candidate it was."""
        number = self.entry.geonames_id
        kept = [each for each in self.entry.candidates if number and each["geonames_id"] == number]
        return kept[0] if kept else None

    @property
    def doubts(self):
        """Why a person has to look besides the candidates, as reasons."""
        return [Reason(*kept) for kept in self.entry.pairing.get("doubts", ())] if self.entry.is_open else []

    @property
    def pairing(self):
        """Why it is not sure that the lines belong together, or nothing."""
        kept = self.entry.pairing
        return Reason(*kept["reason"]) if kept and not kept["certain"] and self.entry.is_open else None


@dataclass(frozen=True)
class ShownCandidate:
    """What may be meant, with its name, why it is proposed and how sure that is.

    To take it is a `deed` of `decisions.forms`, `about` a city by its address or a place by its number. `country` is
    set where it is another than the lists say.
    """

    deed: str
    about: str
    city: City | None
    name: str
    alias: str
    reason: Reason
    percent: int
    population: int | None
    coordinates: list | None
    standings: list
    country: Country | None = None


def show(entries, recording):
    """`ShownEntry` of each entry of a queryset, in a fixed number of queries."""
    entries = list(entries.select_related("country", "city", "decided_by").prefetch_related("lines__intake"))
    slugs = {candidate["city"] for entry in entries for candidate in entry.candidates if candidate["city"]}
    cities = {city.slug: city for city in City.objects.filter(slug__in=slugs)}
    abroad = {candidate.get("country") for entry in entries for candidate in entry.candidates} - {None}
    countries = Country.objects.in_bulk(abroad) if abroad else {}
    keys = {city.pk for city in cities.values()} | {entry.city_id for entry in entries if entry.city_id}
    known = standings(keys, recording.cohort_id)
    # Once the round is public, what its own admissions say is no news.
    is_ahead = recording.published_at is None
    by_country = {}
    for entry in recording.entries.counting().prefetch_related("lines"):
        by_country.setdefault(entry.country_id, []).append(entry)
    compatriots = _compatriots({entry.country_id for entry in entries if entry.is_open})
    return [
        ShownEntry(
            entry,
            list(entry.lines.all()),
            _in_words(entry.candidates, cities, known, countries),
            known.get(entry.city_id, []) if is_ahead and not entry.makes_a_city else [],
            _others(entry, by_country[entry.country_id]) if entry.is_open else [],
            compatriots.get(entry.country_id, []) if entry.is_open else [],
        )
        for entry in entries
    ]


def shown_candidates(kept, cohort_key):
    """Candidates in words, for a name that no entry holds yet."""
    cities = {
        city.slug: city for city in City.objects.filter(slug__in=[each["city"] for each in kept if each["city"]])
    }
    known = standings([city.pk for city in cities.values()], cohort_key)
    return _in_words(kept, cities, known)


def _compatriots(codes):
    """All cities of the registry in these countries, for somebody who finds the right one nowhere else."""
    found = {}
    for city in City.objects.filter(country__in=codes).sorted_by_name():
        found.setdefault(city.country_id, []).append(city)
    return found


def _in_words(kept, cities, known, countries=None):
    found = [_candidate(each, cities.get(each["city"]), known, countries or {}) for each in kept]
    return [candidate for candidate in found if candidate]


def _candidate(kept, city, known, countries):
    if kept["city"] and city is None:
        return None  # it left the registry meanwhile
    deed, about = ("city", kept["city"]) if city else ("place", kept["geonames_id"]) if kept["geonames_id"] else NEW
    return ShownCandidate(
        deed, str(about), city, kept["name"], kept.get("alias", ""), Reason(*kept["reason"]),
        round(kept["score"] * 100), kept["population"], kept.get("coordinates"),
        known.get(city.pk, []) if city else [], countries.get(kept.get("country")),
    )  # fmt: skip


def _others(entry, of_country):
    """Entries of the country with no line in any of the lists in which this one has a line."""
    own = {line.intake_id for line in entry.lines.all()}
    return [
        other
        for other in of_country
        if other.pk != entry.pk and own.isdisjoint(line.intake_id for line in other.lines.all())
    ]


def sorted_desk(recording):
    """What the desk lists: entries to decide, those that people decided, and the certain ones; by country each.

    Countries with more entries than a Commission may nominate are in `crowded`, with their numbers.
    """
    shown = show(recording.entries.sorted_by_country(), recording)
    undecided = [each for each in shown if each.entry.is_open]
    certain = [each for each in shown if each.entry.is_automatic]
    decided = [each for each in shown if not each.entry.is_open and not each.entry.is_automatic]
    countries = {each.entry.country_id: each.entry.country for each in shown}
    crowded = crowded_countries([each.entry for each in shown if each.entry.decision != "left_out"])
    return {
        "undecided": undecided,
        "decided": decided,
        "certain": certain,
        "crowded": [(countries[code], number) for code, number in crowded.items()],
    }
