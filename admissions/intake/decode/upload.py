"""From what people paste or upload to text that `parse` can read, or a sentence that says why not."""

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from admissions.intake.characters import BIDI_OVERRIDES, LINE_ENDS
from admissions.intake.countries import Countries

from .archive import kind_of
from .charsets import decode_bytes
from .file_lines import FileText
from .markup import has_marked_tables, marked_text
from .opendocument import opendocument_text
from .separated import rows_as_lines
from .unreadable import MAX_BYTES, MAX_CHARACTERS, MAX_LINES, Unreadable, too_long
from .webpage import is_webpage, webpage_text
from .word import word_text
from .workbook import workbook_text

_ARCHIVES = {"workbook": workbook_text, "word": word_text, "opendocument": opendocument_text}
_RTF = "{\\rtf"
_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
_CONTROLS = dict.fromkeys(
    [c for c in range(0x20) if chr(c) not in "\t\n\v\f\r"] + [*range(0x7F, 0x85), *range(0x86, 0xA0)]
)
_REMOVED = _CONTROLS | dict.fromkeys(map(ord, BIDI_OVERRIDES))


def read_upload(name, data, countries=None):
    """The text of an uploaded file alone."""
    return read_file(name, data, countries).text


def read_file(name, data, countries=None):
    """The `FileText` of a TXT, CSV, XLSX, ODS, DOCX, ODT or HTML file; rows of a table as lines with tabs between the
    cells.

    What the file is, its contents say; the name only tells a table from a text with commas. `countries` spares a
    query. Raises `Unreadable`.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(
            _("The file has more than %(number)d MB. A list of cities is much smaller.")
            % {"number": MAX_BYTES // 1_000_000}
        )
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(_("The file is empty."))
    if data.startswith(b"PK\x03\x04"):
        return _checked(_ARCHIVES[kind_of(data)](data, countries or SimpleLazyObject(Countries)))
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        raise Unreadable(_("This is a PDF file. Open it, copy the list and paste it here."))
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_RTF.encode()):
        raise _rtf()
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_("This is an old Office file, or one with a password. Save it as XLSX, DOCX or CSV first."))
    if data.startswith(_SIGNATURES):
        raise _no_text()
    text, page = decode_bytes(data, countries)
    if sum(map(text.count, map(chr, _CONTROLS))) > len(text) / 50:
        raise _no_text()
    if not is_webpage(text):
        text = rows_as_lines(text, is_table=name.lower().endswith((".csv", ".tsv")))
    read = read_text(text, countries)
    return read._replace(remarks=read.remarks | {"read_as": page}) if page else read


def read_text(text, countries=None):
    """The `FileText` of a text that was pasted, or `Unreadable`: of the HTML of a web page what a reader sees, of
    tables in markdown or wikitext the rows, of other texts all of it."""
    if "\0" in text:
        raise Unreadable(_("This holds NUL characters, so it is not plain text. Save it as text in UTF-8 first."))
    if len(text) > MAX_BYTES:
        raise too_long()
    if text.lstrip("\ufeff \r\n\t").startswith(_RTF):
        raise _rtf()
    if is_webpage(text):
        return _checked(webpage_text(text, countries or SimpleLazyObject(Countries)))
    if has_marked_tables(text):
        return _checked(marked_text(text))
    return FileText(_plain(text), {})


def check_text(text):
    """The text as `parse` takes it, or `Unreadable`: the text alone of `read_text`."""
    return read_text(text).text


def _checked(read):
    return read._replace(text=_plain(read.text))


def _plain(text):
    """The text, or `Unreadable` if it has no visible characters, letters lost on the way (U+FFFD), or too many lines
    or characters.

    Removed without a word: control characters other than line ends and tabs, and those that turn the direction of
    writing round (U+202A to U+202E, U+2066 to U+2069). Marks of direction (U+200E, U+200F) stay; `parse` does not see
    them.
    """
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
        raise too_long()
    return text


def _no_text():
    return Unreadable(_("This is an image, an archive or another file that holds no text, whatever its name says."))


def _rtf():
    return Unreadable(
        _("This is an RTF file. Open it and save it as DOCX or ODT, or copy the list and paste it here.")
    )
