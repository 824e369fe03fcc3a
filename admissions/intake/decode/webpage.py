"""The text of a web page as a reader sees it: without scripts, styles and navigation."""

import re
from html.parser import HTMLParser

from admissions.intake.characters import word_set

_PAGE = re.compile(
    r"<(?:!doctype html|html|body|head|main|article|div|ul|ol|li|table|tr|td|p|br|h[1-6])\b[^<>]*>", re.I
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})([^<>]*)>|<[!?][^<>]*>|<")
_HIDDEN = re.compile(r"aria-hidden\s?=\s?[\"']?true|role\s?=\s?[\"']?navigation|display\s?:\s?none", re.I)
_HIDDEN_BY_NAME = re.compile(r"\shidden(?=[\s=/]|$)", re.I)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# What is no text of the page at all, up to its end: comments, scripts, styles.
_RAW = re.compile(r"<!--|<!\[CDATA\[|<(script|style|noscript|template|svg|title)\b", re.I)

_DROPPED = word_set("nav footer aside form select button iframe object audio video canvas head header dialog")
_BLOCKS = word_set(
    "address article blockquote body br caption dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr "
    "html li main ol p pre section summary table tbody tfoot thead tr ul"
)
_VOID = word_set("area base br col embed hr img input link meta param source track wbr")


def is_webpage(text):
    """Whether the text is HTML rather than words: two tags of blocks among its first characters."""
    head = text[:20_000].lstrip()
    return len(_PAGE.findall(head)) > 1 or bool(_PAGE.match(head))


def webpage_text(html):
    """The lines of the page: a block a line, the cells of a table row separated by tabs, "- " before a list item.

    Navigation, footers, forms and hidden parts are left out, unless next to nothing remains without them: then such
    a part was not closed, and the whole page is taken.
    """
    tags = _simple_tags(_without_raw_parts(html))
    text, everything = _read(tags, _DROPPED), _read(tags, frozenset({"head"}))
    return text if len(text) * 20 > len(everything) else everything


def _without_raw_parts(html):
    """The page without comments, scripts and styles. One that never ends takes the rest of the page with it."""
    kept, at = [], 0
    while found := _RAW.search(html, at):
        kept.append(html[at : found.start()])
        if found[1]:
            end = re.compile(rf"</{found[1]}\b[^<>]*>", re.I).search(html, found.end())
            at = end.end() if end else len(html)
        else:
            mark = "-->" if found[0] == "<!--" else "]]>"
            end = html.find(mark, found.end())
            at = end + len(mark) if end >= 0 else len(html)
        kept.append(" ")
    return "".join([*kept, html[at:]])


def _simple_tags(html):
    """The page with bare tags only, and "&lt;" for a "<" that begins none: the standard parser takes minutes for
    malformed tags."""

    def simple(tag):
        if not tag[2]:
            return "&lt;" if tag[0] == "<" else " "
        return f"<{tag[1]}{tag[2].lower()}{' hidden' if _is_hidden(tag[3][:2000]) else ''}>"

    return _TAG.sub(simple, html)


def _is_hidden(attributes):
    return bool(_HIDDEN.search(attributes) or _HIDDEN_BY_NAME.search(_QUOTED.sub('""', attributes)))


def _read(tags, dropped):
    page = _Page(dropped)
    page.feed(tags)
    page.close()
    return page.text()


class _Page(HTMLParser):
    """Collects the text of a page; while something dropped is open, nothing."""

    def __init__(self, dropped):
        super().__init__()
        self.dropped = dropped
        self.pieces = []
        self.skipped = []  # the open tags inside the part that is left out, that part's own tag first
        self.in_cell = False

    def handle_starttag(self, tag, attrs):
        if self.skipped or ((tag in self.dropped or attrs) and tag not in _VOID):
            if tag not in _VOID and (not self.skipped or tag == self.skipped[0]):
                self.skipped.append(tag)
        elif tag in ("td", "th"):
            self.in_cell = True
            self.pieces.append("\t")
        elif tag in _BLOCKS:
            self._break_line(tag, "\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag):
        if self.skipped:
            if tag == self.skipped[0]:
                self.skipped.pop()
        elif tag in _BLOCKS:
            self._break_line(tag, "\n")
        elif tag in ("td", "th"):
            self.in_cell = False

    def _break_line(self, tag, line_end):
        """A paragraph inside a cell does not break the row in two."""
        if tag in ("tr", "table"):
            self.in_cell = False
        self.pieces.append(" " if self.in_cell and tag in ("p", "div", "br") else line_end)

    def handle_data(self, data):
        if not self.skipped:
            self.pieces.append(re.sub(r"[\s\x1c-\x1f]+", " ", data))

    def text(self):
        """The lines that hold something; the tab before the first cell of a row goes."""
        rows = (line.strip(" ").removeprefix("\t").split("\t") for line in "".join(self.pieces).split("\n"))
        lines = ("\t".join(cell.strip(" ") for cell in row) for row in rows)
        return "\n".join(line for line in lines if line.strip("\t -"))
