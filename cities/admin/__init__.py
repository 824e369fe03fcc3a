"""The back office of places, of what happens in them, and of sources."""

from .city import CityAdmin
from .country import CountryAdmin
from .initiative import ClusterAdmin, GoalAdmin, InitiativeAdmin, KeyFeatureAdmin, TermAdmin
from .partnership import PartnershipAdmin
from .source import SourceAdmin

__all__ = [
    "CityAdmin",
    "ClusterAdmin",
    "CountryAdmin",
    "GoalAdmin",
    "InitiativeAdmin",
    "KeyFeatureAdmin",
    "PartnershipAdmin",
    "SourceAdmin",
    "TermAdmin",
]
