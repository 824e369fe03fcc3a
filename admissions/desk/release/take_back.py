"""Undo a published round in one act, and leave a trace where it was public."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from admissions.desk.lists.gather import gather
from admissions.membership.locks import hold
from admissions.models import Admission, Recording
from cities.addresses import keep_address
from cities.models import City
from records.exceptions import RefusedError
from records.history.acts import act_that_made, keys_made_in, written_in
from records.history.attribution import attributed
from records.locking import locked
from records.visibility import may_be_public

from .kept import Kept, Outcome, named
from .references import holders, let_go


@dataclass
class TakenBack:
    """The `Outcome` of each record: undone, or kept because it has been edited or used since."""

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
        result = _undo_all(recording)
    recording.kept = [outcome.as_json() for outcome in result.kept]
    recording.save(update_fields=["kept"])
    return result


def what_taking_back_would_do(recording):
    """What `take_back` would return, found by doing it and undoing that."""
    with transaction.atomic():
        outcome = take_back(recording, reason="-")
        transaction.set_rollback(True)
    return outcome


def _undo_all(recording):
    """The history of the publication is replayed backwards: first what was made, then what was changed.

    Confidential records, as candidates that were recognised, are undone too, but named to nobody.
    """
    found = sorted(written_in(recording.act), key=lambda each: each.is_new)
    if not found:
        raise RefusedError(_("The history tells nothing that this round wrote: there is nothing to take back."))
    result, drafts = TakenBack(), _drafts_naming_its_cities(recording)
    hold(cities=recording.entries.exclude(city=None).values("city"), cohorts=[recording.cohort_id])
    for written in reversed(found):
        outcome = _undo(written, recording)
        if may_be_public(written.model):
            (result.kept if outcome.kept_because else result.undone).append(outcome)
    _set_right_what_was_announced_again(recording)
    for draft in Recording.objects.filter(pk__in=[draft.pk for draft in drafts]):
        gather(draft)
    return result


def _undo(written, recording):
    record = written.find()
    about = [written.model._meta.label, written.key, str(record or written.label), written.is_new]
    if record is None:
        return Outcome(*about, kept_because=Kept.GONE.value)
    edited = written.edited(record)
    if edited:
        return Outcome(*about, kept_because=Kept.EDITED.value, fields=tuple(edited))
    if not written.is_new:
        written.restore(record)
        return Outcome(*about)
    held_by = tuple(dict.fromkeys(map(named, holders(record))))
    if held_by:
        return Outcome(*about, kept_because=Kept.USED.value, held_by=held_by)
    if isinstance(record, City):
        keep_address(record, public_from=recording.published_at, public_to=recording.recalled_at)
    let_go(record)
    record.delete()
    return Outcome(*about)


def _drafts_naming_its_cities(recording):
    """The rounds in preparation for which a city that this one made was decided or is proposed; nobody decides in any
    of them until the end of the transaction."""
    keys = keys_made_in(recording.act, City)
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
    """A later admission is no second announcement any more where the first one is gone.

    That belongs to the act that made the later one: nobody edited it, and it can be taken back as it was made.
    """
    cities = recording.entries.exclude(city=None).values("city")
    for admission in Admission.objects.never_ending().filter(city__in=cities, announced_again=True):
        others = Admission.objects.never_ending().filter(city=admission.city_id).exclude(pk=admission.pk)
        if not others.exists():
            admission.announced_again = False
            with attributed(act=act_that_made(admission)):
                admission.save()
