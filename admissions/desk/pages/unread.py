"""Lines that could not be read, each with the reason, for the person who decides about it."""

from admissions.intake.parse.aside import why_aside
from admissions.intake.parse.unread import why_unread
from admissions.models import IntakeLine, RoundEntry


def with_reasons(lines):
    """The lines as a list. Those that could not be read or are left aside have the reason in `why`, and in
    `neighbours` the entries that stand in the same line of the text."""
    lines = list(lines)
    neighbours = _neighbours([line for line in lines if line.kind == "unread"])
    for line in lines:
        line.why = _why(line)
        line.neighbours = neighbours.get((line.intake_id, line.number), []) if line.kind == "unread" else []
    return lines


def _why(line):
    if line.kind == "unread":
        return why_unread(line.raw, line.name, line.country_text, line.country_id)
    return why_aside(line.aside) if line.kind == "text" else ""


def _neighbours(lines):
    numbers, intakes = {line.number for line in lines}, {line.intake_id for line in lines}
    read = IntakeLine.objects.filter(intake__in=intakes, number__in=numbers, entry__isnull=False)
    found = {}
    for line in read.select_related("entry__country"):
        own = found.setdefault((line.intake_id, line.number), [])
        if line.entry not in own and line.entry.decision != RoundEntry.Decision.LEFT_OUT:
            own.append(line.entry)
    return found
