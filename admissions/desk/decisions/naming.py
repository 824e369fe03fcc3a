"""French and Arabic names of the cities that a round will make, by whoever translates."""

from django.db import transaction
from django.db.models import F

from admissions.desk.rounds import open_to_changes
from admissions.models import RoundEntry

from .decide import DecidedMeanwhileError

TRANSLATED = ("name_fr", "name_ar")  # the English name is left to whoever records the round


@transaction.atomic
def translate_names(entry, names, *, version, by):
    """Write `names`, some of `TRANSLATED`, in view of `version` of the entry; return it as it is then.

    What was decided about the city, and by whom, stays. Raises `DecidedMeanwhileError` if the entry was changed since
    or will make no city any more, and `RefusedError` if the round is at rest.
    """
    if not set(names) <= set(TRANSLATED):
        raise ValueError(names)
    open_to_changes(entry.recording, by)
    same = RoundEntry.objects.making_a_city().filter(pk=entry.pk, version=version)
    if not same.update(version=F("version") + 1, is_named_by_person=True, **names):
        raise DecidedMeanwhileError(RoundEntry.objects.filter(pk=entry.pk).first())
    entry.refresh_from_db()
    return entry
