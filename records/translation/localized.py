"""A translated text together with the language it is really in."""

from typing import NamedTuple

from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname, resolution_order


class LocalizedText(NamedTuple):
    """A text, the code of its language (None when there is no text), and whether it stands in for a missing one."""

    text: str
    language: str | None
    is_fallback: bool


def localized(instance, field):
    """The translated field of an object in the active language, else in the next language that has a text."""
    active = get_language()
    for language in resolution_order(active):
        text = getattr(instance, build_localized_fieldname(field, language))
        if text:
            return LocalizedText(text, language, language != active)
    return LocalizedText("", None, False)


def language_of_title(title, language):
    """The language of a title. One in [brackets] in Latin letters describes, in English, a text of another script."""
    described = title.startswith("[") and not any(ord(letter) > 0x24F for letter in title if letter.isalpha())
    return "en" if described and language in {"ar", "el", "fa", "he", "ja", "ko", "ru", "th", "uk", "zh"} else language
