"""From what people paste or upload to text that `parse` can read, or a sentence that says why not."""

import csv
import io
import re

from django.utils.translation import gettext as _

from .characters import BIDI_OVERRIDES, LINE_ENDS
from .charsets import decode_bytes
from .unreadable import MAX_BYTES, MAX_CHARACTERS, MAX_LINES, Unreadable
from .webpage import is_webpage, webpage_text
from .workbook import workbook_text

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "MAX_LINES", "Unreadable", "check_text", "read_upload"]

_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
_CONTROLS = dict.fromkeys(
    [c for c in range(0x20) if chr(c) not in "\t\n\v\f\r"] + [*range(0x7F, 0x85), *range(0x86, 0xA0)]
)
_REMOVED = _CONTROLS | dict.fromkeys(map(ord, BIDI_OVERRIDES))


def read_upload(name, data):
    """The text of an uploaded TXT, CSV, XLSX or HTML file; rows of a table as lines with tabs between the cells.

    What the file is, its contents say; the name only tells a table from a text with commas. Raises `Unreadable`.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(
            _("The file has more than %(number)d MB. A list of cities is much smaller.")
            % {"number": MAX_BYTES // 1_000_000}
        )
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(_("The file is empty."))
    if data.startswith(b"PK\x03\x04"):
        return check_text(workbook_text(data))
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        raise Unreadable(_("This is a PDF file. Open it, copy the list and paste it here."))
    if data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise Unreadable(_("This is an old Office file. Save it as XLSX, CSV or plain text first."))
    if data.startswith(_SIGNATURES):
        raise _no_text()
    text = decode_bytes(data)
    if sum(map(text.count, map(chr, _CONTROLS))) > len(text) / 50:
        raise _no_text()
    if not is_webpage(text) and name.lower().endswith((".csv", ".tsv")):
        text = _table_text(text)
    return check_text(text)


def check_text(text):
    """The text as `parse` takes it, or `Unreadable`. The HTML of a web page becomes the text that a reader sees.

    Refused: no visible characters, NULs, letters lost on the way (U+FFFD), too many lines or characters. Removed
    without a word: other control characters, and those that turn the direction of writing round (U+202A to U+202E,
    U+2066 to U+2069). Marks of direction (U+200E, U+200F) stay; `parse` does not see them.
    """
    if "\0" in text:
        raise Unreadable(_("This holds NUL characters, so it is not plain text. Save it as text in UTF-8 first."))
    if len(text) > MAX_BYTES:
        raise _too_long()
    if is_webpage(text):
        text = webpage_text(text)
    if "\ufffd" in text:
        raise Unreadable(_("Some letters were lost and show as “�”. Copy the text again or upload the file itself."))
    text = text.translate(_REMOVED).encode("utf-8", "replace").decode("utf-8").removeprefix("\ufeff")
    if not text.strip():
        raise Unreadable(_("There is no text in this."))
    lines = len(LINE_ENDS.findall(text.rstrip())) + 1
    if lines > MAX_LINES:
        raise Unreadable(
            _("This has %(number)d lines; a list may have at most %(most)d.") % {"number": lines, "most": MAX_LINES}
        )
    if len(text) > MAX_CHARACTERS:
        raise _too_long()
    return text


def _no_text():
    return Unreadable(_("This is an image, an archive or another file that holds no text, whatever its name says."))


def _too_long():
    return Unreadable(_("This text is longer than %(number)d characters.") % {"number": MAX_CHARACTERS})


def _table_text(text):
    """The rows of a CSV file with tabs between the cells; a text of which only the name ends in .csv as it is."""
    separator = _separator(text)
    if not separator:
        return text
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:  # a cell of more than 128 kB
        raise _too_long() from None
    return "\n".join("\t".join(re.sub(r"[\t\r\n]+", " ", cell) for cell in row) for row in rows)


def _separator(text):
    """The character that separates about as many cells in most lines, or "" if none does."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    best = ""
    for separator in (";", "\t", ",", "|"):
        counts = [line.count(separator) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        if usual and counts.count(usual) > len(lines) / 2 and not best:
            best = separator
    return best
