"""The language of a file, as tools write it, among the languages of the registry."""

import re

from django.utils.translation import gettext as _

from cities.texts import LANGUAGES
from gnlc.workbench.exchange.unit import UnreadableError

THREE_LETTERS = {"ara": "ar", "eng": "en", "fra": "fr", "fre": "fr"}
TAG = re.compile(r"([a-z]{2,3})(-[a-z0-9]{1,8})*")


def language_of(tag):
    """The registry's language for a tag, by the look-up of RFC 4647, section 3.4; "" if there is none.

    >>> language_of("fr-CA"), language_of("ar_MA.UTF-8"), language_of("FRA"), language_of("de")
    ('fr', 'ar', 'fr', '')
    """
    found = TAG.fullmatch(re.split("[.@]", tag.strip())[0].replace("_", "-").lower())
    language = THREE_LETTERS.get(found[1], found[1]) if found else ""
    return language if language in LANGUAGES else ""


def languages_of(source, target):
    """The languages of a file by its two tags; the first is "" where the file does not say it.

    Raises `UnreadableError` for a language that is none of the registry's.
    """
    if not target.strip():
        raise UnreadableError(_("The file does not say into which language of the registry it is translated."))
    for tag in filter(None, (source.strip(), target.strip())):
        if not language_of(tag):
            raise UnreadableError(_("“%(tag)s” is none of the registry's languages.") % {"tag": tag[:40]})
    return language_of(source), language_of(target)
