"""Lines that could not be read, each with the reason, for the person who decides about it."""

from admissions.intake.parse.unread import why_unread


def with_reasons(lines):
    """The lines as a list; those that could not be read have the reason in `why`."""
    lines = list(lines)
    for line in lines:
        line.why = why_unread(line.raw, line.name, line.country_text, line.country_id) if line.kind == "unread" else ""
    return lines
