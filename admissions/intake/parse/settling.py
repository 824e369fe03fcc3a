"""Decide what only the whole page tells: what stands inside the list, what a note or another line says of an entry."""

from collections import Counter
from dataclasses import replace

from admissions.intake.characters import tidy
from admissions.intake.spelling import compact
from records.search.folding import fold

from . import marks as notes
from .accounting import leftovers
from .remarks import takes_back


def settled(read):
    """The `ListedLine`s of what was read.

    Lines that may be entries are decided by their place: inside the list they are "unread". Between two entries so are
    lines with a bullet or a number, whatever they say, and countries over no city. The list reaches from the first
    heading or city to the last city, and on over lines with the same bullets.
    """
    lines = _by_place(read)
    lines = _with_notes(read, lines)
    lines = _split_from_above(read, lines)
    lines = _taken_back(lines)
    return _accounted(lines)


def _by_place(read):
    lines = [each.line for each in read]
    listed = [at for at, line in enumerate(lines) if line.kind in ("city", "heading")]
    cities = [at for at in listed if lines[at].kind == "city"]
    first, last = (listed[0], cities[-1]) if cities else (0, len(lines))
    if cities:
        while last + 1 < len(lines) and read[last + 1].marked and read[last].marked:
            last += 1
    settled = []
    for at, line in enumerate(lines):
        inside = first <= at <= last
        between = inside and bool(cities)
        if line.kind == "heading" and line.country_code and between and _stands_over_nothing(lines, at):
            line = replace(line, kind="unread")
        elif line.kind in ("maybe", "between"):
            inside = inside or "(" in line.name if line.kind == "maybe" else between
            if inside:
                line = replace(line, kind="unread", aside="")
            else:
                line = replace(line, kind="text", name="", aside=line.aside or _aside(at, first))
        elif line.kind == "text" and not line.aside:
            line = replace(line, aside="prose")
        settled.append(line)
    return settled


def _aside(at, first):
    return "title" if at < first else "note"


def _stands_over_nothing(lines, at):
    """Whether the heading of a country is followed by entries of other countries, so may be a city's name."""
    following = (line for line in lines[at + 1 :] if line.kind != "text")
    first = next(following, None)
    return first is None or (first.kind != "unread" and first.country_code != lines[at].country_code)


def _with_notes(read, lines):
    """The lines with what the notes below the list say of the entries that have their marks."""
    used = {mark for each in read for mark in each.marks}
    if not used:
        return lines
    said = {}
    for at, line in enumerate(lines):
        found = notes.note_of(tidy(line.raw)) if line.kind in ("text", "unread") else None
        if found and found[0] in used and not any(each.marks for each in read if each.line.raw == line.raw):
            said[found[0]] = found[1]
            lines[at] = replace(line, kind="text", name="", aside="note")
    settled = []
    for each, line in zip(read, lines, strict=True):
        own = [said.get(mark, "") for mark in each.marks]
        back = next((words for words in own if takes_back(words)), "")
        if line.kind == "city" and back and not line.group:
            line = replace(line, group=back[:120])
        elif line.kind == "city" and not all(own) and not line.doubt:
            line = replace(line, doubt="mark")
        settled.append(line)
    return settled


def _split_from_above(read, lines):
    """The lines with a doubt on an entry whose name may begin in the line above it."""
    settled = list(lines)
    for at in range(1, len(lines)):
        before, line = read[at - 1].line, lines[at]
        ends_open = before.kind == "maybe" and before.number != line.number and _may_go_on(before.name)
        alone = sum(other.number == line.number and other.kind == "city" for other in lines[at : at + 3]) == 1
        begins = read[at].after_blank or read[at].marked
        if ends_open and alone and line.kind == "city" and not (begins or line.doubt):
            settled[at] = replace(line, doubt="split")
            settled[at - 1] = replace(lines[at - 1], kind="unread", name=before.name, aside="")
    return settled


def _may_go_on(name):
    """Whether a line without a country may be the first words of a name: few, no title in small letters, and nothing
    that is closed by a bracket."""
    words = name.split()
    small = [word for word in words if word.isalpha() and word.islower() and len(word) > 3]
    return len(words) <= 4 and not small and not name.endswith(")")


def _taken_back(lines):
    """The lines with a doubt on entries that another line takes back, or that stand beside the list as well."""
    beside = {(compact(line.name), line.country_code) for line in lines if line.kind == "city" and line.group}
    raws = {tidy(line.raw) for line in lines if line.kind in ("text", "unread")}
    sentences = [f" {fold(raw)} " for raw in raws if takes_back(raw)]
    settled = []
    for line in lines:
        if line.kind == "city" and not (line.group or line.doubt):
            again = (compact(line.name), line.country_code) in beside
            named = f" {fold(line.name)} "
            if again or any(named in sentence for sentence in sentences):
                line = replace(line, doubt="taken_back")
        settled.append(line)
    return settled


def _accounted(lines):
    """The lines, with an "unread" one for words of an entry's line that nobody accounts for."""
    by_raw = {}
    for line in lines:
        by_raw.setdefault((line.number, line.raw), []).append(line)
    missing = {}
    for key, own in by_raw.items():
        if any(line.kind == "city" for line in own):
            missing[key] = leftovers(key[1], own)
    seen = Counter()
    for line in lines:
        key = (line.number, line.raw)
        seen[key] += 1
        is_beside = missing.get(key) and line.kind == "city" and not line.doubt
        yield replace(line, doubt="leftover") if is_beside else line
        if seen[key] == len(by_raw[key]):
            for words, _before in missing.get(key, ()):
                yield replace(
                    line, kind="unread", name=words, country_text="", country_code=None, group="", aside="", doubt=""
                )
