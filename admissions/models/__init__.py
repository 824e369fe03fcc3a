"""The event: who was admitted when, by which source, and what others published about it."""

from .admission import Admission, MembershipNote
from .change import RecordedChange
from .cohort import Cohort
from .correction import Correction
from .entry import Entry
from .intake import Intake, IntakeLine
from .recognition import Agreement, Award
from .recording import Recording
from .reported import ReportedFigure
from .rule import Rule

__all__ = [
    "Admission",
    "Agreement",
    "Award",
    "Cohort",
    "Correction",
    "Entry",
    "Intake",
    "IntakeLine",
    "MembershipNote",
    "RecordedChange",
    "Recording",
    "ReportedFigure",
    "Rule",
]
