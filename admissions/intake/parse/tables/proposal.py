"""Which column of a list's table holds what, as it was read: for a person to look at, and to choose otherwise."""

from typing import NamedTuple

from admissions.intake.characters import has_letters

from .columns import MOST_COLUMNS, columns_of
from .rows import tables_in

_EXAMPLES = 3  # rows


class Proposal(NamedTuple):
    """The columns of the longest table of a text.

    `headers` are the cells of its header, "" where it has none; `roles` say what each column was read as, keys of
    `columns.ROLES`, which `parse` takes back as `columns`; `examples` are its first rows.
    """

    headers: tuple[str, ...]
    roles: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]


def proposal_for(blocks, language, countries, chosen=None):
    """The `Proposal` for the rows of a text, given as blocks of rows of cells; None if no table has two columns.

    `chosen` are the `Columns` by which it was read.
    """
    tables = [table for rows in blocks for table in tables_in(rows, countries)]
    headers, rows = max(tables, key=lambda table: len(table[1]), default=((), ()))
    width = min(MOST_COLUMNS, max(map(len, [*headers, *rows]), default=0))
    if width < 2 or not rows:
        return None
    columns = chosen or columns_of(headers, rows, language, countries)
    names = [""] * width
    for header in headers:  # of two header rows the lower one tells more
        names = [own or upper for own, upper in zip(_filled(header, width), names, strict=True)]
    examples = [row for row in rows if sum(map(has_letters, row)) > 1][:_EXAMPLES]
    return Proposal(tuple(names), columns.roles(width), tuple(_filled(row, width) for row in examples))


def _filled(row, width):
    return tuple((*row, *[""] * width)[:width])
