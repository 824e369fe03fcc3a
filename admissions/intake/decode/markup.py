"""Tables and marks that are written with signs in plain text: markdown, and the wikitext of MediaWiki."""

import re

from admissions.intake.words import ALL

from .file_lines import FileLines, Piece

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*")
_WIKI = re.compile(r"^\s*\{\|", re.M)
_ROW = re.compile(r"\s*\|.*\|\s*")
_UNESCAPED = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{0,200})\]\]")
_TEMPLATE = re.compile(
    r"\{\{\s*(?:flag(?:icon|country|u)?|flagge?|drapeau)\s*\|\s*([^{}|]{1,80})[^{}]{0,80}\}\}", re.I
)
_REFERENCE = re.compile(r"<ref\b[^<>]{0,200}/>|<ref\b[^<>]{0,200}>.{0,500}?</ref>", re.I | re.S)
_BOLD = re.compile(r"\*\*|__|'{2,5}|`")
_STRUCK = re.compile(r"~~(?=\S)(.{1,300}?)(?<=\S)~~|<(s|del|strike)>(.{0,300}?)</\2>", re.I)
_ATTRIBUTES = re.compile(r"^\s*(?:[a-z]+\s*=\s*(?:\"[^\"]{0,200}\"|'[^']{0,200}'|[^\s|]{1,60})\s*)+\|(?!\|)", re.I)
_SPAN = re.compile(r"(row|col)span\s*=\s*[\"']?([0-9]{1,2})", re.I)


def has_marked_tables(text):
    """Whether the text has a table in wikitext, or in markdown, with a row of dashes or a header parted by strokes."""
    if _WIKI.search(text):
        return True
    stroked = [line for line in text[:200_000].splitlines() if "|" in line]
    return any(_RULE.fullmatch(line) or _is_header(line) for line in stroked)


def _is_header(line):
    """Whether one of the cells says "city" and another "country"."""
    cells = line[:500].split("|")
    named = [[role for role in ("city", "country") if cell.strip() in ALL.columns[role]] for cell in cells]
    return ["city"] in named and ["country"] in named


def marked_text(text):
    """The `FileText`, rows of tables as lines with tabs, without the signs of links and bold letters."""
    lines, wiki, columns = FileLines(), None, 0
    for line in text.splitlines():
        stripped = line.strip()
        if wiki is None and stripped.startswith("{|"):
            wiki = _WikiTable()
        elif wiki is not None:
            if stripped.startswith("|}"):
                wiki.add_to(lines)
                wiki = None
            else:
                wiki.read(stripped)
        elif _RULE.fullmatch(line):
            continue
        elif _ROW.fullmatch(line):
            lines.add_pieces(_row(_UNESCAPED.split(stripped)[1:-1]))
        elif "|" in line and (_is_header(line) or line.count("|") == columns):
            columns = line.count("|")
            lines.add_pieces(_row(_UNESCAPED.split(stripped)))
        else:
            lines.add(line)
    if wiki is not None:
        wiki.add_to(lines)
    return lines.file_text()


def _row(cells):
    return [_pieces(cell.replace("\\|", "|")) for cell in cells]


class _WikiTable:
    """The rows of a table from {| to |}."""

    def __init__(self):
        self.rows, self.spans = [], {}

    def read(self, line):
        if line.startswith("|-") or not self.rows:
            self.rows.append([])
        if line.startswith("|+"):
            self.rows[-1:] = [[line[2:]], []]
        elif line.startswith("!"):
            self._cells(re.split(r"!!|\|\|", line[1:]))
        elif line.startswith("|") and not line.startswith("|-"):
            self._cells(line[1:].split("||"))
        elif line and not line.startswith("|") and self.rows[-1]:
            self.rows[-1][-1] += f" {line}"

    def _cells(self, texts):
        for text in texts:
            row = self.rows[-1]
            while self.spans.get(len(row), (0, 0))[0] >= len(self.rows):
                row.append(self.spans[len(row)][1])
            attributes = _ATTRIBUTES.match(text)
            said = dict(_SPAN.findall(attributes[0])) if attributes else {}
            plain = text[attributes.end() :] if attributes else text
            if "row" in said:
                self.spans[len(row)] = (len(self.rows) + int(said["row"]) - 1, plain)
            row += [plain, *[""] * (int(said.get("col", 1)) - 1)]

    def add_to(self, lines):
        lines.part()
        for row in self.rows:
            if any(cell.strip() for cell in row):
                lines.add_pieces([_pieces(cell) for cell in row])
        lines.part()


def _pieces(cell):
    cell = _REFERENCE.sub("", cell)
    for pattern in (_TEMPLATE, _LINK, _WIKI_LINK):
        cell = pattern.sub(r"\1", cell)
    cell = _BOLD.sub("", cell)
    pieces, end = [], 0
    for found in _STRUCK.finditer(cell):
        pieces += [Piece(cell[end : found.start()]), Piece(found[1] or found[3] or "", True)]
        end = found.end()
    return [*pieces, Piece(cell[end:])]
