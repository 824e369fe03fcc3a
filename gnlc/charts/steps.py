"""Lines through time that rise and fall in steps: a number holds until the day of the next one."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from .chart import Chart, along, place, span

TOP = 26  # pixels
BOTTOM = 24
PLOT = 240
MOST_YEARS = 6  # named below the drawing; more would run into each other on a phone
LEFT, RIGHT = 0.1, 0.11  # of the width, before and after the lines: numbers stand there, on no line and no dot
APART = 18  # pixels from number to number after the lines
BRIEF = 0.01  # of the width: what is shorter is not seen as a level
COUNTED = ("recorded", "shown")  # lines of these styles rise from nothing
TICKS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True)
class GridLine:
    """A number of the scale, and the height of its line."""

    number: int
    y: str


@dataclass(frozen=True)
class Year:
    """A year, and where it begins."""

    number: int
    x: str


@dataclass(frozen=True)
class Point:
    """A number where it stands; `row` is the row it is of."""

    number: int
    x: str
    y: str
    row: object


@dataclass(frozen=True)
class Piece:
    """A level line from `begin` to `end` with the rise or fall before it, and the area below it.

    Levels are heights: its own, that of the level before, and `fall`, from its own down to nothing.
    """

    begin: str
    end: str
    y: str
    before: str
    x: str
    width: str
    fall: str


@dataclass(frozen=True)
class Trail:
    """The line of a series, in pieces, with the height of its last number, which stands after its end.

    `peaks` are marked: numbers that held for so short a time that the line would seem to slip.
    """

    series: object
    number: int
    pieces: list[Piece]
    points: list[Point]
    peaks: list[Point]
    text_y: str


@dataclass(frozen=True)
class Steps(Chart):
    """Rows are days, in their order (`days`). A series of the style `rival` is drawn as points, not as a line."""

    days: tuple = ()
    until: date | None = None

    template: ClassVar[str] = "components/charts/_steps.html"
    height: ClassVar[int] = TOP + PLOT + BOTTOM
    floor: ClassVar[int] = TOP + PLOT

    @property
    def begin(self):
        return place(0)

    @property
    def edges(self):
        """Where the lines of the grid begin and end."""
        return place(LEFT), place(1 - RIGHT)

    @property
    def scale(self):
        """The step from line to line of the grid, and the number at the upper edge."""
        highest = max((number for row in self.rows for number in row.numbers if number is not None), default=0) or 1
        tick = next((tick for tick in TICKS if highest / tick <= 4.5), TICKS[-1])
        return tick, -(-highest // tick) * tick

    def grid(self):
        """From the ground up."""
        tick, top = self.scale
        return [GridLine(number, self._y(number)) for number in range(0, top + 1, tick)]

    def years(self):
        """The beginnings of years, as many as there is room for."""
        years = range(self.days[0].year, self.until.year + 1) if self.days else range(0)
        every = -(-len(years) // MOST_YEARS)
        return [Year(year, place(self._share(date(year, 1, 1)))) for year in years[::every]]

    @property
    def after(self):
        """Where the last numbers of lines stand."""
        return place(1 - RIGHT)

    @property
    def shift(self):
        return along(8)

    def trails(self):
        heights = self._heights()
        found = [self._trail(index, series, heights.get(index, "")) for index, series in enumerate(self.series)]
        return [trail for trail in found if trail.points]

    def _trail(self, index, series, text_y):
        known = [
            (day, row, row.numbers[index])
            for day, row in zip(self.days, self.rows, strict=True)
            if row.numbers[index] is not None
        ]
        points = [self._point(*each) for each in known]
        pieces = (
            [] if series.style == "rival" or not known else self._pieces(known, is_counted=series.style in COUNTED)
        )
        last = points[-1].number if points else 0
        peaks = self._peaks(index) if series.style in COUNTED else []
        return Trail(series, last, pieces, points, peaks, text_y)

    def _peaks(self, index):
        """Numbers above those before and after them that held for a moment only."""
        known = {}
        for day, row in zip(self.days, self.rows, strict=True):
            if row.numbers[index] is not None:
                known.setdefault(day, (row, row.numbers[index]))
        levels = [(day, row, number) for day, (row, number) in known.items()]
        before = [0, *(number for _day, _row, number in levels)]
        return [
            self._point(day, row, number)
            for earlier, (day, row, number), (end, _row, later) in zip(before, levels, levels[1:], strict=False)
            if earlier < number > later and self._share(end) - self._share(day) < BRIEF
        ]

    def _pieces(self, known, is_counted):
        """Level lines, each with the rise before it; what is counted here rises from nothing."""
        pieces, before = [], 0 if is_counted else known[0][2]
        ends = [*(day for day, _row, _number in known[1:]), self.until]
        for (day, _row, number), end in zip(known, ends, strict=True):
            begin = self._share(day)
            x, width = span(begin, self._share(end) - begin)
            far = place(self._share(end))
            pieces.append(Piece(place(begin), far, self._y(number), self._y(before), x, width, self._fall(number)))
            before = number
        return pieces

    def _heights(self):
        """{place of a series that is a line: height of its last number}: beside the end of the line, as far apart
        from each other as letters need."""
        ends = {}
        for index, series in enumerate(self.series):
            known = [row.numbers[index] for row in self.rows if row.numbers[index] is not None]
            if known and series.style != "rival":
                ends[index] = float(self._y(known[-1])) + 5
        heights, lowest = {}, self.floor + 5
        for index in sorted(ends, key=lambda index: (-ends[index], -index)):
            heights[index] = min(ends[index], lowest)
            lowest = heights[index] - APART
        return {index: f"{height:.1f}" for index, height in heights.items()}

    def _point(self, day, row, number):
        return Point(number, place(self._share(day)), self._y(number), row)

    def _y(self, number):
        return f"{TOP + PLOT * (1 - number / self.scale[1]):.1f}"

    def _fall(self, number):
        return f"{PLOT * number / self.scale[1]:.1f}"

    def _share(self, day):
        """Where a day lies between the numbers of the grid and the last numbers of the lines."""
        first = date(self.days[0].year, 1, 1)
        share = max(0, min(1, (day - first).days / ((self.until - first).days or 1)))
        return LEFT + share * (1 - LEFT - RIGHT)
