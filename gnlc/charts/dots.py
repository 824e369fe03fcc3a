"""Strips of dots: how much of a small number was used, row by row and column by column."""

from dataclasses import dataclass
from typing import ClassVar

from .chart import Chart, along, place, tops

HEAD = 24  # pixels: the names of the columns
ROW = 46
STEP = 16  # from dot to dot
RADIUS = 6


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
        """[(place, the name of the column)]"""
        return [(self._column(index), series.label) for index, series in enumerate(self.series)]

    def lines(self):
        """[(row, height of its label, height of its dots)]"""
        return [(row, top + 12, top + 28 + row.more_height) for row, top in tops(self.shown, ROW, HEAD)]

    def layers(self):
        """The dots by their place in a cell: [(shift in pixels, [(place, height, whether it is full)])]."""
        layers = []
        for dot in range(self.most):
            cells = [
                (self._column(column), top, (number or 0) > dot)
                for row, _, top in self.lines()
                for column, number in enumerate(row.numbers)
            ]
            layers.append((along(RADIUS + 1 + dot * STEP), cells))
        return layers

    def _column(self, index):
        return place(index / len(self.series))
