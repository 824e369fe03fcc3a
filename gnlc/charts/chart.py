"""What every chart has: numbers with their labels, words that say what they are, and a file of them.

Places along the line of writing are shares of the width (`45.2%`), so that a chart fills its column on any screen
while its words keep their size; they run from the right where the language does. Heights are in pixels.
"""

from dataclasses import dataclass, field
from textwrap import wrap
from typing import ClassVar

from django.utils.translation import get_language_bidi

LETTERS = 38  # of a label, that a phone has room for in one line
LINE = 16  # pixels


@dataclass(frozen=True)
class Cell:
    """A number as a table has it, None where there is none, and the word that its source puts before it."""

    number: int | None
    qualifier: str


@dataclass(frozen=True)
class Row:
    """A label with its numbers, None where there is none.

    `language` is that of a label that is a name, `key` what a file says in place of the label, `code` what it adds,
    the same in all languages; `style` is a class, `note` what has to be known of the numbers. `qualifiers` are the
    words that sources put before numbers, {place of the number: `Qualifier`}.
    """

    label: str
    numbers: tuple
    language: str | None = None
    address: str = ""
    key: str = ""
    style: str = ""
    note: str = ""
    code: str = ""
    qualifiers: dict = field(default_factory=dict)

    @property
    def lines(self):
        """The label in lines that fit a phone."""
        return wrap(self.label, LETTERS) or [""]

    @property
    def cells(self):
        return [Cell(number, self.qualifiers.get(place, "")) for place, number in enumerate(self.numbers)]

    @property
    def more_height(self):
        """What the lines after the first need, in pixels."""
        return LINE * (len(self.lines) - 1)


@dataclass(frozen=True)
class Series:
    """What the numbers of one column are. The style is a class: `recorded` and `reported` are never the same, and
    those of the recorded that a source only shows, without saying when they were admitted, are `shown`.

    `language` is that of a label that is a name.
    """

    label: str
    style: str = "recorded"
    language: str | None = None


@dataclass(frozen=True)
class Chart:
    """Numbers to be drawn: `rows` of things named by `head`, each with a number for each of the `series`.

    `drawn` is how many of the rows are drawn, all without it; the table beside the drawing and the file have all.
    With `linked`, the labels lead to the addresses of their rows.
    """

    name: str
    title: str
    description: str
    head: str
    series: tuple
    rows: tuple
    note: str = ""
    drawn: int | None = None
    address: str = ""
    linked: bool = False

    template: ClassVar[str]
    has_key: ClassVar[bool] = True

    @property
    def shown(self):
        return self.rows[: self.drawn]

    def stretch(self, height):
        """The height of all rows that are drawn, each of one height and what long labels need."""
        return sum(height + row.more_height for row in self.shown)

    @property
    def tone(self):
        """The class of the colour that all rows share; `tones` where they have several, so that the key has none."""
        styles = {row.style for row in self.rows if row.style.startswith("tone-")}
        return "" if not styles else styles.pop() if len(styles) == 1 else "tones"

    @property
    def key(self):
        """The series, where their styles have to be explained."""
        return self.series if self.has_key and len(self.series) > 1 else ()


def tops(rows, height, first=0):
    """[(row, where it begins in pixels)], of rows of one height and what long labels need."""
    found = []
    for row in rows:
        found.append((row, first))
        first += height + row.more_height
    return found


def place(share):
    """A place, given as a share of the width from where a line of writing begins."""
    return percent(1 - share if get_language_bidi() else share)


def span(begin, width):
    """The place and the width of what begins somewhere and runs along the line of writing: (x, width)."""
    return percent(1 - begin - width if get_language_bidi() else begin), percent(width)


def along(pixels):
    """A shift along the line of writing, in pixels."""
    return str(-pixels if get_language_bidi() else pixels)


def percent(share):
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"
