"""What the pages of the back office have in common, in every app."""

from .forms import RecordForm
from .gaps import Gap, lacks, lacks_any, out_of_date, unsourced, untranslated
from .linked import Linked
from .records import RecordAdmin, RecordInline
from .texts import in_each_language, in_its_language, localized
from .translated import TranslatedAdmin

__all__ = [
    "Gap",
    "Linked",
    "RecordAdmin",
    "RecordForm",
    "RecordInline",
    "TranslatedAdmin",
    "in_each_language",
    "in_its_language",
    "lacks",
    "lacks_any",
    "localized",
    "out_of_date",
    "unsourced",
    "untranslated",
]
