"""XLIFF 2.x: written as 2.0, and read as tools give it back.

https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html
"""

from xml.etree.ElementTree import Element, SubElement

from gnlc.workbench.exchange.inline import UnknownCodeError, speller_20, text_of
from gnlc.workbench.exchange.language import understood
from gnlc.workbench.exchange.unit import TextFile, Unit, read_notes
from gnlc.workbench.exchange.xliff_parts import (
    FINISHED,
    XML,
    HalfError,
    content,
    other_language,
    partial,
    unclear,
    write_text,
    written,
)

V20 = "urn:oasis:names:tc:xliff:document:2.0"  # 2.1 has the same
V2 = [V20, "urn:oasis:names:tc:xliff:document:2.2"]
TO_CHECK = "gnlc:to-check"
PREVIOUS = "previous-source"


def write_xliff_20(file):
    """The bytes of an XLIFF 2.0 file. Raises `UnreadableError` for a text with characters that XML cannot hold."""
    languages = {"srcLang": file.source_language, "trgLang": file.language}
    root = Element("xliff", {"xmlns": V20, "version": "2.0", **languages})
    whole = SubElement(root, "file", id="registry", **{f"{XML}space": "preserve"})
    for unit in file.units:
        element = SubElement(whole, "unit", id=unit.place)
        notes = SubElement(element, "notes")
        write_text(notes, "note", unit.notes, unit)
        if unit.previous:
            write_text(notes, "note", unit.previous, unit, category=PREVIOUS)
        state = {"state": "final"} if unit.target else {"state": "initial"}
        if unit.is_doubtful:
            state = {"state": "translated", "subState": TO_CHECK}
        segment = SubElement(element, "segment", **state)
        write_text(segment, "source", unit.source, unit)
        if unit.target:
            write_text(segment, "target", unit.target, unit)
    return written(root)


def read_20(root):
    """The texts of a file."""
    name = {"": root.tag[1:].partition("}")[0]}
    language = understood(root.get("trgLang", ""))
    units = [_unit(element, name, language) for element in root.iterfind("file//unit", name)]
    return TextFile(understood(root.get("srcLang", "")), language, units)


def _unit(element, name, language):
    notes = element.findall("notes/note", name)
    about, version = read_notes(*(content(each) for each in notes if each.get("category") != PREVIOUS))
    previous = next((content(each) for each in notes if each.get("category") == PREVIOUS), "")
    targets = [each for each in element.findall("*/target", name) if content(each)]
    problem = next(filter(None, (other_language(each, language) for each in targets)), "")
    source = "".join(content(each) for each in element.findall("*/source", name))
    try:
        source, text = _joined(element, name)
    except (UnknownCodeError, HalfError) as error:
        text, problem = "".join(content(each) for each in targets), str(error)
    segments = element.findall("segment", name)
    doubtful = bool(text) and not all(_is_finished(each, name) for each in segments)
    return Unit(element.get("id", ""), source, text, doubtful, previous, version, about, problem if text else "")


def _is_finished(segment, name):
    """Whether a segment needs nobody's look any more: one that says nothing is `initial` by the standard, 4.3.1.30.

    What a tool says beside `translated` in a `subState` of its own is not known here.
    """
    if not content(segment.find("source", name)).strip():
        return True
    state = segment.get("state", "initial")
    return state in FINISHED and (state != "translated" or not segment.get("subState"))


def _joined(element, name):
    """The whole source and target of a text that a tool may have parted into segments.

    What lies between segments is the same in both languages where the file says no more of it. Raises `HalfError` if
    only some segments are translated, or their order is not clear.
    """
    data = {each.get("id"): text_of(each, speller_20({})) for each in element.findall("originalData/data", name)}
    spelled, parts = speller_20(data), [*element.iterfind("*[source]", name)]
    source, targets, translated, missing = "", {}, False, False
    for number, part in enumerate(parts, start=1):
        own, target = text_of(part.find("source", name), spelled), part.find("target", name)
        is_segment = part.tag.endswith("}segment")
        is_asked = is_segment and bool(own.strip())
        text = text_of(target, spelled) if target is not None or is_asked else own
        if len(parts) == 1:
            return own, text if target is not None else ""
        translated = translated or (is_segment and target is not None and bool(text.strip()))
        missing = missing or (is_asked and not text.strip())
        source += own
        place = target.get("order", str(number)) if target is not None else str(number)
        if place in targets:
            raise unclear()
        targets[place] = text
    if not translated:
        return source, ""
    if missing:
        raise partial()
    if set(targets) != {str(number) for number in range(1, len(parts) + 1)}:
        raise unclear()
    return source, "".join(targets[str(number)] for number in range(1, len(parts) + 1))
