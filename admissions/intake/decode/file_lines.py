"""The lines of a file while they are collected, with what the file itself says of them."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from admissions.intake.characters import LINE_ENDS, has_letters


class FileText(NamedTuple):
    """The text of a file, and what somebody has to know beside it.

    `remarks` as `remarks.sentences` has it; `groups` the words under which lines stand beside the list, as `parse`
    takes them: by the number of the line, counted from 1.
    """

    text: str
    remarks: dict
    groups: dict = {}  # noqa: RUF012 – never changed


class Piece(NamedTuple):
    """Letters of a cell or a paragraph that are struck through, or that are not."""

    text: str
    struck: bool = False


class FileLines:
    """Lines with their groups and reasons; `remarks` counts what was hidden or left out."""

    def __init__(self):
        self.lines, self.groups, self.asides = [], {}, {}

    def __len__(self):
        return len(self.lines)

    def add(self, line, *, group="", aside=""):
        """One line, or none of an empty text unless it parts two tables."""
        self.lines.append(LINE_ENDS.sub(" ", line))
        if group:
            self.groups[len(self.lines)] = group
        if aside:
            self.asides[len(self.lines)] = aside

    def add_pieces(self, cells, *, group="", aside=""):
        """A row of cells, each a list of `Piece`s. Where a cell is struck through as a whole, the row stands beside
        the list; letters struck in the midst of others go to a line of their own."""
        filled = [cell for cell in cells if any(has_letters(piece.text) for piece in cell)]
        is_struck = any(all(piece.struck for piece in cell if has_letters(piece.text)) for cell in filled)
        if is_struck:
            self.add(_row(cells), group=struck_out(), aside=aside)
            return
        kept = [[piece for piece in cell if not piece.struck] for cell in cells]
        self.add(_row(kept), group=group, aside=aside)
        for cell in filled:
            struck = "".join(piece.text for piece in cell if piece.struck)
            if has_letters(struck):
                self.add(" ".join(struck.split()), group=struck_out(), aside=aside)

    def part(self):
        """An empty line between two tables."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def file_text(self, remarks=None):
        asides = {"asides": self.asides} if self.asides else {}
        return FileText("\n".join(self.lines), dict(remarks or {}) | asides, self.groups)


def struck_out():
    return _("Struck out")


def _row(cells):
    """The cells with tabs, up to the last one that is filled; a tab says that a first one alone is a cell, too."""
    texts = [" ".join("".join(piece.text for piece in cell).split()) for cell in cells]
    if len(texts) < 2:
        return "".join(texts)
    line = "\t".join(texts).rstrip("\t")
    return line if "\t" in line else f"{line}\t"
