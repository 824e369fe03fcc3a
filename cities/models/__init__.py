"""The ground: places, what they are called, what happens in them, and who says so."""

from .address import FormerAddress
from .city import City, CityName
from .country import Country, CountryName
from .history import HistoryEntry
from .initiative import Audience, Cluster, Initiative, KeyFeature, SustainableDevelopmentGoal, Venue
from .loading import LoadedFile, LoadedRow
from .partnership import Partnership
from .reads import PageReads
from .source import Source
from .suggestion import Suggestion
from .text import TranslationState
from .translated import Translated

__all__ = [
    "Audience",
    "City",
    "CityName",
    "Cluster",
    "Country",
    "CountryName",
    "FormerAddress",
    "HistoryEntry",
    "Initiative",
    "KeyFeature",
    "LoadedFile",
    "LoadedRow",
    "PageReads",
    "Partnership",
    "Source",
    "Suggestion",
    "SustainableDevelopmentGoal",
    "Translated",
    "TranslationState",
    "Venue",
]
