"""The lines as they are read, each with what decides about it later."""

from functools import partial
from typing import NamedTuple

from .listed_line import ListedLine
from .marks import STRUCK, is_struck_by_letters, struck_texts
from .prose import looks_like_a_name
from .remainders import settled_entries
from .remarks import is_questioned


class ReadLine(NamedTuple):
    """A line as it was read, with what decides about it later."""

    line: ListedLine
    marked: bool = False  # a bullet or a number stood in front
    after_blank: bool = False
    opens: bool = False  # a heading amid the list of which nobody can tell what it says
    marks: tuple = ()  # the marks of notes that the entry has


class Collected(list):
    """The `ReadLine`s of a page. `groups` are the words under which the file sets lines beside the list, by number."""

    def __init__(self, groups):
        super().__init__()
        self.groups = groups
        self.marks = set()  # of notes that stand with entries

    def add(self, line, kind, over, *, opens=False, **facts):
        """A line that lists nothing, or a heading; `over` is what stands over it."""
        facts.setdefault("group", self.groups.get(line.number, "") if kind in ("maybe", "between") else "")
        listed = ListedLine(line.number, line.raw, kind, region=over.region, **facts)
        self.append(ReadLine(listed, line.marked, line.after_blank, opens))

    def add_entries(self, line, entries, over, marks=(), group=""):
        """The entries of a line with their groups, doubts and marks, and what else the line says."""
        group = group or self.groups.get(line.number, "") or (STRUCK if is_struck_by_letters(line.raw) else over.group)
        struck = struck_texts(line.text)
        listed = [
            ListedLine(
                line.number, line.raw, _kind(entry), **entry._asdict(), region=over.region,
                group=STRUCK if any(entry.name in text for text in struck) else "",
            )
            for entry in entries
        ]  # fmt: skip
        text = line.raw if line.is_row else line.text
        doubt = over.doubt or ("mark" if is_questioned(text) else "")
        settle = partial(settled_entries, text, listed, group=group, doubt=doubt, is_row=line.is_row)
        self.marks.update(mark for mark, _owner in marks)
        for at, each in enumerate(settle() if listed else []):
            own = tuple(mark for mark, owner in marks if owner == at)
            self.append(ReadLine(each, line.marked, line.after_blank, marks=own))


def _kind(entry):
    return "city" if entry.country_code and looks_like_a_name(entry.name) else "unread"
