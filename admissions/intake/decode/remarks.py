"""What somebody has to know of a file beside its text: what was left out of it, and how its letters were read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# The code pages by which programs save a text that is not in Unicode, by the name that their menus give.
PAGES = {
    "cp1250": "Windows-1250", "cp1251": "Windows-1251", "cp1252": "Windows-1252", "cp1253": "Windows-1253",
    "cp1254": "Windows-1254", "cp1256": "Windows-1256", "cp1257": "Windows-1257", "latin-1": "ISO-8859-1",
    "mac_roman": "Mac Roman", "iso8859_6": "ISO-8859-6", "cp850": "DOS-850",
}  # fmt: skip


def asides_of(remarks):
    """{number of a line: the code of why it is left aside}, as `parse` takes them, of remarks kept as JSON."""
    return {int(number): code for number, code in (remarks or {}).get("asides", {}).items()}


def sentences(remarks):
    """The remarks on a file as sentences, in the active language.

    `remarks` holds, as far as there is something to say, the numbers `hidden_rows`, `hidden_columns` and
    `hidden_sheets` of a spreadsheet, in `asides` the lines around the list and in `read_as` the code page supposed.
    """
    found = []
    if number := remarks.get("hidden_rows"):
        sentence = ngettext(
            "%(number)d hidden row stands beside the list.", "%(number)d hidden rows stand beside the list.", number
        )
        found.append(sentence % {"number": number})
    if number := remarks.get("hidden_columns"):
        sentence = ngettext(
            "%(number)d hidden column was left out.", "%(number)d hidden columns were left out.", number
        )
        found.append(sentence % {"number": number})
    if number := remarks.get("hidden_sheets"):
        sentence = ngettext(
            "%(number)d hidden sheet is not read as part of the list.",
            "%(number)d hidden sheets are not read as part of the list.",
            number,
        )
        found.append(sentence % {"number": number})
    if number := len(remarks.get("asides", ())):
        sentence = ngettext(
            "%(number)d line around the list was left aside.",
            "%(number)d lines around the list were left aside.",
            number,
        )
        found.append(sentence % {"number": number})
    if page := remarks.get("read_as"):
        found.append(
            _(
                "This file does not say by which code page its letters are written; they were read as %(page)s. If "
                "letters look wrong, save it as UTF-8 and bring it again."
            )
            % {"page": PAGES[page]}
        )
    return found
