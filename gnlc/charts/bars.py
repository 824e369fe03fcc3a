"""Horizontal bars: one for each number, or those of a row in one line."""

from dataclasses import dataclass
from typing import ClassVar

from .chart import Chart, along, percent, place, span, tops

LABEL = 20  # pixels: the words over a bar
BAR = 16
GAP = 3  # between the bars of a row
SPACE = 10  # after a row
BELOW = 15  # for the numbers of the parts of a line, which stand under it
LONGEST = 0.84  # of the width; the rest is for the number after it
ROOM = 0.07  # of the width, that the number under a part needs on a phone


@dataclass(frozen=True)
class Bar:
    """A rectangle, and its number with the place where that stands."""

    number: int
    style: str
    x: str
    y: int
    width: str
    text_x: str
    text_y: int
    shift: str
    says: bool = True


@dataclass(frozen=True)
class Line:
    """A row as it is drawn; `total` is the number after a line of parts, and its place."""

    row: object
    y: int
    bars: list
    total: Bar | None = None


@dataclass(frozen=True)
class Bars(Chart):
    """A bar for each number. With `stacked`, the numbers of a row are parts of a whole and lie in one line."""

    stacked: bool = False

    template: ClassVar[str] = "components/charts/_bars.html"

    @property
    def begin(self):
        return place(0)

    @property
    def row_height(self):
        bars = 1 if self.stacked else len(self.series)
        return LABEL + bars * (BAR + GAP) + (BELOW if self.stacked else 0) + SPACE

    @property
    def height(self):
        return self.stretch(self.row_height)

    def lines(self):
        draw = self._parts if self.stacked else self._beside
        longest = max((self._longest(row) for row in self.shown), default=0) or 1
        return [draw(row, top, longest) for row, top in tops(self.shown, self.row_height)]

    def _longest(self, row):
        numbers = [number or 0 for number in row.numbers]
        return sum(numbers) if self.stacked else max(numbers)

    def _beside(self, row, top, longest):
        bars = []
        for index, (number, series) in enumerate(zip(row.numbers, self.series, strict=True)):
            if number is not None:
                y, width = top + LABEL + row.more_height + index * (BAR + GAP), number / longest * LONGEST
                bars.append(
                    Bar(number, series.style, span(0, width)[0], y, percent(width), place(width), y + 13, along(6))
                )
        return Line(row, top + 14, bars)

    def _parts(self, row, top, longest):
        bars, begin, y = [], 0, top + LABEL + row.more_height
        for number, series in zip(row.numbers, self.series, strict=True):
            if number:
                width = number / longest * LONGEST
                x, wide = span(begin, width)
                middle = place(begin + width / 2)
                bars.append(Bar(number, series.style, x, y, wide, middle, y + BAR + 14, "0", says=width >= ROOM))
                begin += width
        total = Bar(sum(number or 0 for number in row.numbers), "", "", y, "", place(begin), y + 13, along(6))
        return Line(row, top + 14, bars, total)
