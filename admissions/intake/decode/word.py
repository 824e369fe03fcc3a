"""Text documents of Word (DOCX, ECMA-376 part 1, chapter 17): paragraphs, lists, tables, notes and what is struck."""

from django.utils.translation import gettext as _

from .archive import feed, opened
from .file_lines import FileLines, Piece
from .sheets import SheetRow, is_carried
from .unreadable import MAX_LINES

_OFF = frozenset({"0", "false", "off", "none"})
_PAGE_PARTS = ("word/header", "word/footer")


def word_text(data, countries):
    """The `FileText`: a paragraph a line, a row of a table a line with tabs, "- " before an item of a list.

    What is struck through or deleted with changes tracked stands beside the list, as hidden text does. The heads and
    feet of the pages are left aside; notes stand at the end with their marks.
    """
    lines = FileLines()
    with opened(data) as archive:
        names = sorted(archive.namelist())
        feed(archive, "word/document.xml", _Document(lines, countries))
        for name in names:
            if name in ("word/footnotes.xml", "word/endnotes.xml"):
                feed(archive, name, _Document(lines, countries))
            elif name.startswith(_PAGE_PARTS) and name.endswith(".xml"):
                feed(archive, name, _Document(lines, countries, aside="running_head"))
    return lines.file_text()


class _Document:
    """Takes the events of the XML parser; nothing is kept of what is closed, however deep it is nested."""

    def __init__(self, lines, countries, aside=""):
        self.lines, self.countries, self.aside = lines, countries, aside
        self.paragraphs = []  # those that are open: a box of text stands inside another paragraph
        self.tables = []  # those that are open; a table inside a cell is read as text of that cell
        self.ignored = self.deleted = self.run = 0
        self.struck = self.hidden = self.in_text = self.row_deleted = False
        self.above = []

    def start(self, tag, attributes):
        tag = tag.rpartition("}")[2]
        if self.ignored or tag in ("Fallback", "instrText"):
            self.ignored += 1
            return
        value = next((each for key, each in attributes.items() if key.rpartition("}")[2] in ("val", "id")), "1")
        on = value.lower() not in _OFF
        if tag == "p":
            self.paragraphs.append({"pieces": [], "item": False, "hidden": False})
        elif tag == "r":
            self.run += 1
            self.struck = self.hidden = False
        elif tag in ("strike", "dstrike") and self.run:
            self.struck = self.struck or on
        elif tag == "vanish" and self.run:
            self.hidden = self.hidden or on
        elif tag in ("del", "moveFrom"):
            self.deleted += 1
            self.row_deleted = self.row_deleted or (bool(self.tables) and not self.paragraphs)
        elif tag in ("t", "delText"):
            self.in_text = True
        elif tag == "numPr" and self.paragraphs:
            self.paragraphs[-1]["item"] = True
        elif tag in ("tab", "br", "cr") and self.run:
            self._put("\t" if tag == "tab" else "\n")
        elif tag in ("footnoteReference", "endnoteReference") and self.paragraphs:
            self._put(f"[{value}]")
        elif tag in ("footnote", "endnote"):
            self.note = f"[{value}] "
        elif tag == "tbl":
            self.tables.append([])
        elif tag == "tr" and len(self.tables) == 1:
            self.tables[-1] = []
            self.row_deleted = False
        elif tag == "tc" and len(self.tables) == 1:
            self.tables[-1].append({"pieces": [], "span": 1, "below": False, "hidden": False})
        elif tag == "gridSpan" and self._cell:
            self._cell["span"] = min(int(value), 50) if value.isdecimal() else 1
        elif tag == "vMerge" and self._cell:
            self._cell["below"] = value != "restart"

    note = ""

    @property
    def _cell(self):
        return self.tables[0][-1] if self.tables and self.tables[0] else None

    def data(self, text):
        if self.in_text and not self.ignored:
            self._put(text)

    def _put(self, text):
        if self.paragraphs:
            paragraph = self.paragraphs[-1]
            paragraph["hidden"] = paragraph["hidden"] or (self.hidden and bool(text.strip()))
            paragraph["pieces"].append(Piece(text, self.struck or bool(self.deleted)))

    def end(self, tag):
        tag = tag.rpartition("}")[2]
        if self.ignored:
            self.ignored -= 1
        elif tag in ("t", "delText"):
            self.in_text = False
        elif tag == "r":
            self.run -= 1
        elif tag in ("del", "moveFrom"):
            self.deleted -= 1
        elif tag == "p" and self.paragraphs:
            self._end_paragraph(self.paragraphs.pop())
        elif tag == "tr" and len(self.tables) == 1:
            self._end_row(self.tables[0])
        elif tag == "tbl":
            self.tables.pop()
            if not self.tables:
                self.above = []
                self.lines.part()

    def _end_paragraph(self, paragraph):
        if self._cell is not None:
            self._cell["pieces"] += [*paragraph["pieces"], Piece(" ")]
            self._cell["hidden"] = self._cell["hidden"] or paragraph["hidden"]
            return
        group = _("Hidden text") if paragraph["hidden"] else ""
        start = [Piece("- ")] if paragraph["item"] else [Piece(self.note)] if self.note else []
        self.note = ""
        for cells in _cells_of(paragraph["pieces"]):
            if any(piece.text.strip() for cell in cells for piece in cell) and len(self.lines) <= MAX_LINES:
                self.lines.add_pieces([start + cells[0], *cells[1:]], group=group, aside=self.aside)

    def _end_row(self, cells):
        pieces, below = [], set()
        for cell in cells:
            if cell["below"]:
                below.add(len(pieces))
            own = [Piece(piece.text, True) for piece in cell["pieces"]] if self.row_deleted else cell["pieces"]
            pieces += [own, *([] for _more in range(cell["span"] - 1))]
        group = _("Hidden text") if any(cell["hidden"] for cell in cells) else ""
        row = SheetRow(pieces, group, frozenset(below))
        texts = [" ".join(text.split()) for text in row.texts]
        for place in below:
            if not texts[place] and place < len(self.above):
                texts[place] = self.above[place]
                if is_carried(texts[place], self.countries):
                    pieces[place] = [Piece(texts[place])]
        self.above = texts
        if any("".join(piece.text for piece in cell).strip() for cell in pieces) and len(self.lines) <= MAX_LINES:
            self.lines.add_pieces(pieces, group=group, aside=self.aside)


def _cells_of(pieces):
    """The lines of a paragraph, each a list of cells: breaks part lines, tabs part cells."""
    lines = [[[]]]
    for piece in pieces:
        if piece.text == "\n":
            lines.append([[]])
        elif piece.text == "\t":
            lines[-1].append([])
        else:
            lines[-1][-1].append(piece)
    return lines
