"""Texts as a PO file, the format of gettext."""

import re
import tempfile
from pathlib import Path

import polib
from django.utils.translation import gettext as _

from gnlc.workbench.exchange.bounds import check_lines
from gnlc.workbench.exchange.language import understood
from gnlc.workbench.exchange.unit import TextFile, Unit, UnreadableError, read_notes

# Gettext reads a comment that follows its sign at once, polib does not.
CLOSE_COMMENT = re.compile(rb"^#([,.:|])(?=\S)", re.MULTILINE)


def write_po(file):
    """The bytes of a PO file. What is out of date or to check is fuzzy, with the earlier source beside it."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": file.language,
        "X-Source-Language": file.source_language,
    }
    for unit in file.units:
        entry = polib.POEntry(msgctxt=unit.place, msgid=unit.source, msgstr=unit.target, comment=unit.notes)
        if unit.is_doubtful:
            entry.flags.append("fuzzy")
        if unit.previous:
            entry.previous_msgid = unit.previous
        catalogue.append(entry)
    return str(catalogue).encode()


def parsed(data):
    """A PO file as polib has it. Raises `UnreadableError`, also for one that is too much."""
    check_lines(data)
    with tempfile.TemporaryDirectory() as folder:
        # From a file: polib takes other characters of a string for ends of lines, and a short string for a path.
        path = Path(folder, "sent.po")
        path.write_bytes(CLOSE_COMMENT.sub(rb"#\1 ", data))
        try:
            return polib.pofile(str(path), encoding="utf-8-sig", wrapwidth=0)
        except UnicodeDecodeError as error:
            raise UnreadableError(_("This is no PO file in UTF-8. If it is one, save it as UTF-8.")) from error
        except (OSError, ValueError, LookupError) as error:
            raise UnreadableError(_("This is no PO file: %(reason)s") % {"reason": _brief(error, path)}) from error


def read_po(data):
    """The texts of a PO file. Raises `UnreadableError`."""
    catalogue = parsed(data)
    units = [_unit(entry) for entry in catalogue if not entry.obsolete]
    languages = (understood(catalogue.metadata.get(name, "")) for name in ("X-Source-Language", "Language"))
    return TextFile(*languages, units)


def _unit(entry):
    about, version = read_notes(entry.comment, entry.tcomment)
    counted = [text for text in (entry.msgstr_plural or {}).values() if text]
    problem = _("The file has it as a counted message, with several forms.") if counted else ""
    return Unit(
        entry.msgctxt or "",
        entry.msgid,
        entry.msgstr or " · ".join(counted),
        is_doubtful(entry),
        entry.previous_msgid or "",
        version,
        about,
        problem,
    )


def is_doubtful(entry):
    """Whether a message is fuzzy, however a tool writes that."""
    return any(flag.lower() == "fuzzy" for flag in entry.flags)


def _brief(error, path):
    return str(error).replace(str(path), "").strip() or type(error).__name__
