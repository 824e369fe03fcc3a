"""What a person decides at the desk about a line that could not be read."""

from django.db import transaction
from django.utils.translation import gettext as _

from admissions.desk.lists.gather import gather
from admissions.desk.rounds import open_to_changes
from admissions.models import IntakeLine, RoundEntry
from records.exceptions import RefusedError

from .decide import decide


@transaction.atomic
def read_line(line, *, name, country, by):
    """Say what a line names; its city is matched and put together with the other lists at once.

    Names with a semicolon between them are several cities, each in a part of the line.
    """
    open_to_changes(line.intake.recording, by)
    first, *others = [part.strip() for part in name.split(";") if part.strip()]
    facts = {"kind": IntakeLine.Kind.CITY, "country": country, "set_by": by}
    IntakeLine.objects.filter(pk=line.pk).update(name=first, entry=None, reason="", **facts)
    last = line.intake.lines.order_by("-position").first().position
    IntakeLine.objects.bulk_create(
        IntakeLine(
            intake=line.intake,
            number=line.number,
            position=last + at,
            raw=line.raw,
            group=line.group,
            name=other,
            **facts,
        )
        for at, other in enumerate(others, start=1)
    )
    gather(line.intake.recording)


@transaction.atomic
def leave_out_line(line, *, reason, by, entries=()):
    """Say why a line is left out, and with it those of its entries that it takes back: [(entry, version)].

    What is left out is always whole: the line as it stands, or an entry with its lines in all lists. Entries of the
    line that are not given stay as they are. Raises as `decide` does, and `RefusedError` for an entry that has no part
    in the line.
    """
    open_to_changes(line.intake.recording, by)
    if not reason.strip():
        raise RefusedError(_("Say why this line is left out."))
    own = set(entries_of(line).values_list("pk", flat=True))
    for entry, version in entries:
        if entry.pk not in own:
            raise RefusedError(_("%(name)s does not stand in this line.") % {"name": entry})
        decide(entry, RoundEntry.Decision.LEFT_OUT, version=version, by=by, reason=reason)
    IntakeLine.objects.filter(pk=line.pk).update(
        kind=IntakeLine.Kind.LEFT_OUT, entry=None, reason=reason.strip()[:250], set_by=by
    )
    if line.entry_id:
        gather(line.intake.recording)


def entries_of(line):
    """The entries that stand in the same line of the text."""
    return RoundEntry.objects.filter(lines__intake=line.intake_id, lines__number=line.number).distinct()
