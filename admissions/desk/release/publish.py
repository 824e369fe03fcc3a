"""Make a recorded round public, now or at an instant, whole or not at all."""

import logging
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from admissions.membership.locks import hold
from admissions.models import IntakeGroup, IntakeLine, Recording
from cities.models import City, CityName
from records.history.attribution import attributed
from records.locking import locked
from records.search.folding import search_key

from .control import differing_numbers
from .register import enter
from .scratch import key_of, remove_copies

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
    found += [
        _("Say in which language this list is: %(source)s") % {"source": intake.source}
        for intake in recording.intakes.of_doubtful_language().select_related("source")
    ]
    found += _unanswered(recording)
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
    if recording.announced_on is None and (recording.cohort is None or recording.cohort.counts_from is None):
        found.append(_("The day of the announcement is missing."))
    found += _unexplained(recording)
    found += _doubles(recording)
    if by and settings.SECOND_PERSON_PUBLISHES and _had_a_part(recording, by):
        found.append(_("Whoever prepared the round cannot publish it; somebody else has to."))
    return found


def _unanswered(recording):
    """What stands beside the lists, and nobody has said whether it is taken."""
    groups = IntakeGroup.objects.unanswered().filter(intake__recording=recording).with_names()
    return [
        ngettext(
            "Say whether the %(number)d name under “%(words)s” is taken.",
            "Say whether the %(number)d names under “%(words)s” are taken.",
            group.names,
        )
        % {"number": group.names, "words": group.words}
        for group in groups
    ]


def _had_a_part(recording, person):
    return recording.started_by_id == person.pk or recording.prepared_by.filter(pk=person.pk).exists()


def _unexplained(recording):
    differing = differing_numbers(recording)
    if not differing:
        return []
    if not recording.difference:
        return [_("The numbers found and announced differ, and nobody has said why.")]
    if recording.difference_for != differing:
        return [_("The numbers differ otherwise than when the reason was written: look at it and save it again.")]
    return []


def _doubles(recording):
    """New cities without a place that are called as a city of the registry is, unless somebody said they differ."""
    new = recording.entries.filter(decision="new", geonames_id=None, city=None).exclude(name_en="")
    keys = {entry: search_key(entry.name_en) for entry in new}
    known = set(CityName.objects.filter(key__in=keys.values()).values_list("city__country", "key"))
    sentence = _("%(name)s is new, and the registry has a city of that name: say whether it is a different one.")
    return [sentence % {"name": entry} for entry, key in keys.items() if (entry.country_id, key) in known]


@transaction.atomic
def publish(recording, *, by=None):
    """Write the whole round to the register. Repeating it changes nothing. Raises `HinderedError`."""
    recording = locked(recording)
    if not recording.may("publish"):
        return recording
    in_the_way = hindrances(recording, by)
    if in_the_way:
        raise HinderedError(in_the_way)
    known = recording.entries.counting().exclude(city=None)
    hold(cities=known.values("city"), cohorts=[recording.cohort_id])
    try:
        reason = gettext_noop("Published with the round of %(years)s")
        with transaction.atomic(), attributed(by, reason, act=recording.act, years=recording.years):
            enter(recording)
    except IntegrityError as error:
        raise HinderedError(
            [_("The registry changed at the same moment. Look at the round and publish again.")]
        ) from error
    recording.state, recording.published_at, recording.failed_at = recording.after("publish"), timezone.now(), None
    recording.published_by = by or recording.published_by
    recording.save()
    remove_copies(key_of(recording))
    return recording


@transaction.atomic
def schedule(recording, instant, time_zone, *, by=None):
    """Publish at an instant, which is shown in a named time zone. Until then the round is at rest.

    Raises `HinderedError` if it could not be published now, or if the instant has passed.
    """
    recording = locked(recording)
    in_the_way = hindrances(recording, by)
    if instant <= timezone.now():
        in_the_way.append(_("This instant has passed; choose a later one, or publish now."))
    if not recording.may("schedule"):
        in_the_way.append(_("This round is public already."))
    if in_the_way:
        raise HinderedError(in_the_way)
    recording.state, recording.publish_at, recording.time_zone = Recording.State.SCHEDULED, instant, time_zone
    recording.published_by, recording.failed_at = by, None
    recording.save()
    return recording


@transaction.atomic
def unschedule(recording):
    """Back to work: the round is not published at its instant."""
    recording = locked(recording)
    if recording.may("unschedule"):
        recording.state, recording.published_by, recording.publish_at = Recording.State.OPEN, None, None
        recording.save()
    return recording


def publish_due():
    """Publish the rounds whose instant has come; return them.

    One that something stands in the way of goes back to work. One that fails for another reason is tried again the
    next time. Both keep when they failed, and neither keeps another one from being published.
    """
    return [published for recording in Recording.objects.due() if (published := _publish_due(recording))]


def _publish_due(recording):
    began = timezone.now()
    try:
        published = publish(recording, by=recording.published_by)
        return published if published.published_at >= began else None  # another process was first
    except HinderedError as error:
        logger.warning("Recording %s was not published in time: %s", recording.pk, error)
        unschedule(recording)
    except Exception:
        logger.exception("Recording %s could not be published; it will be tried again.", recording.pk)
    unpublished = Recording.objects.in_work().filter(pk=recording.pk, failed_at=None)
    unpublished.update(failed_at=timezone.now())
    return None


def instant_in(local, time_zone):
    """The instant at which clocks in the named time zone show a date and time, `local`, that has none itself."""
    return local.replace(tzinfo=ZoneInfo(time_zone))
