"""Characters that nobody sees and that make a text say something else than it shows."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Embeddings, overrides and isolates: they reorder what stands around a name, in every file it is exported to.
_REORDERING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def validate_visible(text):
    """Refuse control characters and those that reorder text; line breaks are fine where there are several lines."""
    hidden = [c for c in text if c in _REORDERING or (unicodedata.category(c) == "Cc" and c not in "\t\n\r")]
    if hidden:
        raise ValidationError(
            _("Remove the invisible character %(code)s; it would change how the text reads."),
            params={"code": f"U+{ord(hidden[0]):04X}"},
        )
