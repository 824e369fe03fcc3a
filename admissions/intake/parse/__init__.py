"""The second step: from a text to the lines it has, the cities they name and the numbers it declares."""

from .listing import ListedLine, Reading, parse

__all__ = ["ListedLine", "Reading", "parse"]
