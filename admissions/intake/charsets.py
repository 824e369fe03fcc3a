"""Which letters the bytes of a file stand for."""

import codecs
import re

from django.utils.translation import gettext as _

from .characters import ARABIC, LATIN
from .unreadable import Unreadable

_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_-]{1,20})")
_TRUSTED = frozenset({"cp1256", "cp1252", "cp1254", "cp1250", "iso8859-1", "iso8859-6", "iso8859-9", "iso8859-15"})
_WORD = re.compile(r"[^\W\d_]+")


def decode_bytes(data):
    """The text of a file in UTF-8, UTF-16 with its mark, Windows-1256, Windows-1252 or Latin-1.

    UTF-8 if it is valid; of the others the one that a web page declares, else the one whose words are plausible: a
    word with both Arabic and Latin letters is not.
    """
    for mark, charset in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strictly(data, charset)
    if b"\0" in data:
        raise Unreadable(_("This file holds NUL characters, so it is not plain text. Save it as text in UTF-8 first."))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:2048]) if b"<" in data[:2048] else None
    if declared:
        name = _known(declared[1].decode("ascii"))
        if name in _TRUSTED:
            return _strictly(data, name)
    return _most_plausible(data)


def _strictly(data, charset):
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        raise Unreadable(
            _("The letters of this file cannot be read: it says %(charset)s and is not. Save it as UTF-8.")
            % {"charset": charset.removesuffix("-sig").upper()}
        ) from None


def _known(name):
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _most_plausible(data):
    arabic = data.decode("cp1256")
    pure = mixed = 0
    for word in _WORD.findall(arabic):
        if ARABIC.search(word):
            if LATIN.search(word):
                mixed += 1
            elif len(word) > 1:
                pure += 1
    if pure > mixed:
        return arabic
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
