"""The event: who was admitted when, by which source, and what others published about it."""

from .admission import Admission
from .call import Call
from .cohort import Cohort
from .correction import Correction
from .document import Document
from .membership_note import MembershipNote
from .nomination import Nomination, NominationStep
from .qualifier import Qualifier, qualified
from .recognition import Agreement, Award
from .report import ProgressReport
from .reported import ReportedFigure
from .rounds.intake import Intake, IntakeLine
from .rounds.intake_group import IntakeGroup
from .rounds.recording import Recording
from .rounds.round_entry import RoundEntry
from .rule import Rule

__all__ = [
    "Admission",
    "Agreement",
    "Award",
    "Call",
    "Cohort",
    "Correction",
    "Document",
    "RoundEntry",
    "Intake",
    "IntakeGroup",
    "IntakeLine",
    "MembershipNote",
    "Nomination",
    "NominationStep",
    "ProgressReport",
    "Qualifier",
    "Recording",
    "ReportedFigure",
    "Rule",
    "qualified",
]
