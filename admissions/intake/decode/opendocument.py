"""OpenDocument texts and spreadsheets (ODT, ODS; ISO/IEC 26300): paragraphs, lists, tables, notes, what is struck."""

from django.utils.translation import gettext as _

from .archive import feed, opened
from .file_lines import FileLines, Piece
from .sheets import Sheet, SheetRow, add_rows, lines_of_sheets
from .unreadable import MAX_LINES, Unreadable

_MOST_COLUMNS = 50
_NOT_SHOWN = frozenset({"collapse", "filter"})


def opendocument_text(data, countries):
    """The `FileText` of a text or a spreadsheet, as `word_text` and `workbook_text` have it."""
    with opened(data) as archive:
        kind = archive.read("mimetype").decode("ascii", "replace")
        if "opendocument.text" not in kind and "opendocument.spreadsheet" not in kind:
            raise Unreadable(
                _("This is no spreadsheet and no text document but another kind of file. Copy its text and paste it.")
            )
        content = _Content(countries, is_text="text" in kind)
        for name in ("styles.xml", "content.xml"):
            if name in archive.namelist():
                content.is_body = name == "content.xml"
                feed(archive, name, content)
    if content.is_text:
        for text in content.notes:
            content.lines.add(text)
        return content.lines.file_text()
    remarks = {key: number for key, number in content.remarks.items() if number}
    return lines_of_sheets(content.sheets, countries).file_text(remarks)


class _Content:
    """Takes the events of the XML parser; nothing is kept of what is closed, however deep it is nested."""

    def __init__(self, countries, is_text):
        self.countries, self.is_text = countries, is_text
        self.lines, self.sheets, self.notes = FileLines(), [], []
        self.remarks = {"hidden_rows": 0, "hidden_columns": 0, "hidden_sheets": 0}
        self.struck_styles, self.hidden_styles, self.style = set(), set(), ""
        self.is_body = False
        self.spans, self.paragraphs, self.cell_struck = [], [], False
        self.items = self.deleted = self.tables = self.comment = 0
        self.row, self.cell = None, None

    def start(self, tag, attributes):
        tag = tag.rpartition("}")[2]
        told = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        if tag == "style":
            self.style = told.get("name", "")
        elif tag == "text-properties":
            if told.get("text-line-through-style", told.get("text-line-through-type", "none")) != "none":
                self.struck_styles.add(self.style)
            if told.get("display") == "none":
                self.hidden_styles.add(self.style)
        elif tag == "table-properties" and told.get("display") == "false":
            self.hidden_styles.add(self.style)
        elif self.is_body:
            getattr(self, "_" + tag.replace("-", "_"), self._other)(told)

    def _other(self, told):
        """An element that says nothing of its own."""

    def _p(self, told):
        self.paragraphs.append({"pieces": [], "hidden": False, "style": told.get("style-name", "")})

    _h = _p

    def _span(self, told):
        self.spans.append(told.get("style-name", ""))

    def _s(self, told):
        self._put(" ")

    def _tab(self, told):
        self._put("\t")

    def _line_break(self, told):
        self._put("\n")

    def _list_item(self, told):
        self.items += 1

    def _tracked_changes(self, told):
        self.deleted += 1

    def _annotation(self, told):
        self.comment += 1

    def _note(self, told):
        self.notes.append("")
        self._put(f"[{len(self.notes)}]")
        self.notes[-1] = f"[{len(self.notes)}] "

    def _note_citation(self, told):
        self.comment += 1

    def _table(self, told):
        self.tables += 1
        if self.tables == 1:
            hidden = told.get("style-name", "") in self.hidden_styles
            self.sheets.append(Sheet(told.get("name", ""), hidden))
            self.columns = []  # for each column, whether it is hidden
            self.open_spans = {}  # {place: rows for which the cell above goes on}

    def _table_column(self, told):
        if self.tables == 1:
            times = min(_number(told, "number-columns-repeated"), _MOST_COLUMNS)
            self.columns += [told.get("visibility") in _NOT_SHOWN] * times

    def _table_row(self, told):
        if self.tables == 1:
            self.row = {"cells": [], "hidden": told.get("visibility") in _NOT_SHOWN}
            self.times = min(_number(told, "number-rows-repeated"), MAX_LINES + 1)

    def _table_cell(self, told):
        if self.tables == 1 and self.row is not None:
            self.cell = []
            self.cell_struck = told.get("style-name", "") in self.struck_styles
            self.cell_times = min(_number(told, "number-columns-repeated"), _MOST_COLUMNS)
            self.cell_rows = _number(told, "number-rows-spanned")

    def _covered_table_cell(self, told):
        self._table_cell(told)
        self.cell_struck = False

    def data(self, text):
        if self.is_body and self.paragraphs:
            self._put(" ".join(text.split("\n")))

    def _put(self, text):
        if self.comment or not self.paragraphs:
            return
        styles = [*self.spans, self.paragraphs[-1]["style"]]
        struck = self.cell_struck or bool(self.deleted) or not self.struck_styles.isdisjoint(styles)
        self.paragraphs[-1]["hidden"] |= bool(text.strip()) and not self.hidden_styles.isdisjoint(styles)
        self.paragraphs[-1]["pieces"].append(Piece(text, struck))

    def end(self, tag):
        tag = tag.rpartition("}")[2]
        if not self.is_body:
            return
        if tag in ("p", "h") and self.paragraphs:
            self._end_paragraph(self.paragraphs.pop())
        elif tag == "span" and self.spans:
            self.spans.pop()
        elif tag == "list-item":
            self.items -= 1
        elif tag == "tracked-changes":
            self.deleted -= 1
        elif tag in ("annotation", "note-citation"):
            self.comment -= 1
        elif tag == "table":
            self.tables -= 1
            if not self.tables:
                self._end_table()
        elif self.tables == 1:
            self._end_of_table(tag)

    def _end_of_table(self, tag):
        if tag in ("table-cell", "covered-table-cell") and self.cell is not None:
            below = tag == "covered-table-cell"
            for _time in range(self.cell_times):
                if len(self.row["cells"]) < _MOST_COLUMNS:
                    self.row["cells"].append((self.cell, below))
            self.cell = None
            self.cell_struck = False
        elif tag == "table-row" and self.row is not None:
            self._end_row()

    def _end_paragraph(self, paragraph):
        pieces = paragraph["pieces"]
        if self.paragraphs and self.notes and not self.cell:  # the text of a note inside its paragraph
            self.notes[-1] += "".join(piece.text for piece in pieces)
        elif self.cell is not None:
            self.cell += [*pieces, Piece(" ")]
        elif self.is_text and len(self.lines) <= MAX_LINES:
            group = _("Hidden text") if paragraph["hidden"] else ""
            start = [Piece("- ")] if self.items else []
            lines = "".join("\n" if piece.text == "\n" else "x" for piece in pieces).split("\n")
            at = 0
            for line in lines:
                own = pieces[at : at + len(line)]
                at += len(line) + 1
                if any(piece.text.strip() for piece in own):
                    self.lines.add_pieces(_at_tabs(start + own), group=group)

    def _end_row(self):
        cells = [cell for cell, _below in self.row["cells"]]
        below = {place for place, (_cell, is_below) in enumerate(self.row["cells"]) if is_below}
        hidden = [place for place in range(len(cells)) if place < len(self.columns) and self.columns[place]]
        filled = any("".join(piece.text for piece in cell).strip() for cell in cells)
        group = _("Hidden rows") if self.row["hidden"] else ""
        self.remarks["hidden_rows"] += bool(group and filled) * self.times
        kept = [place for place in range(len(cells)) if place not in hidden]
        row = SheetRow(
            [cells[place] for place in kept], group, frozenset(at for at, p in enumerate(kept) if p in below)
        )
        rows = self.sheets[-1].rows
        rows += [row] * (min(self.times, MAX_LINES + 1 - len(rows)) if filled else 0)
        self.row = None

    def _end_table(self):
        sheet = self.sheets[-1]
        self.remarks["hidden_columns"] += sum(self.columns[:_MOST_COLUMNS]) if sheet.rows else 0
        self.remarks["hidden_sheets"] += sheet.is_hidden and bool(sheet.rows)
        if self.is_text:
            self.lines.part()
            add_rows(self.lines, sheet.rows, "", self.countries)
            self.lines.part()


def _number(told, name):
    value = told.get(name, "1")
    return int(value) if value.isdecimal() and len(value) < 8 else 1


def _at_tabs(pieces):
    cells = [[]]
    for piece in pieces:
        if piece.text == "\t":
            cells.append([])
        else:
            cells[-1].append(piece)
    return cells
