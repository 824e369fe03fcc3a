"""What is understood of a line of a list."""

from dataclasses import dataclass
from typing import NamedTuple

DOUBTS = (
    "leftover",  # words beside it that nobody can tell
    "two_names",  # its name may be those of two places
    "sentence",  # it stands in a sentence of which not all can be read
    "many_words",  # its name is as long as a sentence
    "two_countries",  # two countries stand behind it
    "reversed",  # its name is that of a country too, and more than a country stands behind it
    "split",  # its name may begin in the line above
    "mark",  # it has a mark of which no note says what it means
    "taken_back",  # another line that takes something back names it too
    "beside_group",  # words in its line take a neighbour back
    "after_group",  # it stands below entries that are beside the list, and may be one of them
    "under_heading",  # it stands under a heading that nobody can tell
    "correction",  # it stands in a corrigendum
    "apart",  # it stands apart from the list
    "repeated",  # it stands on every page
)


@dataclass(frozen=True)
class ListedLine:
    """What was understood of a line, or of a part of it where it lists several cities.

    `number` counts the lines of the text from 1; `raw` is the line word for word, with its line ends where a word or
    a bracket ran over them. `kind` is "city", "heading" (a region, a country, the header of a table, or the words of a
    `group`), "text" (what lists nothing) or "unread" (what looks like an entry and has to be decided by a person).

    `group` holds the words under which an entry stands beside the list, such as "Not admitted" or the value of a
    cell in a column of states; "" is the list itself. A city with a group is never an entry on its own.
    `aside` is the code of why a "text" is left aside, whose sentence is in `aside`. A text with a `name` is about
    those words of the line alone.
    `doubt` is the code of why the reading of a city was not sure, one of `DOUBTS`; what has one is never decided
    without a person.
    """

    number: int
    raw: str
    kind: str
    name: str = ""
    country_text: str = ""
    country_code: str | None = None
    region: str | None = None
    group: str = ""
    aside: str = ""
    doubt: str = ""


class ReadLine(NamedTuple):
    """A line as it was read, with what decides about it later."""

    line: ListedLine
    marked: bool = False  # a bullet or a number stood in front
    after_blank: bool = False
    opens: bool = False  # a heading amid the list of which nobody can tell what it says
    marks: tuple = ()  # the marks of notes that the entry has
