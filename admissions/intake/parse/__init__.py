"""The second step: from a text to the lines it has, the cities they name and the numbers it declares."""

from .listed_line import ListedLine
from .listing import Reading, parse

__all__ = ["ListedLine", "Reading", "parse"]
