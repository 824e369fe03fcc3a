"""The words of a line that no entry holds: what introduces, remarks or takes back, and what nobody can tell."""

import re
from dataclasses import replace
from typing import NamedTuple

from admissions.intake.words import ALL

from .accounting import account
from .entries.prose import holds_common_words
from .entries.remarks import is_said, words_of_a_remark
from .groups import with_groups
from .listed_line import ListedLine

_PARTS = re.compile(r"[,;:()\[\]\t\n|•]|\s{3}")
_OPENS = re.compile(r"[(\[*–—-]\s*$|\s-\s*$")


class Remainder(NamedTuple):
    """Words left over of a line.

    `before` is how many of its entries stand before them, `is_remark` whether a bracket or a dash puts them behind
    one, `is_last` whether no entry stands behind them.
    """

    text: str
    before: int
    is_remark: bool
    ends_with_colon: bool
    is_last: bool
    context: str  # the words with the linking ones beside them
    start: int  # the first and the last of its spans
    end: int

    @property
    def code(self):
        """The code of `aside`, or "" for words that may be a name."""
        is_known = words_of_a_remark(self.text)
        says = _introduces(self.text) or (self.ends_with_colon and is_said(self.text))
        introduces = self.before == 0 and not self.is_last and says
        if introduces or (is_known and self.before == 0):
            return "introduction"
        return "note" if is_known and not ALL.others.within(self.text) else ""


def _introduces(text):
    return ALL.introductions.at_end(text) < len(text) or ALL.joining.at_end(text) < len(text)


def remainders_of(text, lines):
    """The `Remainder`s of a text, of which `lines` are all that was read. Numbers and linking words part none."""
    spans, found, before = account(text, lines), [], 0
    for at, span in enumerate(spans):
        before += span.kind == "city"
        if span.kind != "unread" or span.why:
            continue
        opening = spans[at - 1].text if at else ""
        following = spans[at + 1].text if at + 1 < len(spans) else ""
        own = Remainder(
            span.text, before, bool(before and _OPENS.search(opening)), following.lstrip().startswith(":"),
            not any(other.kind == "city" for other in spans[at:]),
            f"{_PARTS.split(opening)[-1]}{span.text}{_PARTS.split(following)[0]}", at, at,
        )  # fmt: skip
        if found and _run_on(spans[found[-1].end + 1 : at]):
            first = found.pop()
            words = "".join(each.text for each in spans[first.start : at + 1])
            lead = first.context.partition(first.text)[0]
            context = f"{lead}{words}{_PARTS.split(following)[0]}"
            own = own._replace(text=words, start=first.start, is_remark=first.is_remark, context=context)
        found.append(own)
    return found


def _is_of(remainder, group):
    return remainder.text in group or group in remainder.context


def _run_on(between):
    return all(span.kind in ("join", "number") and not _PARTS.search(span.text) for span in between)


def settled_entries(text, lines, *, group="", doubt="", is_row=False):
    """The lines of the entries of a text with their groups and doubts, and a line for each of its other words.

    `group` is that under which the text stands; `doubt` holds for each entry that has no other. In a row of a table
    the other words stand in other columns.
    """
    remainders = remainders_of(text, lines)
    entries = [replace(line, group=group) if group else line for line in lines]
    if not group:
        entries = with_groups(entries, remainders, is_row)
    others = []
    for remainder in remainders:
        if any(line.group and _is_of(remainder, line.group) for line in entries):
            continue
        code = "column" if is_row else remainder.code
        if code == "introduction" and len(entries) == 1 and remainder.text.strip() not in ALL.admitted:
            code = ""  # what introduces one entry alone may say anything of it
        kind = "text" if code else "unread"
        first = lines[0]
        others.append(ListedLine(first.number, first.raw, kind, remainder.text, region=first.region, aside=code))
        beside = (remainder.before - 1, remainder.before) if remainder.before else range(len(entries))
        for at in beside if not code else ():
            if 0 <= at < len(entries):
                entries[at] = replace(entries[at], doubt=entries[at].doubt or "leftover")
    entries = [
        replace(line, doubt="leftover") if not line.doubt and holds_common_words(line.name) else line
        for line in entries
    ]
    named = [line for line in entries if line.country_code]
    unsure = sum(line.doubt == "leftover" for line in named)
    if unsure * 3 >= max(len(named), 1) or any(line.kind == "unread" or line.doubt == "many_words" for line in named):
        doubt = doubt or "leftover"  # where one of several cannot be read, the others may be something else
    entries = [replace(line, doubt=line.doubt or doubt) if doubt else line for line in entries]
    return entries + others
