"""The sheets of a workbook as lines: the list, what goes on with it, and what stands beside it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

from admissions.intake.characters import has_letters
from admissions.intake.countries import region_called
from admissions.intake.words import ALL
from records.search.folding import fold

from .file_lines import FileLines, Piece

_BESIDE = ALL.takes_back | ALL.other_lists
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_BRACKET = re.compile(r"\(([^()]+)\)\W*$")
_LONGEST = 200  # characters of a cell that may name a country


class SheetRow(NamedTuple):
    """The cells of a row, each a list of `Piece`s. `below` are the places of cells that are one with those above."""

    cells: list
    group: str = ""
    below: frozenset = frozenset()

    @property
    def texts(self):
        return ["".join(piece.text for piece in cell) for cell in self.cells]


@dataclass
class Sheet:
    title: str
    is_hidden: bool = False
    rows: list = field(default_factory=list)

    def headers(self):
        """The folded texts of the first row of several cells."""
        for row in self.rows:
            filled = [fold(text) for text in row.texts if has_letters(text)]
            if len(filled) > 1:
                return filled
        return []

    def named(self, countries):
        """How many of the rows name a country."""
        return sum(any(_names_country(text, countries) for text in row.texts) for row in self.rows)


def lines_of_sheets(sheets, countries):
    """The lines of all sheets, an empty one between two. Of several sheets the first with about as many cities as any
    is the list; one with the same headers and a name that says no other thing goes on with it; all others stand beside
    it under their names, as hidden ones do that name countries."""
    lines, main = FileLines(), main_sheet(sheets, countries)
    for sheet in sheets:
        group = "" if sheet is main or (main and _goes_on(main, sheet, countries)) else sheet.title
        if sheet.is_hidden:
            group = _("%(sheet)s (hidden sheet)") % {"sheet": sheet.title}
        if not sheet.rows or (sheet.is_hidden and not sheet.named(countries)):
            continue
        lines.part()
        add_rows(lines, sheet.rows, group, countries)
    return lines


def main_sheet(sheets, countries):
    visible = [sheet for sheet in sheets if sheet.rows and not sheet.is_hidden]
    if len(visible) == 1:
        return visible[0]
    named = {id(sheet): sheet.named(countries) for sheet in sheets if not sheet.is_hidden and not _is_beside(sheet)}
    most = max(named.values(), default=0)
    possible = [sheet for sheet in sheets if id(sheet) in named]
    return next((sheet for sheet in possible if sheet.rows and 2 * named[id(sheet)] >= most), None)


def is_carried(text, countries):
    """Whether what is merged over several rows says something of each: a country, a region, a status."""
    says = text in ALL.admitted or text in ALL.refused or text in _BESIDE
    return bool(says or region_called(text) or (len(text) <= _LONGEST and countries.code(text)))


def add_rows(lines, rows, group, countries):
    above = []
    for row in rows:
        texts = row.texts
        cells = list(row.cells)
        for place in row.below:
            if place < len(cells) and not texts[place] and place < len(above) and is_carried(above[place], countries):
                cells[place] = [Piece(above[place])]
                texts[place] = above[place]
            elif place < len(texts) and not texts[place] and place < len(above):
                texts[place] = above[place]  # of a cell over three rows
        above = texts
        if any("".join(piece.text for piece in cell).strip() for cell in cells):
            lines.add_pieces(cells, group=group or row.group)


def _is_beside(sheet):
    return _BESIDE.within(sheet.title)


def _goes_on(main, sheet, countries):
    if _is_beside(sheet) or main.headers()[:1] == [] or main.headers() != sheet.headers():
        return False
    plain = region_called(sheet.title) or countries.code(sheet.title)
    numbered = re.sub(r"[0-9]+", "#", main.title) == re.sub(r"[0-9]+", "#", sheet.title)
    return bool(plain) or (numbered and not _YEAR.search(sheet.title))


def _names_country(text, countries):
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return False
    bracket = _BRACKET.search(text)
    return bool(
        countries.code(text) or (bracket and countries.code(bracket[1])) or countries.code(text.rpartition(",")[2])
    )
