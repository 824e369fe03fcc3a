"""Charts drawn on the server as SVG, from plain numbers."""

from .bars import Bars
from .chart import Row, Series
from .dots import Dots
from .steps import Steps

__all__ = ["Bars", "Dots", "Row", "Series", "Steps"]
