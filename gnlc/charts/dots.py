"""Strips of dots: how much of a small number was used, row by row and column by column."""

from dataclasses import dataclass
from typing import ClassVar

from .chart import Chart, along, place, tops

HEAD = 24  # pixels: the names of the columns
ROW = 46
STEP = 16  # from dot to dot
RADIUS = 6


@dataclass(frozen=True)
class Head:
    """The name of a column, and where it stands."""

    x: str
    label: str


@dataclass(frozen=True)
class Line:
    """A row as it is drawn: the heights of its label and of its dots."""

    row: object
    label_y: int
    dots_y: int


@dataclass(frozen=True)
class Dot:
    """A dot of a cell, full or empty."""

    x: str
    y: int
    is_full: bool


@dataclass(frozen=True)
class Layer:
    """The dots that stand at one place of their cells, all shifted alike."""

    shift: str
    dots: list[Dot]


@dataclass(frozen=True)
class Dots(Chart):
    """In each cell as many dots as `most`; those of the number are full, the others empty."""

    most: int = 3

    template: ClassVar[str] = "components/charts/_dots.html"
    has_key: ClassVar[bool] = False

    @property
    def height(self):
        return HEAD + self.stretch(ROW)

    @property
    def begin(self):
        return place(0)

    def heads(self):
        return [Head(self._column(index), series.label) for index, series in enumerate(self.series)]

    def lines(self):
        return [Line(row, top + 12, top + 28 + row.more_height) for row, top in tops(self.shown, ROW, HEAD)]

    def layers(self):
        """The dots by their place in a cell."""
        layers = []
        for dot in range(self.most):
            dots = [
                Dot(self._column(column), line.dots_y, (number or 0) > dot)
                for line in self.lines()
                for column, number in enumerate(line.row.numbers)
            ]
            layers.append(Layer(along(RADIUS + 1 + dot * STEP), dots))
        return layers

    def _column(self, index):
        return place(index / len(self.series))
