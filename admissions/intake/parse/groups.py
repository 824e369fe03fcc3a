"""What takes an entry back: the words under which entries stand beside the list."""

import re
from dataclasses import replace

from admissions.intake.characters import word_set
from admissions.intake.words import ALL
from records.search.folding import fold

from .entries.names import EDGES, clean_name
from .entries.remarks import is_said

BESIDE = ALL.takes_back | ALL.other_lists | ALL.related
_LISTS = word_set("list liste lista قائمه لائحه")
_LONGEST_HEADING = 12  # words
_BESIDE_OF_ENTRIES = ALL.takes_back | ALL.excepted
_MOST_OF_A_GROUP = 120  # characters
_BEFORE_A_REMARK = re.compile(r"(\s[-–—]\s|\s*[–—:;,]\s*)")


def group_of_heading(text):
    """The words of a heading or a sentence under which the next entries stand beside the list, or ""."""
    is_heading = len(text.split()) <= _LONGEST_HEADING and text[-1:] not in ".!?؟。"
    if not (is_heading or text.endswith(":")) or not BESIDE.within(text):
        return ""
    return text.strip(EDGES)[:_MOST_OF_A_GROUP]


def before_a_remark(text):
    """(what stands before, the words) of a line that ends with words that take it back: "Fez, Morocco - pending"."""
    parts = _BEFORE_A_REMARK.split(text[:1000])
    for at in range(len(parts) - 2, 0, -2):
        words = "".join(parts[at + 1 :]).strip(EDGES)
        if {"(", ")"}.isdisjoint(words) and BESIDE.within(words) and not BESIDE.within("".join(parts[:at])):
            return "".join(parts[:at]).strip(), words[:_MOST_OF_A_GROUP]
    return "", ""


def begins_the_list(text):
    """Whether a line without entries says that what follows is the list: "The new members are", "Admitted"."""
    plain = text.strip(EDGES)
    if len(text.split()) > 25 or BESIDE.within(text):
        return False
    introduces = ALL.introductions.at_end(plain) < len(plain) or ALL.titles.within(plain) or plain in ALL.admitted
    return introduces or (text.endswith(":") and is_said(plain))


def is_correction(text):
    """Whether a line says that a text corrects another one; a corrected list is a list."""
    words = fold(text).split()
    return len(words) <= 8 and ALL.corrections.within(text) and _LISTS.isdisjoint(words)


def out_of_the_name(line):
    """The line of an entry with the words that take it back out of its name: "Bari, withdrawn" or "withdrawn Bari"."""
    if line.group or not _BESIDE_OF_ENTRIES.within(line.name):
        return line
    start, end = max(_BESIDE_OF_ENTRIES.spans(line.name), key=lambda span: span[1] - span[0])
    name = clean_name(f"{line.name[:start].rstrip(EDGES + '(')} {line.name[end:].lstrip(EDGES + ')')}".strip())
    words = line.name[start:end]
    if not name:
        return replace(line, kind="unread", group=words)
    return replace(line, name=name, group=words)


def says_beside(remainder, is_row):
    """Whether words beside entries take them back; a "no" alone does behind an entry, unless it is a cell of a row."""
    behind = remainder.before and remainder.is_last and not is_row
    says_no = behind and remainder.text.strip(EDGES) in ALL.refused
    return says_no or _BESIDE_OF_ENTRIES.within(remainder.context)


def with_groups(lines, remainders, is_row=False):
    """The lines of entries of one text with the groups that the words around them give: what stands before entries
    holds for those behind it, a remark in brackets for the entry before, the end of a sentence for all of it."""
    named = lines
    lines = list(map(out_of_the_name, lines))
    total = len(lines)
    for remainder in remainders:
        if not says_beside(remainder, is_row):
            if remainder.before and ALL.admitted.within(remainder.text):  # Not admitted: Bari (Italy); admitted: …
                lines[remainder.before :] = [replace(line, group="") for line in lines[remainder.before :]]
            continue
        words = remainder.context.strip(EDGES)[:_MOST_OF_A_GROUP]
        before, is_remark = remainder.before, remainder.is_remark
        if before and not is_remark and lines[before - 1].group:
            held = ()  # except Hanoi, which was put off
        elif before == 0:
            held = range(total)
        elif is_remark and before <= total:
            held = range(before - 1, before)
        elif ALL.excepted.within(remainder.context) or remainder.ends_with_colon:
            held = range(before, total)
        else:
            held = range(total)
        for at in held:
            lines[at] = replace(lines[at], group=lines[at].group or words)
    taken_back = lines != named and not all(remainder.is_remark for remainder in remainders)
    taken_back = taken_back or list(map(out_of_the_name, named)) != named
    return [
        replace(line, doubt="beside_group") if taken_back and not (line.group or line.doubt) else line
        for line in lines
    ]
