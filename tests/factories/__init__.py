"""Records for tests, complete enough to be valid and holding no surprises."""

from .admissions import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CallFactory,
    CohortFactory,
    CorrectionFactory,
    MemberFactory,
    NominationFactory,
    ProgressReportFactory,
    ReportedFigureFactory,
)
from .cities import (
    CityFactory,
    CountryFactory,
    InitiativeFactory,
    KeyFeatureFactory,
    PartnershipFactory,
    SourceFactory,
    SuggestionFactory,
    VenueFactory,
)
from .news import CampaignFactory, EventFactory, NewsItemFactory
from .people import UserFactory
from .recording import IntakeFactory, IntakeGroupFactory, IntakeLineFactory, RecordingFactory, RoundEntryFactory

__all__ = [
    "AdmissionFactory",
    "AnnulledAdmissionFactory",
    "CallFactory",
    "CampaignFactory",
    "CityFactory",
    "CohortFactory",
    "CorrectionFactory",
    "CountryFactory",
    "RoundEntryFactory",
    "EventFactory",
    "InitiativeFactory",
    "IntakeFactory",
    "IntakeGroupFactory",
    "IntakeLineFactory",
    "KeyFeatureFactory",
    "MemberFactory",
    "NewsItemFactory",
    "NominationFactory",
    "PartnershipFactory",
    "ProgressReportFactory",
    "RecordingFactory",
    "ReportedFigureFactory",
    "SourceFactory",
    "SuggestionFactory",
    "UserFactory",
    "VenueFactory",
]
