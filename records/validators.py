"""Characters that nobody sees and that make a text say something else than it shows."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Embeddings, overrides and isolates: they reorder what stands around a name, in every file it is exported to.
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DIRECTION = frozenset("\u200e\u200f\u061c")
_JOINERS = frozenset("\u200c\u200d")
# Letters and marks that show nothing, though Unicode counts them among those that do.
_EMPTY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Signs of the kind of the invisible ones that are seen: they stand under the digits that follow, or end a verse.
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
# Scripts in which it matters whether letters join: Persian, Urdu, Hindi, Bengali and their like.
_JOINING = frozenset({
    "ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL",
    "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "MYANMAR", "KHMER", "TIBETAN",
})  # fmt: skip


def invisible(text):
    """The places of the characters that nobody sees and that mean nothing where they stand.

    A joiner or its opposite means something between two letters of a script that joins them, a mark of direction in a
    text that runs in both, a selector behind the sign of which it chooses the form. Line ends and tabs are none.
    """
    return [at for at, character in enumerate(text) if _is_invisible(text, at, character)]


def without_invisible(text):
    """The text without the characters that `invisible` finds, for what is typed or pasted.

    >>> without_invisible("user@exam\\u00adple.org\\u200f")
    'user@example.org'
    """
    left_out = set(invisible(text))
    return "".join(character for at, character in enumerate(text) if at not in left_out) if left_out else text


def validate_visible(text):
    """Refuse control characters, those that reorder text, and any other that nobody sees and that means nothing there.

    Line breaks are fine where there are several lines.
    """
    hidden = invisible(text)
    if hidden:
        raise ValidationError(
            _("Remove the invisible character %(code)s; it would change how the text reads."),
            params={"code": f"U+{ord(text[hidden[0]]):04X}"},
        )


def take_visible(field):
    """Let a form field of text take what is sent without its invisible characters; of other fields nothing changes."""
    if not isinstance(field, forms.CharField) or isinstance(field.widget, forms.PasswordInput):
        return field
    to_python = field.to_python
    field.to_python = lambda value: to_python(without_harmless_invisible(value))
    return field


def without_harmless_invisible(value):
    """What is meant to be seen: control characters and those that reorder text are left for the refusal to name."""
    if not isinstance(value, str):
        return value
    left_out = {at for at in invisible(value) if not _is_grave(value[at])}
    return "".join(character for at, character in enumerate(value) if at not in left_out)


def _is_grave(character):
    return character in _REORDERING or unicodedata.category(character) == "Cc"


def _is_invisible(text, at, character):
    if " " <= character <= "~" or character in "\t\n\r":
        return False
    if character in _JOINERS:
        return not _joins(text, at)
    if character in _DIRECTION:
        return not _runs_both_ways(text)
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return not (at and unicodedata.category(text[at - 1]) in ("So", "Lo", "Sm", "Po", "Nd"))
    is_format = unicodedata.category(character) in ("Cc", "Cf") and character not in _SEEN
    return is_format or character in _EMPTY or "\u180b" <= character <= "\u180f"


def _joins(text, at):
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    if len(around) < 2:
        return False
    return all(unicodedata.name(one, "?").split()[0] in _JOINING for one in around) or all(
        unicodedata.category(one) in ("So", "Sk") or one == "\ufe0f" for one in around
    )


def _runs_both_ways(text):
    found = {unicodedata.bidirectional(character) for character in text if character not in _DIRECTION}
    return bool(found & {"R", "AL"}) and bool(found & {"L", "EN"})
