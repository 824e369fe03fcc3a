"""Which letters the bytes of a file stand for."""

import codecs
import re
import unicodedata

from django.utils.translation import gettext as _

from .code_pages import most_plausible
from .unreadable import Unreadable

_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_-]{1,20})")
_TRUSTED = frozenset(
    {"cp1256", "cp1252", "cp1254", "cp1250", "cp1251", "cp1253", "cp1257", "iso8859-1", "iso8859-2", "iso8859-5",
     "iso8859-6", "iso8859-7", "iso8859-9", "iso8859-15", "koi8-r", "utf-8"}
)  # fmt: skip


def decode_bytes(data, countries=None):
    """The text of a file, and the code page that was supposed, "" where the file or its letters leave no doubt.

    UTF-8 if it is valid, UTF-16 with its mark or without; of the code pages the one that a web page declares, else
    the one by which most words and names are plausible.
    """
    for mark, charset in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strictly(data, charset), ""
    if b"\0" in data:
        return _utf16_without_mark(data), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:2048]) if b"<" in data[:2048] else None
    if declared:
        name = _known(declared[1].decode("ascii"))
        if name in _TRUSTED:
            return _strictly(data, name), ""
    return most_plausible(data, countries)


def _strictly(data, charset):
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        raise Unreadable(
            _("The letters of this file cannot be read: it says %(charset)s and is not. Save it as UTF-8.")
            % {"charset": charset.removesuffix("-sig").upper()}
        ) from None


def _utf16_without_mark(data):
    """The text of which every other byte is NUL, or, in Arabic, Cyrillic and the like, small."""
    for charset in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        near = sum(c < "\u0800" or "\u2000" <= c < "\u2070" for c in text)
        if "\0" not in text and near > 0.9 * len(text) and all(unicodedata.category(c) != "Cn" for c in text):
            return text
    raise Unreadable(_("This file holds NUL characters, so it is not plain text. Save it as text in UTF-8 first."))


def _known(name):
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
