"""The models of the floor, each written in the room of what it is for."""

from records.history.models import HistoryEntry
from records.loading.models import LoadedFile, LoadedRow
from records.page_views.models import PageReads
from records.suggestions.models import Suggestion
from records.translation.base import Translated
from records.translation.models import TranslationState

__all__ = ["HistoryEntry", "LoadedFile", "LoadedRow", "PageReads", "Suggestion", "Translated", "TranslationState"]
