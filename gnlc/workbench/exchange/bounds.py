"""How much a file may hold: counted while it is read, before any text is compared with the registry's."""

import re
from xml.etree.ElementTree import TreeBuilder

from defusedxml.ElementTree import DefusedXMLParser
from django.utils.translation import gettext as _

from gnlc.workbench.exchange.unit import UnreadableError

MOST_UNITS = 10_000  # about six times as many as the registry has texts in one language
MOST_PARTS = 20 * MOST_UNITS  # elements of XML, or lines of PO
DEEPEST = 60
LONGEST_TEXT = 50_000  # characters; the longest text of the registry has some hundreds
UNITS = {"unit", "trans-unit"}
MESSAGE = re.compile(rb"(?:^|[\r\n])(?:#~)?[ \t]*msgid[ \t\"]")


def tree(data):
    """The root of an XML file without declarations of entities. Raises `UnreadableError` as soon as it is too much."""
    parser = DefusedXMLParser(target=_Counted())
    parser.feed(data)
    return parser.close()


class _Counted(TreeBuilder):
    def __init__(self):
        super().__init__()
        self.units = self.parts = self.depth = 0

    def start(self, tag, attributes):
        self.units += tag.rpartition("}")[2] in UNITS
        self.parts += 1
        self.depth += 1
        _check(self.units, self.parts)
        if self.depth > DEEPEST:
            raise UnreadableError(_("This file nests its parts too deeply: at most %(most)d.") % {"most": DEEPEST})
        return super().start(tag, attributes)

    def end(self, tag):
        self.depth -= 1
        return super().end(tag)


def check_lines(data):
    """Raises `UnreadableError` if a PO file holds too many messages, or too many lines of comments and texts."""
    _check(len(MESSAGE.findall(data)) - 1, data.count(b"\n") + data.count(b"\r"))


def _check(units, parts):
    if units > MOST_UNITS:
        raise UnreadableError(_("This file holds too many texts: at most %(most)d. Part it.") % {"most": MOST_UNITS})
    if parts > MOST_PARTS:
        sentence = _("This file holds too many notes, comments or lines: at most %(most)d. Part it.")
        raise UnreadableError(sentence % {"most": MOST_PARTS})
