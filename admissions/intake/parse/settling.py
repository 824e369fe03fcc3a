"""Decide what only the whole page tells: what stands inside the list, and under which headings."""

import re
from dataclasses import replace

from .entries.prose import is_names_only
from .second_look import accounted, taken_back, with_cells, with_notes

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")

_NAMES_A_COUNTRY = re.compile(r"[,(，（،\t]")  # even one that is not known


def settled(read):
    """The `ListedLine`s of what was read.

    Lines that may be entries are decided by their place: inside the list they are "unread". Between two entries so are
    lines with a bullet or a number, whatever they say, and countries over no city. The list reaches from the first
    heading or city to the last city, and on over lines with the same bullets or of the same paragraph.
    """
    lines = _by_place(read)
    lines = _under_unknown_headings(read, lines)
    lines = _under_an_earlier_year(lines)
    lines = _apart(read, lines)
    lines = with_notes(read, lines)
    lines = _split_from_above(read, lines)
    lines = with_cells(lines)
    lines = taken_back(lines)
    return accounted(lines)


def _by_place(read):
    lines = [each.line for each in read]
    first, last, cities = _reach(read, lines)
    settled = []
    for at, line in enumerate(lines):
        inside = first <= at <= last
        between = inside and cities
        if line.kind == "heading" and line.country_code and between and _stands_over_nothing(lines, at):
            line = replace(line, kind="unread")
        elif line.kind in ("maybe", "between"):
            inside = inside or "(" in line.name if line.kind == "maybe" else between
            if inside:
                line = replace(line, kind="unread", aside="")
            else:
                line = replace(line, kind="text", name="", aside=line.aside or ("title" if at < first else "note"))
        elif line.kind == "text" and not line.aside:
            line = replace(line, aside="prose")
        settled.append(line)
    return settled


def _reach(read, lines):
    """(first, last, whether there are cities) of the list."""
    listed = [at for at, line in enumerate(lines) if line.kind in ("city", "heading")]
    cities = [at for at in listed if lines[at].kind == "city"]
    if not cities:
        return 0, len(lines), False
    first, last = listed[0], cities[-1]
    while last + 1 < len(lines) and (
        read[last + 1].marked and read[last].marked or _goes_on(read, last + 1, last + 1)
    ):
        last += 1
    while first > 0 and _goes_on(read, first - 1, first):
        first -= 1
    return first, last, True


def _goes_on(read, at, lower):
    """Whether the line `at` may be an entry of the paragraph beside it; `lower` is the lower one of the two."""
    name = read[at].line.name
    return read[at].line.kind == "maybe" and not read[lower].after_blank and ("(" in name or is_names_only(name))


def _stands_over_nothing(lines, at):
    """Whether the heading of a country is followed by entries of other countries, so may be a city's name."""
    following = (line for line in lines[at + 1 :] if line.kind != "text")
    first = next(following, None)
    return first is None or (first.kind != "unread" and first.country_code != lines[at].country_code)


def _under_unknown_headings(read, lines):
    """The lines with a doubt on entries under a heading amid the list that nobody can tell: in a language that is not
    read it may say that they were not admitted. It holds until the list begins again or another region does."""
    settled, seen = list(lines), set()
    unknown = has_cities = since = False
    for at, line in enumerate(lines):
        heading = (line.kind == "heading" and (line.country_code or line.region)) or None
        if line.kind == "heading" and line.group or line.aside in ("introduction", "title") and not line.name:
            unknown = False
        if has_cities and _is_unknown_heading(read, lines, at):
            unknown, since = True, False
        elif heading:
            unknown = unknown and (not since or heading in seen)
            seen.add(heading)
        elif line.kind == "city":
            has_cities = since = True
            if unknown and not (line.group or line.doubt):
                settled[at] = replace(line, doubt="under_heading")
    return settled


def _is_unknown_heading(read, lines, at):
    """Whether a line that could not be told stands over the entries that follow it without a blank line."""
    line, own = lines[at], read[at]
    if own.opens:
        return True
    if line.kind not in ("unread", "text") or own.line.kind not in ("maybe", "between") or own.marked:
        return False
    below = at + 1
    follows = below < len(lines) and lines[below].kind in ("city", "heading") and not read[below].after_blank
    if not follows or lines[below].number == line.number:
        return False
    entry = lines[below]  # amid entries that each name their country, a line that names none is hardly another
    names_country = entry.kind == "city" and bool(entry.country_text) and entry.country_text in entry.raw
    names_country = names_country and not _NAMES_A_COUNTRY.search(line.raw)
    return read[below].marked or own.after_blank or names_country


def _under_an_earlier_year(lines):
    """The lines with a doubt on entries under the title of one year where another title has a later one."""
    years, year = [], None
    for line in lines:
        if line.kind == "text" and line.aside in ("title", "introduction") and not line.name:
            found = _YEAR.findall(line.raw)
            year = int(found[-1]) if found else year
        years.append(year)
    latest = max((each for each, line in zip(years, lines, strict=True) if each and line.kind == "city"), default=0)
    return [
        replace(line, doubt=line.doubt or "under_heading") if line.kind == "city" and own and own < latest else line
        for own, line in zip(years, lines, strict=True)
    ]


def _apart(read, lines):
    """The lines with a doubt on an entry that stands in a paragraph of its own where the list has bullets, or above
    the line that introduces the list: it may be the place of a dateline or of an address."""
    cities = [at for at, line in enumerate(lines) if line.kind == "city" and not line.group]
    marked = sum(read[at].marked for at in cities)
    begins = [at for at, line in enumerate(lines) if line.aside == "introduction" and not line.name]
    settled = list(lines)
    for at in cities:
        below = at + 1
        alone = read[at].after_blank and (
            below == len(lines) or read[below].after_blank or lines[below].kind == "text"
        )
        above = begins and cities[0] < begins[0] < cities[-1] and at < begins[0]
        unlike = not read[at].marked and marked > 2 and marked * 3 > len(cities) * 2
        if not lines[at].doubt and alone and (above or unlike):
            settled[at] = replace(lines[at], doubt="apart")
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
