"""How the page's language writes dates, numbers and lists: as Unicode CLDR has it, with the house's few rules.

English is international, not American. Arabic has western digits. French calls the first of a month "1er".
"""

import re
import unicodedata

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info, gettext

_LOCALES = {"en": Locale("en", "GB"), "fr": Locale("fr"), "ar": Locale("ar")}
# French writes a span in a sentence's own words; "1er–3" is never written.
_FRENCH_SPAN = {
    "d": ("'du' d", " 'au' d MMMM y"),
    "M": ("'du' d MMMM", " 'au' d MMMM y"),
    "y": ("'du' d MMMM y", " 'au' d MMMM y"),
}
_LATIN_WORD = r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ0-9.'’&/-]*[A-Za-zÀ-ɏ0-9])?"
_LATIN = re.compile(rf"[#@]?{_LATIN_WORD}(?:[ \u00a0](?:{_LATIN_WORD}|\d(?:[\d.-]*[\dA-Za-z])?))*")
_ARABIC = re.compile(r"[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*")


def direction(language):
    """The direction of writing of a language: ltr or rtl; auto for one of which nothing is known here."""
    try:
        return "rtl" if get_language_info(language)["bidi"] else "ltr"
    except KeyError:
        return "auto"


def locale():
    """The locale of the active language."""
    return _LOCALES[get_language() or "en"]


def day_in_words(day):
    """23 September 2020, 1er septembre 2020, 23 سبتمبر 2020."""
    return _written(day, locale().date_formats["long"].pattern)


def month_in_words(day):
    return format_skeleton("yMMMM", day, locale=locale())


def days_in_words(first, last):
    """A span of days that says once what both have in common: 5–7 December 2025, du 5 au 7 décembre 2025."""
    if first == last:
        return day_in_words(first)
    differing = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    if locale().language == "fr":
        patterns = _FRENCH_SPAN[differing]
    else:
        patterns = [part.replace("MMM", "MMMM") for part in locale().interval_formats["yMMMd"][differing]]
    return "".join(_written(day, pattern) for day, pattern in zip((first, last), patterns, strict=True))


def _written(day, pattern):
    if locale().language == "fr" and day.day == 1:
        pattern = re.sub(r"\bd\b", "d'er'", pattern)
    return format_date(day, pattern, locale=locale())


def number_in_words(number):
    """A number with its thousands apart: 1,234 or 1 234. Years and identifiers are none."""
    return format_decimal(number, locale=locale(), numbering_system="latn")


def list_in_words(items):
    """A, B and C."""
    return format_list(items, locale=locale())


def language_in_words(code):
    """The name of a language, as it stands within a sentence; its code when it has no name here."""
    return locale().languages.get(code, code)


def language_itself(code):
    """The name of a language of the site in that language, as it stands alone: English, Français, العربية."""
    return capfirst(_LOCALES[code].language_name)


def label_in_language(name, language):
    """What stands over a field that holds a text in one language: `Name (French)`."""
    return f"{capfirst(name)} ({gettext(get_language_info(language)['name'])})"


def apart(text):
    """The text between marks that keep it apart where it runs against the page, for where no markup can stand."""
    against = {"L"} if locale().text_direction == "rtl" else {"R", "AL"}
    text = str(text)
    return f"\u2068{text}\u2069" if against & {unicodedata.bidirectional(letter) for letter in text} else text


def pieces(text, language):
    """The text of a language in pieces, as (piece, whether it is in letters that run against that language)."""
    at = 0
    for found in (_LATIN if language == "ar" else _ARABIC).finditer(text):
        yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    yield text[at:], False
