"""The event: who was admitted when, by which source, and what others published about it."""

from .admission import Admission, MembershipNote
from .cohort import Cohort
from .recognition import Agreement, Award
from .reported import ReportedFigure
from .rule import Rule

__all__ = ["Admission", "Agreement", "Award", "Cohort", "MembershipNote", "ReportedFigure", "Rule"]
