"""The back office of news, of meetings and of campaigns."""

from .campaign import CampaignAdmin
from .event import ConferenceAdmin, EventAdmin
from .item import NewsItemAdmin

__all__ = ["CampaignAdmin", "ConferenceAdmin", "EventAdmin", "NewsItemAdmin"]
