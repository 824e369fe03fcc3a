"""One city more for a cohort: a late addition or a correction, decided about as a round is and published at once."""

from django.db import transaction

from admissions.desk.decisions.forms import NOT_OFFERED, carry_out, deed_in
from admissions.desk.lists.gather import gather
from admissions.desk.lists.receive import begin
from admissions.desk.release.publish import HinderedError, publish
from admissions.models import Intake, IntakeLine
from records.exceptions import RefusedError

OFFERED = ("city", "place", "new", "homonym")  # of the deeds about an entry


@transaction.atomic
def add_city(cohort, *, name, country, language, source, deed, by):
    """Record one more city of a cohort and publish it. `deed` is what is sent of it: a name of `DEEDS` and its value.

    Returns the recording; it stays to be published where something hinders that, or where the person may not.
    Raises `RefusedError`.
    """
    if deed_in(deed) not in OFFERED:
        raise RefusedError(str(NOT_OFFERED))
    recording = begin(cohort=cohort, by=by)
    intake = Intake.objects.create(
        recording=recording, text=name, language=language, source=source, received_by=by, declared={}
    )
    IntakeLine.objects.create(
        intake=intake, position=0, number=1, raw=name, kind=IntakeLine.Kind.CITY, name=name, country=country
    )
    gather(recording)
    entry = recording.entries.get()
    carry_out(entry, {"version": entry.version} | deed, by=by)
    # One city is no round: the cohort's announced numbers stay as they are.
    recording.difference = recording.difference_language = ""
    for name in recording.ANNOUNCED:
        setattr(recording, name, None)
    recording.begun_with = {}
    recording.save()
    try:
        return publish(recording, by=by) if by.has_perm("admissions.publish_recording") else recording
    except HinderedError:
        return recording
