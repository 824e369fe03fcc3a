"""The ground: places, what they are called, what happens in them, and who says so."""

from .address import FormerAddress
from .city import City, CityName
from .country import Country, CountryName
from .initiative import Audience, Cluster, Initiative, KeyFeature, SustainableDevelopmentGoal, Venue
from .partnership import Partnership
from .source import Source

__all__ = [
    "Audience",
    "City",
    "CityName",
    "Cluster",
    "Country",
    "CountryName",
    "FormerAddress",
    "Initiative",
    "KeyFeature",
    "Partnership",
    "Source",
    "SustainableDevelopmentGoal",
    "Venue",
]
