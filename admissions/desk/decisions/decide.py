"""What a person decides at the desk about an entry of the round."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from admissions.desk.lists.gather import as_json, name_from_lines
from admissions.desk.rounds import open_to_changes
from admissions.intake.match import Registry, candidates
from admissions.models import IntakeLine, RoundEntry
from records.exceptions import RefusedError

NAMES = ["name_en", "name_fr", "name_ar"]


class DecidedMeanwhileError(Exception):
    """Somebody else changed the entry after it was shown; `entry` is as it stands now, or None if it is gone."""

    def __init__(self, entry):
        super().__init__(
            _("This entry was changed meanwhile, by somebody else or in another tab. Nothing was overwritten.")
        )
        self.entry = entry


@transaction.atomic
def decide(entry, decision, *, version, by, city=None, geonames_id=None, country=None, reason=""):
    """Take a decision in view of `version` of the entry, and return the entry that now stands for the city.

    `country` is that of the place where it is another than the lists say; a city brings its own. If another entry of
    the round stands for the same city or place, the two become one, and that one is returned. Raises
    `DecidedMeanwhileError`, and `RefusedError` if the round is at rest or a reason is missing.
    """
    open_to_changes(entry.recording, by)
    if decision == RoundEntry.Decision.LEFT_OUT and not reason.strip():
        raise RefusedError(_("Say why this entry is left out."))
    twin = _twin(entry, city, geonames_id)
    if twin:
        _claim(entry, version, by)
        return _join(entry, twin, by)
    facts = {"decision": decision, "city": city, "geonames_id": geonames_id, "reason": reason.strip()[:250]}
    facts["country"] = (city and city.country) or country or _listed_country(entry)
    return _named(_claim(entry, version, by, **facts))


def reopen(entry, *, version, by):
    """Undo the decision: the entry is to be decided by a person."""
    return decide(entry, RoundEntry.Decision.OPEN, version=version, by=by)


@transaction.atomic
def describe(entry, *, version, by, **facts):
    """Set the names or the kind of body of a city that will be new."""
    open_to_changes(entry.recording, by)
    renamed = any(name in facts and facts[name] != getattr(entry, name) for name in NAMES)
    return _claim(entry, version, by, is_named_by_person=entry.is_named_by_person or renamed, **facts)


@transaction.atomic
def join(entry, other, *, version, by):
    """Say that two entries of the round mean one city: all lines go to `other`, which is returned."""
    open_to_changes(entry.recording, by)
    _claim(entry, version, by)
    return _join(entry, other, by)


@transaction.atomic
def separate(line, *, by):
    """Take a line out of its entry, which means another city; return the new entry, to be decided."""
    open_to_changes(line.intake.recording, by)
    old = RoundEntry.objects.get(lines=line)
    if old.lines.count() < 2:
        raise RefusedError(_("This entry has one line only."))
    entry = RoundEntry.objects.create(
        recording=old.recording, country=old.country, candidates=_candidates(line.name, old.country_id), decided_by=by,
        decided_at=timezone.now(),
    )  # fmt: skip
    IntakeLine.objects.filter(pk=line.pk).update(entry=entry)
    _named(entry)
    _named(_claim(old, old.version, by))
    return entry


@transaction.atomic
def look_up(entry, name, *, version, by):
    """Propose the cities and places that have another name than the listed one."""
    open_to_changes(entry.recording, by)
    return _claim(entry, version, by, candidates=_candidates(name[:120], entry.country_id))


def _claim(entry, version, by, **facts):
    """Write facts if nobody changed the entry since `version`; whoever comes second is told, and nothing is lost."""
    same = RoundEntry.objects.filter(pk=entry.pk, version=version)
    if not same.update(version=F("version") + 1, decided_by=by, decided_at=timezone.now(), **facts):
        raise DecidedMeanwhileError(RoundEntry.objects.filter(pk=entry.pk).first())
    entry.refresh_from_db()
    return entry


def _candidates(name, code):
    found = candidates(name, code, registry=Registry.of([code]), limit=9)
    return [as_json(candidate, [name]) for candidate in found]


def _listed_country(entry):
    """The country under which the lists name the entry."""
    line = entry.lines.exclude(country=None).select_related("country").order_by("intake", "position").first()
    return line.country if line else entry.country


def _twin(entry, city, geonames_id):
    """Another entry of the round that stands for this city or place."""
    others = entry.recording.entries.exclude(pk=entry.pk)
    if city:
        return others.filter(decision=RoundEntry.Decision.EXISTING, city=city).first()
    if geonames_id:
        makes = (RoundEntry.Decision.NEW, RoundEntry.Decision.HOMONYM)
        return others.filter(decision__in=makes, geonames_id=geonames_id).first()
    return None


def _join(entry, other, by):
    other = _claim(other, other.version, by, pairing={})
    IntakeLine.objects.filter(entry=entry).update(entry=other)
    entry.delete()
    return _named(other)


def _named(entry):
    """Name the entry as its lists do, or as its place is called, unless a person named it."""
    name_from_lines(entry, list(entry.lines.select_related("intake").order_by("intake", "position")))
    entry.save(update_fields=NAMES)
    return entry
