"""The entries of a round as a workbook for a colleague, and the decisions that come back in it."""

import io
import re

from django.utils.translation import get_language_info, gettext_noop, override
from django.utils.translation import gettext as _

from admissions.intake.decode import Unreadable, read_file
from admissions.intake.match.reasons import Reason
from admissions.models import RoundEntry
from records.exceptions import RefusedError
from records.search.folding import fold
from records.translation.states import LANGUAGES

from .bulk import PROPOSED, Outcome
from .decide import DecidedMeanwhileError
from .forms import carry_out

PROPOSALS = 3  # candidates of an entry that a colleague may choose from
KEY, DECISION, REASON = gettext_noop("Entry"), gettext_noop("Your decision"), gettext_noop("Why it is left out")
CHOICES = {
    "1": gettext_noop("first proposal"),
    "2": gettext_noop("second proposal"),
    "3": gettext_noop("third proposal"),
    "new": gettext_noop("new city"),
    "homonym": gettext_noop("a different place with the same name"),
    "leave_out": gettext_noop("left out"),
}
_KEY = re.compile(r"([0-9]{1,18}):([0-9]{1,9})")
_WIDTHS = (10, 24, 30, 22, 30, 44, 44, 44, 22)  # of the columns, in characters


def entries_workbook(recording, language):
    """The bytes of an XLSX file in a language: what is open first, a row for each entry, a list of choices in each.

    The first column names the entry and its version, by which `decisions_in` finds it and sees what changed meanwhile.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    entries = recording.entries.select_related("country", "city").prefetch_related("lines__intake")
    book = Workbook()
    sheet = book.active
    with override(language):
        sheet.title = _("Entries")
        sheet.sheet_view.rightToLeft = get_language_info(language)["bidi"]
        rows = [_header(), *map(_row, sorted(entries, key=lambda entry: (not entry.is_open, str(entry.country))))]
        choices = DataValidation("list", formula1='"' + ",".join(map(_, CHOICES.values())) + '"', allow_blank=True)
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, text)
            cell.data_type = "s"  # a name that begins with "=" is no formula
            cell.font = Font(bold=number == 1)
    for at, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + at)].width = width
    choices.add(f"B2:B{max(2, len(rows))}")
    sheet.add_data_validation(choices)
    sheet.freeze_panes = "C2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _header():
    proposals = [_(CHOICES[str(number)]) for number in range(1, PROPOSALS + 1)]
    return [
        *map(_, (KEY, DECISION, REASON)), _("Country"), _("As listed"), *proposals, _("Now"),
    ]  # fmt: skip


def _row(entry):
    listed = " / ".join(dict.fromkeys(line.name for line in entry.lines.all()))
    proposals = [_proposal(candidate) for candidate in entry.candidates[:PROPOSALS]]
    proposals += [""] * (PROPOSALS - len(proposals))
    now = f"{entry.get_decision_display()}: {entry.city}" if entry.city else entry.get_decision_display()
    return [f"{entry.pk}:{entry.version}", "", "", str(entry.country), listed, *proposals, now]


def _proposal(candidate):
    return f"{candidate['name']} ({Reason(*candidate['reason'])})"


def decisions_in(name, data, recording, *, by):
    """Carry out the decisions that came back in a file, each a deed of its own, and tell what became of them.

    Rows without a decision are passed over, and so is what a row says beside it. What one row is refused for keeps no
    other from being done. Raises `RefusedError` where the file cannot be read or is none of ours.
    """
    try:
        text = read_file(name, data).text
    except Unreadable as error:
        raise RefusedError(str(error)) from error
    rows = [line.split("\t") for line in text.splitlines()]
    columns = _columns(rows)
    if columns is None:
        raise RefusedError(_("This is not a file that was taken along from the desk: it has no column of entries."))
    outcome = Outcome()
    for row in rows:
        key, decision, reason = (row[at].strip() if at is not None and at < len(row) else "" for at in columns)
        found = _KEY.fullmatch(key)
        if found and decision:
            _carry_out(recording, found, decision, reason, by, outcome)
    return outcome


def _columns(rows):
    """The places of key, decision and reason, by the headers in any of the three languages; the last may lack."""
    for row in rows:
        cells = list(map(fold, row))
        places = [
            next((at for at, cell in enumerate(cells) if cell in _words(title)), None)
            for title in (KEY, DECISION, REASON)
        ]
        if None not in places[:2]:
            return places
    return None


def _words(text):
    """The folded text in each language."""
    found = set()
    for language in LANGUAGES:
        with override(language):
            found.add(fold(_(text)))
    return found


def _carry_out(recording, key, decision, reason, by, outcome):
    entry = recording.entries.filter(pk=key[1]).select_related("country", "recording").first()
    if entry is None:
        outcome.refused.append((decision, _("The entry %(key)s is not in this round any more.") % {"key": key[1]}))
        return
    name = str(entry)
    try:
        carry_out(entry, {"version": key[2]} | _deed(entry, decision, reason), by=by)
        outcome.done.append(name)
    except (RefusedError, DecidedMeanwhileError) as error:
        outcome.refused.append((name, str(error)))


def _deed(entry, decision, reason):
    """What a form about the entry would send, as `forms.DEEDS` has it."""
    choice = next((choice for choice, words in CHOICES.items() if fold(decision) in _words(words)), decision)
    if choice.isdecimal() and 0 < int(choice) <= len(entry.candidates[:PROPOSALS]):
        candidate = entry.candidates[int(choice) - 1]
        return next(
            ({deed: str(candidate[about])} for deed, about in PROPOSED.items() if candidate[about]), {"new": "1"}
        )
    if choice in (RoundEntry.Decision.NEW, RoundEntry.Decision.HOMONYM):
        return {choice: "1"}
    if choice == "leave_out":
        return {"leave_out": "1", "reason": reason}
    raise RefusedError(_("“%(words)s” is none of the choices.") % {"words": decision[:100]})
