"""Texts written as XLIFF, versions 1.2 and 2.0."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.translation import gettext as _

from gnlc.workbench.exchange.unit import UnreadableError

V12, V20 = "urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TO_CHECK = "gnlc:to-check"


def write_xliff_12(file):
    """The bytes of an XLIFF 1.2 file. Raises `UnreadableError` for a text with characters that XML cannot hold."""
    root = Element("xliff", {"xmlns": V12, "version": "1.2"})
    languages = {"source-language": file.source_language, "target-language": file.language}
    whole = SubElement(root, "file", original="registry", datatype="plaintext", **languages)
    body = SubElement(whole, "body")
    for unit in file.units:
        # Of what is empty nothing is said: whoever fills it in says more.
        approved = {"approved": "no" if unit.is_doubtful else "yes"} if unit.target else {}
        place = {f"{XML}space": "preserve", "id": unit.place, "resname": unit.place}
        element = SubElement(body, "trans-unit", **place, **approved)
        _text(element, "source", unit.source, unit)
        if unit.target:
            state = "needs-review-translation" if unit.is_doubtful else "translated"
            _text(element, "target", unit.target, unit, state=state)
        _text(element, "note", unit.notes, unit)
        if unit.previous:
            before = SubElement(element, "alt-trans", alttranstype="previous-version")
            _text(before, "source", unit.previous, unit)
            _text(before, "target", unit.target, unit)
    return _bytes(root)


def write_xliff_20(file):
    """The bytes of an XLIFF 2.0 file. Raises `UnreadableError` for a text with characters that XML cannot hold."""
    languages = {"srcLang": file.source_language, "trgLang": file.language}
    root = Element("xliff", {"xmlns": V20, "version": "2.0", **languages})
    whole = SubElement(root, "file", id="registry", **{f"{XML}space": "preserve"})
    for unit in file.units:
        element = SubElement(whole, "unit", id=unit.place)
        notes = SubElement(element, "notes")
        _text(notes, "note", unit.notes, unit)
        if unit.previous:
            _text(notes, "note", unit.previous, unit, category="previous-source")
        state = {"state": "final"} if unit.target else {"state": "initial"}
        if unit.is_doubtful:
            state = {"state": "translated", "subState": TO_CHECK}
        segment = SubElement(element, "segment", **state)
        _text(segment, "source", unit.source, unit)
        if unit.target:
            _text(segment, "target", unit.target, unit)
    return _bytes(root)


def _text(parent, tag, text, unit, **attributes):
    wrong = NOT_IN_XML.search(text)
    if wrong:
        facts = {"code": f"U+{ord(wrong[0]):04X}", "record": unit.about.split("\n")[0] or unit.place}
        raise UnreadableError(_("XLIFF cannot hold the character %(code)s of “%(record)s”; PO can.") % facts)
    SubElement(parent, tag, **attributes).text = text


def _bytes(root):
    # A carriage return that stands in a file as it is reads as a line feed.
    return tostring(root, encoding="unicode", xml_declaration=True).replace("\r", "&#13;").encode()
