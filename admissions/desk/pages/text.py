"""The text of a list word for word, each word with what it was read as, beside the entries that came of it."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from admissions.desk.lists.gather import KeptLine
from admissions.intake.characters import split_lines
from admissions.intake.decode import Unreadable, check_text
from admissions.intake.parse.accounting import Span, account
from admissions.models import IntakeLine

from .unread import with_reasons

LINES_A_PAGE = 200
SHOWN = ["city", "country", "region", "number", "aside", "unread"]  # kinds of words, in the order of the legend


@dataclass
class Passage:
    """A line of the text, or several that were read as one: its words as spans, and what was read in it."""

    number: int
    raw: str
    spans: tuple = ()
    lines: list = field(default_factory=list)


def page_of_text(intake, *, page=None, at=None):
    """A page of the passages of a list: that with a number, or that on which a line of the text stands."""
    text = _lines_of(intake)
    paginator = Paginator(text, LINES_A_PAGE)
    wanted = (int(at) - 1) // LINES_A_PAGE + 1 if at and at.isdecimal() and len(at) < 9 else page
    found = paginator.get_page(wanted)
    found.object_list = list(_passages(intake, text, found.start_index(), found.end_index()))
    return found


def _lines_of(intake):
    """The lines of the text as it was read; the HTML of a web page as its text."""
    try:
        return split_lines(check_text(intake.text).rstrip())
    except Unreadable:  # by a rule that came later
        return split_lines(intake.text)


def has_rows(intake):
    """Whether a line of the text has cells, as those of a table have."""
    return any("\t" in line for line in _lines_of(intake))


def _passages(intake, text, first, last):
    lines = intake.lines.filter(number__range=(first, last)).select_related("intake", "country", "entry", "set_by")
    by_number = {}
    for line in with_reasons(lines):
        by_number.setdefault(line.number, []).append(line)
    read_until = 0
    for number in range(first, last + 1):
        own = by_number.get(number, [])
        if own:
            read_until = number + len(split_lines(own[0].raw)) - 1
            yield Passage(number, own[0].raw, _spans(own), own)
        elif number > read_until:
            raw = text[number - 1]
            yield Passage(number, raw, (Span(raw, "unread" if raw.strip() else "join"),))


def _spans(lines):
    """The words of a line; where a person said what it means, or left it out, no word is left unread."""
    spans = account(lines[0].raw, [_as_listed(line) for line in lines])
    if any(line.set_by_id for line in lines):
        spans = tuple(Span(span.text, "aside", "person") if span.kind == "unread" else span for span in spans)
    return spans


def _as_listed(line):
    kind = "text" if line.kind == IntakeLine.Kind.LEFT_OUT else line.kind
    return KeptLine(
        line.number, line.raw, kind, line.name, line.country_text, line.country_id, line.region or None,
        line.group, line.aside, line.doubt,
    )  # fmt: skip


def legend():
    """[(kind of word, what it is called)]."""
    words = {
        "city": _("city"),
        "country": _("country"),
        "region": _("region"),
        "number": _("number"),
        "aside": _("left aside"),
        "unread": _("could not be read"),
    }
    return [(kind, words[kind]) for kind in SHOWN]
