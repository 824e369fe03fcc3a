"""Undo a published round in one act, and leave a trace where it was public."""

from dataclasses import dataclass, field

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from admissions.models import Admission, RecordedChange, RoundEntry
from cities.addresses import keep_address
from cities.models import City
from records.exceptions import RefusedError
from records.fields.editable import written_fields
from records.history.attribution import attributed
from records.locking import find_locked, locked

from .ledger import values

Kept = RecordedChange.Kept


@dataclass
class TakenBack:
    """What became of each change: undone, or kept because the record has been edited or used since."""

    undone: list = field(default_factory=list)
    kept: list = field(default_factory=list)


@transaction.atomic
def take_back(recording, *, reason, by=None):
    """Undo all that the publication of a round wrote, the last thing first, and return a `TakenBack`.

    What has been edited since, or what other records refer to, stays as it is and is named as kept. Addresses of
    cities that go are kept as former addresses. Raises `RefusedError` if the round is not public, or without a reason.
    """
    recording = locked(recording)
    recording.refuse_unless_next("take_back")
    if not reason.strip():
        raise RefusedError(_("Say why the round is taken back."))
    recording.state, recording.reason_for_recall = recording.after("take_back"), reason.strip()
    recording.recalled_by, recording.recalled_at = by, timezone.now()
    recording.save()
    with attributed(by, gettext_noop("Taken back: %(why)s"), why=recording.reason_for_recall):
        return _undo_all(recording)


def _undo_all(recording):
    result = TakenBack()
    for change in recording.changes.order_by("-pk"):
        kept = _undo(change, recording)
        if kept:
            change.kept_because = kept
            change.save(update_fields=["kept_because"])
        (result.kept if kept else result.undone).append(change)
    _set_right_what_was_announced_again(recording)
    return result


def what_taking_back_would_keep(recording):
    """The changes that `take_back` would keep, found by doing it and undoing that."""
    with transaction.atomic():
        kept = take_back(recording, reason="-").kept
        transaction.set_rollback(True)
    return kept


def _undo(change, recording):
    """Undo one change; return why it is kept, or None."""
    model = apps.get_model(change.model)
    record = find_locked(model.objects, change.key)
    if record is None:
        return Kept.GONE
    now = values(record)
    if any(now.get(name) != value for name, value in change.after.items() if name in now):
        return Kept.EDITED
    if not change.is_new:
        _restore(record, change.before)
        return None
    if isinstance(record, City):
        return _undo_city(record, recording)
    if is_used(record):
        return Kept.USED
    record.delete()
    return None


def _undo_city(city, recording):
    elsewhere = RoundEntry.objects.filter(city=city).exclude(recording=recording)
    if elsewhere.exists() or is_used(city):
        return Kept.USED
    keep_address(city, public_from=recording.published_at, public_to=recording.recalled_at)
    recording.entries.filter(city=city).update(city=None)
    for nomination in city.nominations.all():
        nomination.city = None
        nomination.save(update_fields=["city"])
    city.delete()
    return None


def _set_right_what_was_announced_again(recording):
    """A later admission is no second announcement any more where the first one is gone."""
    cities = recording.entries.exclude(city=None).values("city")
    for admission in Admission.objects.never_ending().filter(city__in=cities, announced_again=True):
        others = Admission.objects.never_ending().filter(city=admission.city_id).exclude(pk=admission.pk)
        if not others.exists():
            admission.announced_again = False
            admission.save()
            for change in RecordedChange.objects.filter(model="admissions.Admission", key=str(admission.pk)):
                change.after["announced_again"] = False
                change.save()


def _restore(record, before):
    for column in written_fields(type(record)):
        if column.attname in before:
            setattr(record, column.attname, column.to_python(before[column.attname]))
    record.save()
    for relation in record._meta.many_to_many:
        if relation.name in before:
            getattr(record, relation.name).set(before[relation.name])


def is_used(record):
    """Whether any other record refers to this one.

    Not counted are its own relations, the spellings of a city, which are part of it, and what is kept of rounds and of
    nominations for them.
    """
    for relation in record._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.many_to_many:
            continue
        own = relation.related_model._meta.auto_created is type(record)
        own = own or relation.name in ("names", "recordings", "round_entries", "nominations")
        if not own and relation.related_model.objects.filter(**{relation.field.name: record}).exists():
            return True
    return False
