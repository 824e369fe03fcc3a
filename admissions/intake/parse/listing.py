"""Read a published list: which cities of which countries it names, under which region, and what it declares."""

from dataclasses import dataclass
from datetime import date

from admissions.intake.countries import Countries

from .declared.dates import read_date
from .declared.totals import Declared, read_declared
from .listed_line import ListedLine
from .page.lines import read_lines, without_plain_numbers
from .page.run_on import rejoined
from .reader import Reader
from .settling import settled
from .tables.proposal import Proposal, proposal_for


@dataclass(frozen=True)
class Reading:
    """All that was read of a text in one language; each line that is not blank is in `lines` at least once.

    `columns` is the `Proposal` of what the columns of its table hold, None where it has no table.
    """

    lines: tuple[ListedLine, ...]
    declared: Declared
    date: date | None
    columns: Proposal | None = None

    @property
    def cities(self):
        """The entries of the list itself."""
        return [line for line in self.lines if line.kind == "city" and not line.group]

    @property
    def beside(self):
        """{group: its cities}, which stand beside the list until a person takes the group."""
        groups = {}
        for line in self.lines:
            if line.kind == "city" and line.group:
                groups.setdefault(line.group, []).append(line)
        return groups


def parse(text, language, *, countries=None, groups=None, asides=None, columns=None):
    """Read a text that `decode` has let pass. Never fails: what is not understood is in the lines as "unread".

    `countries` spares the one query when several texts are read. `groups` are the words under which lines stand beside
    the list as the file says it, {number of the line: words}: hidden rows, the name of a sheet. `asides` are the codes
    of why the file leaves a line aside, such as the navigation of a web page. `columns` are the roles of the columns
    of its tables as a person chose them, of `columns.ROLES`.
    """
    countries, asides = countries or Countries(), asides or {}
    page = list(rejoined(list(without_plain_numbers(list(read_lines(text)))), countries))
    reader = Reader(page, language, countries, groups or {}, asides, columns)
    reader.read()
    raw = [line.raw for line in page if line.number not in asides]
    declared = read_declared(raw, reader.declared_by_region, language)
    lines = tuple(settled(reader.lines))
    declared = read_declared(raw, reader.declared_by_region)
    proposal = proposal_for(reader.tables, language, reader.countries, reader.columns)
    return Reading(lines, declared, read_date(raw), proposal)


def columns(text, language, *, countries=None):
    """The `Proposal` of what the columns of the table of a text hold, or None. What a person chooses instead, a role
    for each column, `parse` takes as `columns`."""
    return parse(text, language, countries=countries).columns
