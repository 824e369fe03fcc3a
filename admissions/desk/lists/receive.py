"""The first steps of a recording: begin it, take in a list, set one aside, take up a recalled round again."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from admissions.desk.rounds import open_to_changes
from admissions.intake.decode import read_text
from admissions.intake.decode.remarks import asides_of
from admissions.intake.decode.unreadable import Unreadable
from admissions.intake.language import looks_like
from admissions.intake.parse import parse
from admissions.intake.parse.declared.totals import Declared
from admissions.models import Cohort, Intake, IntakeGroup, IntakeLine, Recording
from records.locking import locked

from .carry_over import carry_over
from .compare import refuse_another_cohort
from .gather import gather

LONGEST_NAME = 120
LONGEST_WORDS = 150  # under which a group stands
MOST_CITIES = 300  # in one list; the longest so far had 77
# Which number that a text prints is offered for which field of the recording.
OFFERED = {
    "cities": "announced_cities",
    "countries": "announced_countries",
    "network_cities": "network_cities_after",
    "network_countries": "network_countries_after",
    "citizens_millions": "network_citizens_after",
}
TITLE = {"en": "Admissions of {}", "fr": "Admissions de {}", "ar": "المدن المنضمة عام {}"}


@transaction.atomic
def begin(*, cohort=None, year=None, by=None):
    """A recording for a cohort that exists, with its announced numbers, or for a new round of a year."""
    recording = Recording(cohort=cohort, started_by=by)
    if cohort:
        recording.slug, recording.year, recording.announced_on = cohort.slug, cohort.year, cohort.announced_on
        for name in (*(f"title_{language}" for language in TITLE), *recording.ANNOUNCED):
            setattr(recording, name, getattr(cohort, name) or getattr(recording, name))
        recording.difference, language, _fallback = cohort.localized("difference")
        recording.difference_language = language or ""
        recording.begun_with = {name: getattr(cohort, name) for name in recording.ANNOUNCED}
        recording.begun_with["difference"] = recording.difference
    else:
        recording.slug, recording.year = str(year), year
        for language, title in TITLE.items():
            setattr(recording, f"title_{language}", title.format(year))
    before = Cohort.objects.filter(year__lt=recording.year, network_cities_after__isnull=False).order_by("year").last()
    recording.network_cities_before = before.network_cities_after if before else None
    recording.save()
    if by:
        recording.prepared_by.add(by)
    return recording


def read_list(text, language, groups=None, remarks=None, columns=None):
    """What `parse` reads in a text. Raises `Unreadable` if that is no list of cities of a round.

    `groups` are the words of a group by the number of a line, counted from 1, where a file sets it beside the list;
    `remarks` those on the file, which may say that lines are left aside. A pasted web page says both itself. `columns`
    are the roles of the columns of its table, where a person chose them.
    """
    read = read_text(text)
    asides = asides_of(remarks or read.remarks)
    reading = parse(read.text, language, groups=read.groups | (groups or {}), asides=asides, columns=columns)
    entries = sum(line.kind in ("city", "unread") for line in reading.lines)
    if not entries:
        raise Unreadable(_("No city was found in this text."))
    if entries > MOST_CITIES:
        raise Unreadable(
            _("This lists %(number)d cities; a round has at most %(most)d.") % {"number": entries, "most": MOST_CITIES}
        )
    return reading


@transaction.atomic
def receive(
    recording, text, *, language, source, by=None, file_name="", file=b"", remarks=None, groups=None, columns=None,
    all_the_same=False,
):  # fmt: skip
    """Keep a list word for word, read it, and put its cities together with those of the other lists.

    What stands in a group beside the list waits until somebody takes the group. The numbers and the day it prints are
    offered where the recording has none yet. Raises `Unreadable`, and writes nothing, if the text cannot be read or
    names no city, `RefusedError` if the round is at rest, and `AnotherCohortError` if the list is of another cohort by
    its day and its numbers, unless it is to be taken `all_the_same`.
    """
    open_to_changes(recording, by)
    recording.refresh_from_db()
    reading = read_list(text, language, groups, remarks, columns)
    if not all_the_same:
        refuse_another_cohort(recording, reading)
    intake = Intake.objects.create(
        recording=recording, text=text, language=language, source=source, received_by=by, file_name=file_name[:200],
        file=file, declared=asdict(reading.declared), dated=reading.date, remarks=remarks or {},
        groups=groups or {}, columns=columns or [], looks_like=looks_like(reading, language),
    )  # fmt: skip
    IntakeLine.objects.bulk_create(
        IntakeLine(
            intake=intake, position=position, number=line.number, raw=line.raw, kind=_kind(line), name=_name(line),
            country_text=line.country_text[:150], country_id=line.country_code, region=line.region or "",
            group=_words(line), aside=line.aside, doubt=line.doubt,
        )
        for position, line in enumerate(reading.lines)
    )  # fmt: skip
    words = dict.fromkeys(_words(line) for line in reading.lines if line.kind in ("city", "unread"))
    IntakeGroup.objects.bulk_create(IntakeGroup(intake=intake, words=each) for each in words if each)
    _offer(recording, reading.declared, reading.date)
    recording.save()
    gather(recording)
    return intake


def groups_of(intake):
    """The words of a group by the number of a line, where the file sets it beside the list."""
    return {int(number): words for number, words in intake.groups.items()}


def _words(line):
    return line.group[:LONGEST_WORDS]


def _kind(line):
    return "unread" if line.kind == "city" and len(line.name) > LONGEST_NAME else line.kind


def _name(line):
    return line.name if len(line.name) <= LONGEST_NAME else ""


def _offer(recording, declared, day):
    for name, field in OFFERED.items():
        if getattr(recording, field) is None:
            setattr(recording, field, getattr(declared, name))
    recording.announced_by_region = recording.announced_by_region or declared.regions
    recording.announced_on = recording.announced_on or day


@transaction.atomic
def set_aside(intake, *, by):
    """Leave a list out of account, with the numbers that were taken from it.

    What people decided about cities that other lists name too stays.
    """
    recording = open_to_changes(intake.recording, by)
    Intake.objects.filter(pk=intake.pk).update(set_aside_by=by, set_aside_at=timezone.now())
    intake.lines.update(entry=None)
    for declared, field in OFFERED.items():
        if getattr(recording, field) == intake.declared.get(declared):
            setattr(recording, field, None)
    if recording.announced_by_region == intake.declared.get("regions"):
        recording.announced_by_region = {}
    for other in recording.intakes.in_use():
        _offer(recording, Declared(**other.declared), other.dated)
    recording.save()
    gather(recording)


@transaction.atomic
def take_into_account(intake, *, by):
    """Use a list again that was set aside."""
    recording = open_to_changes(intake.recording, by)
    Intake.objects.filter(pk=intake.pk).update(set_aside_by=None, set_aside_at=None)
    _offer(recording, Declared(**intake.declared), intake.dated)
    recording.save()
    gather(recording)


@transaction.atomic
def put_away(recording, *, by):
    """Stop working on a round, whose lists and decisions are kept."""
    held = open_to_changes(recording, by)
    held.state = held.after("put_away")
    held.save()
    return held


@transaction.atomic
def take_up(recording, *, by):
    """Go on with a round that was put away; with the one in work, if there is one by now."""
    held = locked(recording)
    in_work = Recording.objects.in_work().filter(slug=held.slug).first()
    if in_work or not held.may("take_up"):
        return in_work or held
    held.state = held.after("take_up")
    held.save()
    if by:
        held.prepared_by.add(by)
    return held


@transaction.atomic
def record_again(recalled, *, by):
    """A recording with the lists of a recalled one, and with what people decided about them; the one in work if there
    is one."""
    recalled = locked(recalled)
    in_work = Recording.objects.in_work().filter(slug=recalled.slug).first()
    if in_work:
        return in_work
    again = begin(cohort=recalled.cohort, year=recalled.year, by=by)
    titles = [f"title_{language}" for language in TITLE]
    facts = ["announced_by_region", "announced_on", "network_cities_before", *again.ANNOUNCED]
    reason = ["difference", "difference_language", "difference_for"] if recalled.difference else []
    for name in ("slug", *titles, *facts, *reason):
        setattr(again, name, getattr(recalled, name))
    again.save()
    lists = [(intake, _receive_again(intake, again, by)) for intake in recalled.intakes.in_use()]
    carry_over(lists, again)
    return again


def _receive_again(intake, again, by):
    return receive(
        again, intake.text, language=intake.language, source=intake.source, by=by, file_name=intake.file_name,
        file=bytes(intake.file), remarks=intake.remarks, groups=groups_of(intake),
        columns=intake.columns, all_the_same=True,
    )  # fmt: skip
