"""How much a file may hold, counted before anything expensive is done with it."""

from io import BytesIO

from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

from gnlc.workbench.exchange.unit import UnreadableError

MOST_UNITS = 10_000
MOST_LINES = 15 * MOST_UNITS  # of a PO file, comments included
MOST_ELEMENTS = 15 * MOST_UNITS  # of an XLIFF file, notes included
DEEPEST = 40
LONGEST_TEXT = 20_000


def bound_po(data):
    """Raise `UnreadableError` for a PO file with more messages or lines than the registry could have written."""
    lines = data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
    if data.count(b"msgid ") > MOST_UNITS + 1 or lines > MOST_LINES:
        raise _too_much()


def bounded_xml(data):
    """The root element of an XML file that is neither too large nor too deep. Raises `UnreadableError`."""
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise _too_much()
    depth = units = 0
    events = iterparse(BytesIO(data), events=("start", "end"))
    for event, element in events:
        depth += 1 if event == "start" else -1
        units += event == "start" and element.tag.endswith(("}unit", "}trans-unit"))
        if depth > DEEPEST or units > MOST_UNITS:
            raise _too_much()
    return events.root


def _too_much():
    sentence = _("This file holds too much: at most %(units)s texts with a few notes each. Part it.")
    return UnreadableError(sentence % {"units": MOST_UNITS})
