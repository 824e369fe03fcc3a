"""The third step: from a listed name to the cities and places it may mean, each with the reason."""

from .candidate import Candidate
from .clean import is_clean
from .matching import candidates, without_doubt
from .reasons import Reason
from .registry import Registry

__all__ = ["Candidate", "Reason", "Registry", "candidates", "is_clean", "without_doubt"]
