"""The third step: from a listed name to the cities and places it may mean, each with the reason."""

from .candidate import Candidate
from .matching import candidates, without_doubt
from .reasons import Reason
from .registry import Registry

__all__ = ["Candidate", "Reason", "Registry", "candidates", "without_doubt"]
