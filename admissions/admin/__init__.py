"""The back office of cohorts, of admissions and of what was published about them."""

from .admission import AdmissionAdmin, MembershipNoteAdmin
from .city import MemberCityAdmin
from .cohort import CohortAdmin
from .correction import CorrectionAdmin
from .nomination import CallAdmin, NominationAdmin
from .published import AgreementAdmin, AwardAdmin, ReportedFigureAdmin, RuleAdmin
from .recording import RecordingAdmin
from .report import ProgressReportAdmin

__all__ = [
    "AdmissionAdmin",
    "AgreementAdmin",
    "AwardAdmin",
    "CallAdmin",
    "CohortAdmin",
    "CorrectionAdmin",
    "MemberCityAdmin",
    "MembershipNoteAdmin",
    "NominationAdmin",
    "ProgressReportAdmin",
    "RecordingAdmin",
    "ReportedFigureAdmin",
    "RuleAdmin",
]
