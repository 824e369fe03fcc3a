"""How readers suggest corrections of what a public page says."""

from .urls import suggestion_urls

__all__ = ["suggestion_urls"]
