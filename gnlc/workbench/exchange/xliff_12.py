"""XLIFF 1.2: written, and read as tools give it back.

http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
"""

from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from django.utils.translation import gettext as _

from gnlc.workbench.exchange.inline import UnknownCodeError, spelled_12, text_of
from gnlc.workbench.exchange.language import understood
from gnlc.workbench.exchange.unit import TextFile, Unit, UnreadableError, read_notes
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

V12 = "urn:oasis:names:tc:xliff:document:1.2"
NAME = {"": V12}
SEGMENT = f"{{{V12}}}mrk"
# What Trados and memoQ keep beside the states of the standard, in attributes of their own.
OWN_STATES = {"conf", "status", "state"}
OWN_FINISHED = {"Translated", "ApprovedTranslation", "ApprovedSignOff", "ManuallyConfirmed", "Proofread", *FINISHED}


def write_xliff_12(file):
    """The bytes of an XLIFF 1.2 file. Raises `UnreadableError` for a text with characters that XML cannot hold."""
    root = Element("xliff", {"xmlns": V12, "version": "1.2"})
    languages = {"source-language": file.source_language, "target-language": file.language}
    whole = SubElement(root, "file", original="registry", datatype="plaintext", **languages)
    body = SubElement(whole, "body")
    for unit in file.units:
        place = {f"{XML}space": "preserve", "id": unit.place, "resname": unit.place}
        # Nothing is said of what is still to be translated: many tools leave it as it stood.
        approved = {"approved": "yes"} if unit.target and not unit.is_doubtful else {}
        element = SubElement(body, "trans-unit", **place, **approved)
        write_text(element, "source", unit.source, unit)
        if unit.target:
            state = "needs-review-translation" if unit.is_doubtful else "translated"
            write_text(element, "target", unit.target, unit, state=state)
        write_text(element, "note", unit.notes, unit)
        if unit.previous:
            before = SubElement(element, "alt-trans", alttranstype="previous-version")
            write_text(before, "source", unit.previous, unit)
            write_text(before, "target", unit.target, unit)
    return written(root)


def read_12(root):
    """The texts of a file. Raises `UnreadableError`."""
    files = [(each, *_languages(each)) for each in root.findall("file", NAME)]
    languages = {(source_language, language) for _file, source_language, language in files}
    if len(languages) > 1:
        raise UnreadableError(_("The file holds translations into several languages: send one for each."))
    source_language, language = next(iter(languages), ("", ""))
    units = [_unit(each, language) for file, *_rest in files for each in file.iterfind("body//trans-unit", NAME)]
    return TextFile(source_language, language, units)


def _languages(file):
    """The languages of a file; the one into which it is translated may be told at its targets alone."""
    own = file.get("target-language", "")
    if not own:
        targets = file.iterfind("body//trans-unit/target", NAME)
        own = next((each.get(f"{XML}lang") for each in targets if each.get(f"{XML}lang")), "")
    return understood(file.get("source-language", "")), understood(own)


def _unit(element, language):
    notes = [content(each) for kind in ("note", "context") for each in element.iter(f"{{{V12}}}{kind}")]
    about, version = read_notes(*notes)
    target = element.find("target", NAME)
    problem = other_language(target, language)
    try:
        source, text = text_of(element.find("source", NAME), spelled_12), _target(element, target)
    except (UnknownCodeError, HalfError) as error:
        source, text, problem = content(element.find("source", NAME)), content(target), str(error)
    previous = content(element.find("alt-trans[@alttranstype='previous-version']/source", NAME))
    doubtful = bool(text) and not _is_finished(element, target, is_copy=source == text)
    return Unit(element.get("id", ""), source, text, doubtful, previous, version, about, problem if text else "")


def _target(element, target):
    """The whole translation, "" if there is none. Raises `HalfError` if segments of the source have none."""
    parts = _segments(target)
    if not parts:
        return text_of(target, spelled_12)
    if not any(text.strip() for _mid, text in parts):
        return ""
    asked = _segments(element.find("seg-source", NAME)) or _segments(element.find("source", NAME)) or parts
    found = {mid: text for mid, text in parts if text.strip()}
    if any(text.strip() and mid not in found for mid, text in asked) or not any(text.strip() for _mid, text in asked):
        raise partial()
    if Counter(mid for mid, _text in parts) != Counter(mid for mid, _text in asked):
        raise unclear()
    return text_of(target, spelled_12)


def _segments(element):
    found = element.iter(SEGMENT) if element is not None else []
    return [(each.get("mid", ""), content(each)) for each in found if each.get("mtype") == "seg"]


def _is_finished(element, target, *, is_copy):
    """Whether file and tool say that a translation needs nobody's look any more."""
    state, qualifier = target.get("state"), target.get("state-qualifier", "")
    if element.get("approved") == "no" or qualifier.startswith("rejected") or not _own_states(element) <= OWN_FINISHED:
        return False
    if state is None:
        return not qualifier and (not is_copy or element.get("approved") == "yes")
    return state in FINISHED and (not qualifier or state != "translated")


def _own_states(element):
    """What a tool says of a text in its own attributes."""
    found = set()
    for each in [
        element,
        *(child for part in element if not part.tag.startswith(f"{{{V12}}}") for child in part.iter()),
    ]:
        for name, value in each.attrib.items():
            if name.rpartition("}")[2] in OWN_STATES and (
                name.startswith("{") or not each.tag.startswith(f"{{{V12}}}")
            ):
                found.add(value)
    return found
