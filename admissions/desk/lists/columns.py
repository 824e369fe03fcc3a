"""The table in a list: what each of its columns holds, as it is proposed and as a person says."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from admissions.intake.countries import Countries
from admissions.intake.decode import read_text
from admissions.intake.parse.columns import MOST_COLUMNS, ROLES, columns_of
from admissions.intake.parse.lines import read_lines
from admissions.intake.parse.tables import tables_in
from records.exceptions import RefusedError

from .receive import receive, set_aside


@dataclass(frozen=True)
class ListedTable:
    """The longest table of a list: its rows as cells, headers first, and a key of `ROLES` for each column."""

    rows: tuple[tuple[str, ...], ...]
    proposed: tuple[str, ...]


def table_of(intake):
    """The `ListedTable` of a list as received, or None if its text has no rows with cells."""
    page = [line.cells for line in read_lines(read_text(intake.text).text) if line.is_row]
    if not page:
        return None
    countries = Countries()
    headers, body = max(tables_in(page, countries), key=lambda table: len(table[1]))
    rows = [*headers, *body]
    width = min(MOST_COLUMNS, max(map(len, rows)))
    return ListedTable(tuple(rows), columns_of(headers, body, intake.language, countries).roles(width))


@transaction.atomic
def read_by_columns(intake, roles, *, by):
    """Read a list anew, its columns holding what a person says: a key of `ROLES` for each. Returns the list read so.

    A list as received is never overwritten: the former reading is set aside, and the same text received again. Roles
    by which it is read already change nothing. Raises `RefusedError` if the round is at rest or no column is said to
    hold cities, and `Unreadable` if no city is found so.
    """
    if not set(roles) <= set(ROLES) or "city" not in roles:
        raise RefusedError(_("Say which column holds the cities."))
    if list(roles) == intake.columns:
        return intake
    set_aside(intake, by=by)
    groups = {int(number): words for number, words in intake.groups.items()}
    return receive(
        intake.recording, intake.text, language=intake.language, source=intake.source, by=by,
        file_name=intake.file_name, file=bytes(intake.file), remarks=intake.remarks, groups=groups,
        columns=list(roles), all_the_same=True,
    )  # fmt: skip
