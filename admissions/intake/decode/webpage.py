"""The text of a web page as a reader sees it, read by lxml; what surrounds the article is told apart."""

import re

from django.utils.translation import gettext as _

from admissions.intake.characters import has_letters, word_set

from .file_lines import FileLines, FileText, Piece
from .sheets import is_carried
from .unreadable import Unreadable

_PAGE = re.compile(
    r"<(?:!doctype html|html|body|head|main|article|div|ul|ol|li|table|tr|td|p|br|h[1-6])\b[^<>]*>", re.I
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_STRUCK = re.compile(r"line-through", re.I)
_RELATED = re.compile(r"(?:^|[\s_-])(?:related|recommend|see-also|read-also|more-news|similar|teasers?)", re.I)
_SURROUNDS = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|navbar|navigation|nav|menu|sidebar|footer|cookies?|share|social|pager|pagination"
    r"|skip-link)(?:[\s_-]|$)",
    re.I,
)
_MARK = re.compile(r"\s*[\[(]?([0-9]{1,2}|[*†‡§a-z])[\])]?\s*")

# What is no text of the page.
_DROPPED = word_set(
    "head script style noscript template svg math title select option button iframe object audio video canvas datalist"
)
_NAVIGATION = word_set("nav footer aside form dialog menu")
_BLOCKS = word_set(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot "
    "thead tr ul"
)
_MOST_SPANNED = 50


def is_webpage(text):
    """Whether the text is HTML rather than words: two tags of blocks among its first characters."""
    head = text[:20_000].lstrip()
    return len(_PAGE.findall(head)) > 1 or bool(_PAGE.match(head))


def webpage_text(html, countries):
    """The `FileText` of a page: a block a line, the cells of a table row separated by tabs, "- " before a list item.

    Navigation, related articles, footers and hidden parts are left aside with their reason, unless next to nothing
    remains without them: then such a part was not closed, and the whole page is taken. What is struck through stands
    beside the list. Raises `Unreadable` if the page is nested so deep that its end would be lost.
    """
    from lxml import etree
    from lxml import html as pages

    parser = pages.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = pages.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return FileText("", {})
    if any("depth" in str(error.message) for error in parser.error_log):
        raise Unreadable(_("This web page is nested too deep to be read as a whole. Copy the list and paste it."))
    page = _Page(countries)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        page.start(element) if event == "start" else page.end(element)
    return page.file_text()


class _Page:
    """Collects the lines of a page; `aside` is the reason of the outermost part that is left aside and open."""

    def __init__(self, countries):
        self.countries = countries
        self.lines = FileLines()
        self.line, self.row, self.spans = [], None, {}
        self.dropped = self.struck = self.articles = self.sup = self.rows = 0
        self.aside, self.opened = "", 0  # the reason, and how many elements are open since
        self.is_item = False

    def start(self, element):
        tag = element.tag if isinstance(element.tag, str) else "head"
        if self.dropped or tag in _DROPPED:
            self.dropped += 1
            return
        self.articles += tag in ("article", "main")
        if self.aside:
            self.opened += 1
        elif tag not in ("html", "body", "main", "article"):
            reason = _reason(element, tag, self.articles)
            if reason:
                self._end_line()
                self.aside, self.opened = reason, 1
        self.struck += _is_struck(element, tag)
        if tag in _BLOCKS:
            self._break(tag)
        if tag == "tr":
            self.rows += 1
            if self.rows == 1:
                self.row = []
        elif tag in ("td", "th") and self.rows == 1:
            self._start_cell(element)
        elif tag == "li":
            self.is_item = True
        self.sup += tag == "sup"
        self._text(element.text)

    wide = 1  # columns of the cell that is open

    def end(self, element):
        tag = element.tag if isinstance(element.tag, str) else "head"
        if self.dropped:
            self.dropped -= 1
        else:
            self.articles -= tag in ("article", "main")
            self.sup -= tag == "sup"
            if tag == "tr":
                self.rows -= 1
                if not self.rows:
                    self._end_row()
            elif tag in ("td", "th") and self.rows == 1 and self.row is not None:
                self.row += [[] for _more in range(self.wide - 1)]
                self.wide = 1
            elif tag == "table" and not self.rows:
                self._end_line()
                self.lines.part()
                self.spans = {}
            elif tag in _BLOCKS and tag != "br":
                self._break(tag)
            self.struck -= _is_struck(element, tag)
            if self.aside:
                self.opened -= 1
                if not self.opened:
                    self._end_line()
                    self.aside = ""
        if not self.dropped:
            self._text(element.tail)

    def _text(self, text):
        if not text:
            return
        mark = _MARK.fullmatch(text) if self.sup else None
        text = f"[{mark[1]}]" if mark else re.sub(r"[\s\x1c-\x1f]+", " ", text)
        (self.row[-1] if self.row else self.line).append(Piece(text, bool(self.struck)))

    def _break(self, tag):
        """A paragraph inside a cell does not break the row in two."""
        if self.row is None:
            self._end_line()
        elif self.row:
            self.row[-1].append(Piece(" "))

    def _start_cell(self, element):
        self._covered()
        self.row.append([])
        self.cell_rows, wide = _number(element.get("rowspan")), _number(element.get("colspan"))
        for place in range(len(self.row) - 1, min(len(self.row) - 1 + wide, _MOST_SPANNED)):
            if self.cell_rows > 1:
                self.spans[place] = [self.cell_rows, self.row[-1]]
        self.wide = wide

    def _covered(self):
        """The cells of rows above that reach down to here; what they say of each row is said again."""
        while len(self.row) in self.spans and len(self.row) < _MOST_SPANNED:
            text = "".join(piece.text for piece in self.spans[len(self.row)][1]).strip()
            self.row.append([Piece(text)] if is_carried(text, self.countries) else [])

    def _end_row(self):
        self._covered()
        row, self.row = self.row, None
        for place in list(self.spans):
            self.spans[place][0] -= 1
            if self.spans[place][0] < 1:
                del self.spans[place]
        self._add(row)

    def _end_line(self):
        line, self.line = self.line, []
        if any(piece.text.strip() for piece in line):
            start = [Piece("- ")] if self.is_item else []
            self.is_item = False
            self._add([start + line])

    def _add(self, cells):
        if any(has_letters(piece.text) or piece.text.strip(" -") for cell in cells for piece in cell):
            self.lines.add_pieces(cells, aside=self.aside)

    def file_text(self):
        self._end_line()
        own = self.lines
        kept = sum(len(line) for at, line in enumerate(own.lines, 1) if at not in own.asides)
        if kept * 20 <= sum(map(len, own.lines)):
            own.asides = {}
        while own.lines and not own.lines[-1]:
            own.lines.pop()
        return own.file_text()


def _reason(element, tag, in_article):
    named = f"{element.get('class', '')} {element.get('id', '')}"[:2000]
    if _RELATED.search(named):
        return "related"
    if tag in _NAVIGATION or (tag == "header" and not in_article) or element.get("role") in ("navigation", "menu"):
        return "navigation"
    hidden = element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true"
    if hidden or _HIDDEN.search(element.get("style", "")[:2000]) or _SURROUNDS.search(named):
        return "navigation"
    return ""


def _is_struck(element, tag):
    return tag in ("s", "strike", "del") or bool(_STRUCK.search(element.get("style", "")[:2000]))


def _number(value):
    return min(int(value), _MOST_SPANNED) if value and value.isdecimal() and len(value) < 5 else 1
