"""Texts of several languages on one page: each with its own language and direction of writing."""

from django.utils.html import format_html

from records.l10n import direction
from records.translation.states import LANGUAGES


def in_each_language(*names):
    """The row of a form in which a text stands in its three languages, side by side.

    >>> in_each_language("name")
    ('name_en', 'name_fr', 'name_ar')
    """
    return tuple(f"{name}_{language}" for name in names for language in LANGUAGES)


def in_its_language(text, language):
    """A text kept apart from the words around it, for eyes and for screen readers."""
    if not text:
        return ""
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), text)


def localized(record, field="name"):
    """A translated field of a record in the reader's language, or in the next one that has a text."""
    text, language, is_fallback = record.localized(field)
    return in_its_language(text, language)
