"""Undo a published round in one act, and leave a trace where it was public."""

from dataclasses import dataclass, field

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from admissions.desk.lists.gather import gather
from admissions.models import Admission, RecordedChange, Recording
from cities.addresses import keep_address
from cities.models import City
from records.exceptions import RefusedError
from records.fields.editable import written_fields
from records.history.attribution import attributed
from records.locking import find_locked, locked

from .kept import named
from .ledger import values
from .references import holders, let_go

Kept = RecordedChange.Kept


@dataclass
class TakenBack:
    """What became of each change: undone, or kept because the record has been edited or used since."""

    undone: list = field(default_factory=list)
    kept: list = field(default_factory=list)


@transaction.atomic
def take_back(recording, *, reason, by=None):
    """Undo all that the publication of a round wrote, the last thing first, and return a `TakenBack`.

    What has been edited since, or what other records refer to, stays as it is and is named as kept, with what holds
    it. Drafts hold nothing: they forget what goes, and rounds in preparation are matched again. Addresses of cities
    that go are kept as former addresses. Raises `RefusedError` if the round is not public, or without a reason.
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
    result, drafts = TakenBack(), _drafts_naming_its_cities(recording)
    for change in recording.changes.order_by("-pk"):
        kept = _undo(change, recording)
        if kept:
            change.kept_because = kept
            change.save(update_fields=["kept_because"])
        (result.kept if kept else result.undone).append(change)
    _set_right_what_was_announced_again(recording)
    for draft in Recording.objects.filter(pk__in=[draft.pk for draft in drafts]):
        gather(draft)
    return result


def what_taking_back_would_do(recording):
    """What `take_back` would return, found by doing it and undoing that."""
    with transaction.atomic():
        outcome = take_back(recording, reason="-")
        transaction.set_rollback(True)
    return outcome


def _undo(change, recording):
    """Undo one change; return why it is kept, or None. `held_by` of the change names what holds its record."""
    change.held_by = []
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
    change.held_by = list(dict.fromkeys(map(named, holders(record))))
    if change.held_by:
        return Kept.USED
    if isinstance(record, City):
        keep_address(record, public_from=recording.published_at, public_to=recording.recalled_at)
    let_go(record)
    record.delete()
    return None


def _drafts_naming_its_cities(recording):
    """The rounds in preparation for which a city that this one made was decided or is proposed; nobody decides in any
    of them until the end of the transaction."""
    keys = recording.changes.filter(model=City._meta.label, before__isnull=True).values_list("key", flat=True)
    cities = dict(City.objects.filter(pk__in=keys).values_list("pk", "slug"))
    slugs = set(cities.values())
    return [
        draft
        for draft in Recording.objects.unpublished().select_for_update().order_by("pk").prefetch_related("entries")
        if any(
            entry.city_id in cities or not slugs.isdisjoint(each["city"] for each in entry.candidates)
            for entry in draft.entries.all()
        )
    ]


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
