"""Put the lines of all lists of a recording together into its entries."""

from dataclasses import dataclass

from django.db import transaction

from admissions.intake.characters import LATIN, is_arabic
from admissions.intake.gazetteer import places_of
from admissions.intake.pair import pair
from admissions.intake.parse import ListedLine, Reading
from admissions.intake.parse.declared.totals import Declared
from admissions.intake.spelling import compact, is_transliteration
from admissions.models import IntakeLine, RoundEntry
from cities.models import City
from records.translation.states import LANGUAGES

from .standing import standings

MATCHED = ["country", "candidates", "pairing", "decision", "city", "geonames_id", "name_en", "name_fr", "name_ar"]


@dataclass(frozen=True)
class KeptLine(ListedLine):
    """A listed line together with the row that keeps it."""

    row: IntakeLine | None = None


@transaction.atomic
def gather(recording):
    """Pair the lists and make an entry of each city they name, decided where there is no doubt.

    Repeatable after a list or a line was added: what somebody decided stays as it is, and only lines that certainly
    belong to such an entry join it. A city that is or was a member is never decided automatically, except in the
    cohort in which it is recorded already. An entry that no list names any more goes.
    """
    rows = IntakeLine.objects.in_use().filter(intake__recording=recording, kind="city")
    rows = rows.select_related("intake", "entry").order_by("intake", "position")
    languages = {row.intake_id: row.intake.language for row in rows}
    found = pair(_readings(rows), languages=languages)
    pairs = [(each, [line.row for line in each.lines.values() if line]) for each in found]
    recording.entries.filter(decided_at=None).update(decision=RoundEntry.Decision.OPEN, city=None, geonames_id=None)
    gathering = _Gathering(recording, pairs)
    for found, own in pairs:
        for part, is_certain in _parts(found, own):
            gathering.keep(found, part, is_certain)
    gathering.write()
    recording.entries.filter(lines=None).delete()


def _readings(rows):
    lists = {}
    for row in rows:
        line = KeptLine(
            row.number,
            row.raw,
            row.kind,
            row.name,
            row.country_text,
            row.country_id,
            row.region or None,
            aside=row.aside,
            doubt=row.doubt,
            row=row,
        )
        lists.setdefault(row.intake_id, []).append(line)
    return {intake: Reading(tuple(lines), Declared(), None) for intake, lines in lists.items()}


def _owners(rows):
    """The entries to which the rows belong already."""
    return list({row.entry_id: row.entry for row in rows if row.entry_id}.values())


def _looked_at(rows):
    return [entry for entry in _owners(rows) if entry.decided_at]


def _parts(found, rows):
    """The rows of a pair in one part, or in several where somebody decided about some of them."""
    looked_at = _looked_at(rows)
    others = [row for row in rows if row.entry_id is None or not row.entry.decided_at]
    if len(looked_at) == 1 and found.certain:
        yield rows, True
        return
    for entry in looked_at:
        yield [row for row in rows if row.entry_id == entry.pk], True
    if others:
        yield others, found.certain and not looked_at


class _Gathering:
    """Entries on their way to the database."""

    def __init__(self, recording, pairs):
        self.recording = recording
        self.cities = _cities(pairs, recording)
        self.kept = []  # (entry, its rows)
        self.used = set()  # entries that have their rows
        # What people decided comes first: no automatic decision takes their city or place away.
        looked_at = {entry.pk: entry for _found, rows in pairs for entry in _looked_at(rows)}.values()
        self.taken = {entry.city_id for entry in looked_at} | {("place", entry.geonames_id) for entry in looked_at}

    def keep(self, found, rows, is_certain):
        looked_at = _looked_at(rows)
        owners = looked_at or [entry for entry in _owners(rows) if entry.pk not in self.used]
        entry = owners[0] if owners else RoundEntry(recording=self.recording)
        before = _matched(entry)
        if not looked_at:
            entry.country_id = found.country_code
            names = [row.name for row in rows]
            entry.candidates = [as_json(candidate, names) for candidate in found.candidates]
            entry.pairing = {
                "reason": _reason(found.reason),
                "certain": found.certain,
                "doubts": list(map(_reason, found.doubts)),
            }
            entry.decision, entry.city_id, entry.geonames_id = RoundEntry.Decision.OPEN, None, None
            if is_certain and found.decision:
                self._decide(entry, found.decision, rows)
        name_from_lines(entry, rows)
        if entry.pk and _matched(entry) != before:
            entry.version += 1
        self.used.add(entry.pk)
        self.kept.append((entry, rows))

    def _decide(self, entry, candidate, rows):
        """Take the candidate, unless another entry stands for it or its membership has a history.

        A city known nowhere is taken only if no person read its line.
        """
        if candidate.identity is None and any(row.set_by_id for row in rows):
            return
        place = ("place", candidate.geonames_id)
        key, may_be_automatic = self.cities.get(candidate.city_slug, (place, True))
        if not may_be_automatic or (candidate.identity and key in self.taken):
            return
        self.taken.add(key)
        if candidate.city_slug:
            entry.decision, entry.city_id = RoundEntry.Decision.EXISTING, key
        else:
            entry.decision, entry.geonames_id = RoundEntry.Decision.NEW, candidate.geonames_id

    def write(self):
        RoundEntry.objects.bulk_create(entry for entry, _rows in self.kept if entry.pk is None)
        RoundEntry.objects.bulk_update([entry for entry, _rows in self.kept], [*MATCHED, "version"], batch_size=100)
        for entry, rows in self.kept:
            for row in rows:
                row.entry = entry
        IntakeLine.objects.bulk_update([row for _entry, rows in self.kept for row in rows], ["entry"], batch_size=200)


def _matched(entry):
    return [entry.serializable_value(name) for name in MATCHED]


def _cities(pairs, recording):
    """{slug: (key, whether it may be decided automatically)} of all candidates that are recorded here."""
    slugs = {candidate.city_slug for found, _rows in pairs for candidate in found.candidates if candidate.city_slug}
    keys = dict(City.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    known = standings(keys.values(), recording.cohort_id)
    return {slug: (key, all(standing.is_harmless for standing in known.get(key, ()))) for slug, key in keys.items()}


def name_from_lines(entry, rows):
    """Name an entry as the lists do, each language from its own list.

    Without an English list the English name is that of the place that was chosen, spelled as a list in Latin letters
    spells it where that is the same name; but not a transliteration, which nobody writes, and never the name of
    another language. What nobody chose gives no name, and what a person wrote stays.
    """
    for language in LANGUAGES:
        listed = [row.name for row in rows if row.intake.language == language and _is_written_as(language, row.name)]
        if language == "en" and not listed:
            listed = _english_name_of_place(entry)
        if not (entry.is_named_by_person and getattr(entry, f"name_{language}")):
            setattr(entry, f"name_{language}", next(iter(listed), ""))


def _is_written_as(language, name):
    return bool(is_arabic(name) if language == "ar" else LATIN.search(name))


def _english_name_of_place(entry):
    is_chosen = entry.makes_a_city and entry.geonames_id
    place = places_of(entry.country_id).numbered(entry.geonames_id) if is_chosen else None
    return [place.name] if place and not is_transliteration(place.name) else []


def as_json(candidate, names=()):
    """A candidate as an entry keeps it. `alias` is the spelling of a place that is one of the listed names."""
    listed = {compact(name) for name in names} - {compact(candidate.name)}
    return {
        "alias": next((spelling for spelling in candidate.spellings if compact(spelling) in listed), ""),
        "city": candidate.city_slug,
        "country": candidate.country_code,
        "geonames_id": candidate.geonames_id,
        "name": candidate.name,
        "score": round(candidate.score, 2),
        "population": candidate.population,
        "coordinates": [candidate.latitude, candidate.longitude] if candidate.latitude is not None else None,
        "reason": _reason(candidate.reason),
    }


def _reason(reason):
    return [reason.code, reason.number, reason.text]
