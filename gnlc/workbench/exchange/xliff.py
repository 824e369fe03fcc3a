"""Texts as XLIFF, versions 1.2 and 2.0."""

import re
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from gnlc.workbench.exchange.unit import TextFile, Unit, UnreadableError, read_notes

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
        approved = "yes" if unit.target and not unit.is_doubtful else "no"
        place = {f"{XML}space": "preserve", "id": unit.place, "resname": unit.place, "approved": approved}
        element = SubElement(body, "trans-unit", **place)
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


def read_xliff(data):
    """The texts of an XLIFF file of either version. Raises `UnreadableError`."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise UnreadableError(_("This is no XLIFF file: %(reason)s") % {"reason": error}) from error
    if root.tag == f"{{{V12}}}xliff":
        return _read_12(root)
    if root.tag == f"{{{V20}}}xliff":
        return _read_20(root)
    raise UnreadableError(_("This is no XLIFF file of version 1.2 or 2.0."))


def _read_12(root):
    name = {"": V12}
    files = root.findall("file", name)
    units = []
    for element in root.iterfind("file/body//trans-unit", name):
        about, version = read_notes(_content(element.find("note", name)))
        target = element.find("target", name)
        state = target.get("state", "") if target is not None else ""
        doubtful = element.get("approved") != "yes" and state.startswith("needs-")
        previous = _content(element.find("alt-trans[@alttranstype='previous-version']/source", name))
        source = _content(element.find("source", name))
        units.append(Unit(element.get("id", ""), source, _content(target), doubtful, previous, version, about))
    languages = {(each.get("source-language", ""), each.get("target-language", "")) for each in files}
    if len(languages) > 1:
        raise UnreadableError(_("The file holds translations into several languages: send one for each."))
    source_language, language = next(iter(languages), ("", ""))
    return TextFile(source_language, language, units)


def _read_20(root):
    name, units = {"": V20}, []
    for element in root.iterfind("file//unit", name):
        notes = {each.get("category", ""): _content(each) for each in reversed(element.findall("notes/note", name))}
        about, version = read_notes(notes.get("", ""))
        segments = element.findall("segment", name)
        source, target = _joined_20(element, name)
        doubtful = any(
            each.get("subState") == TO_CHECK and each.get("state") not in ("reviewed", "final") for each in segments
        )
        previous = notes.get("previous-source", "")
        units.append(Unit(element.get("id", ""), source, target, doubtful, previous, version, about))
    return TextFile(root.get("srcLang", ""), root.get("trgLang", ""), units)


def _joined_20(element, name):
    """The whole source and target of a text that a tool may have parted into segments.

    What lies between segments is the same in both languages where the file says no more of it.
    """
    source = target = ""
    for part in element:
        if part.tag in (f"{{{V20}}}segment", f"{{{V20}}}ignorable"):
            own, written = _content(part.find("source", name)), part.find("target", name)
            source += own
            target += own if written is None and part.tag.endswith("ignorable") else _content(written)
    return source, target if element.find("segment/target", name) is not None else ""


def _text(parent, tag, text, unit, **attributes):
    wrong = NOT_IN_XML.search(text)
    if wrong:
        facts = {"code": f"U+{ord(wrong[0]):04X}", "record": unit.about.split("\n")[0] or unit.place}
        raise UnreadableError(_("XLIFF cannot hold the character %(code)s of “%(record)s”; PO can.") % facts)
    SubElement(parent, tag, **attributes).text = text


def _content(element):
    return "" if element is None else "".join(element.itertext())


def _bytes(root):
    # A carriage return that stands in a file as it is reads as a line feed.
    return tostring(root, encoding="unicode", xml_declaration=True).replace("\r", "&#13;").encode()
