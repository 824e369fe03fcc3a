"""The voice: what was written about cities and cohorts, and where the network meets."""

from .campaign import Campaign
from .event import Conference, Event
from .item import NewsItem

__all__ = ["Campaign", "Conference", "Event", "NewsItem"]
