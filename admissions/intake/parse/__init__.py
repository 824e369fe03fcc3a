"""The second step: from a text to the lines it has, the cities they name and the numbers it declares."""

from .listed_line import ListedLine
from .listing import Reading, columns, parse
from .tables.proposal import Proposal

__all__ = ["ListedLine", "Proposal", "Reading", "columns", "parse"]
