"""The second step: from a text to the lines it has, the cities they name and the numbers it declares."""

from admissions.intake.parse.tables.proposal import Proposal

from .listed_line import ListedLine
from .listing import Reading, columns, parse

__all__ = ["ListedLine", "Proposal", "Reading", "columns", "parse"]
