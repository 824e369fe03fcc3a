"""Make a recorded round public, now or at an instant, whole or not at all."""

import logging
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from admissions.models import IntakeLine, Recording
from cities.models import City

from .control import differences
from .register import enter

logger = logging.getLogger(__name__)


class HinderedError(ValueError):
    """A round that cannot be published yet; `hindrances` are sentences that say what is left to do."""

    def __init__(self, hindrances):
        super().__init__(" ".join(hindrances))
        self.hindrances = hindrances


def hindrances(recording, by=None):
    """What stands in the way of publishing, a sentence each; an empty list if nothing does."""
    found = []
    undecided = recording.entries.undecided().count()
    if undecided:
        found.append(
            ngettext("%(number)d entry is undecided.", "%(number)d entries are undecided.", undecided)
            % {"number": undecided}
        )
    unread = IntakeLine.objects.unread().filter(intake__recording=recording).count()
    if unread:
        found.append(
            ngettext("%(number)d line could not be read.", "%(number)d lines could not be read.", unread)
            % {"number": unread}
        )
    counting = recording.entries.counting()
    if not counting.exists():
        found.append(_("No city is listed yet."))
    places = recording.entries.overtaken().values("geonames_id")
    found += [
        _("%(city)s has entered the registry meanwhile: decide about it again.") % {"city": city}
        for city in City.objects.filter(geonames_id__in=places)
    ]
    nameless = counting.filter(decision__in=["new", "homonym"], name_en="")
    found += [_("The English name of %(name)s is missing.") % {"name": entry} for entry in nameless]
    if recording.announced_on is None and recording.cohort is None:
        found.append(_("The day of the announcement is missing."))
    if not recording.difference and differences(recording):
        found.append(_("The numbers found and announced differ, and nobody has said why."))
    if by and settings.SECOND_PERSON_PUBLISHES and by.pk in preparers(recording):
        found.append(_("Whoever prepared the round cannot publish it; somebody else has to."))
    return found


def preparers(recording):
    """The keys of all who brought in lists, or decided about entries or lines."""
    lines = IntakeLine.objects.filter(intake__recording=recording)
    found = {recording.started_by_id}
    found |= set(recording.intakes.values_list("received_by", flat=True))
    found |= set(recording.entries.values_list("decided_by", flat=True))
    found |= set(lines.values_list("set_by", flat=True))
    return found - {None}


@transaction.atomic
def publish(recording, *, by=None):
    """Write the whole round to the register. Repeating it changes nothing. Raises `HinderedError`."""
    recording = Recording.objects.select_for_update().get(pk=recording.pk)
    if recording.state in (Recording.State.PUBLISHED, Recording.State.RECALLED):
        return recording
    in_the_way = hindrances(recording, by)
    if in_the_way:
        raise HinderedError(in_the_way)
    enter(recording)
    recording.state, recording.published_at, recording.hindrance = Recording.State.PUBLISHED, timezone.now(), ""
    recording.published_by = by or recording.published_by
    recording.save()
    return recording


@transaction.atomic
def schedule(recording, instant, time_zone, *, by=None):
    """Publish at an instant, which is shown in a named time zone. Until then the round is at rest.

    Raises `HinderedError` if it could not be published now, or if the instant has passed.
    """
    recording = Recording.objects.select_for_update().get(pk=recording.pk)
    in_the_way = hindrances(recording, by)
    if instant <= timezone.now():
        in_the_way.append(_("This instant has passed; choose a later one, or publish now."))
    if recording.state not in (Recording.State.OPEN, Recording.State.SCHEDULED):
        in_the_way.append(_("This round is public already."))
    if in_the_way:
        raise HinderedError(in_the_way)
    recording.state, recording.publish_at, recording.time_zone = Recording.State.SCHEDULED, instant, time_zone
    recording.published_by, recording.hindrance = by, ""
    recording.save()
    return recording


@transaction.atomic
def unschedule(recording):
    """Back to work: the round is not published at its instant."""
    recording = Recording.objects.select_for_update().get(pk=recording.pk)
    if recording.state == Recording.State.SCHEDULED:
        recording.state, recording.published_by = Recording.State.OPEN, None
        recording.save()
    return recording


def publish_due():
    """Publish the rounds whose instant has come; return them.

    One that something stands in the way of goes back to work and keeps the sentences that say what.
    """
    return [published for recording in Recording.objects.due() if (published := _publish_due(recording))]


def _publish_due(recording):
    try:
        return publish(recording, by=recording.published_by)
    except HinderedError as error:
        logger.warning("Recording %s was not published in time: %s", recording.pk, error)
        unschedule(recording)
        Recording.objects.filter(pk=recording.pk, state=Recording.State.OPEN).update(hindrance=str(error))
        return None


def instant_in(local, time_zone):
    """The instant at which clocks in the named time zone show a date and time, `local`, that has none itself."""
    return local.replace(tzinfo=ZoneInfo(time_zone))
