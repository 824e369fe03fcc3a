"""The back office of cohorts, of admissions and of what was published about them."""

from .admission import AdmissionAdmin, MembershipNoteAdmin
from .city import MemberCityAdmin
from .cohort import CohortAdmin
from .correction import CorrectionAdmin
from .published import AgreementAdmin, AwardAdmin, ReportedFigureAdmin, RuleAdmin
from .recording import RecordingAdmin

__all__ = [
    "AdmissionAdmin",
    "AgreementAdmin",
    "AwardAdmin",
    "CohortAdmin",
    "CorrectionAdmin",
    "MemberCityAdmin",
    "MembershipNoteAdmin",
    "RecordingAdmin",
    "ReportedFigureAdmin",
    "RuleAdmin",
]
