"""Texts read from XLIFF, versions 1.2 and 2.x: all of what a file says, or a sentence why not."""

from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from django.utils.translation import gettext as _

from gnlc.workbench.exchange.bounds import bounded_xml
from gnlc.workbench.exchange.doubt import is_doubtful_12, is_doubtful_20
from gnlc.workbench.exchange.inline import content, what_is_lost
from gnlc.workbench.exchange.languages import language_of
from gnlc.workbench.exchange.unit import TextFile, Unit, UnreadableError, read_notes
from gnlc.workbench.exchange.xliff import V12, V20, XML

V22 = "urn:oasis:names:tc:xliff:document:2.2"
PARTS_12 = {"source", "seg-source", "target", "note", "alt-trans", "context-group", "count-group", "prop-group"}
PARTS_20 = {"notes", "originalData", "segment", "ignorable"}


def read_xliff(data):
    """The texts of an XLIFF file of either version. Raises `UnreadableError`."""
    try:
        root = bounded_xml(data)
    except UnreadableError:
        raise
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UnreadableError(_("This is no XLIFF file: %(reason)s") % {"reason": error}) from error
    space = root.tag.removesuffix("}xliff").removeprefix("{")
    if space == V12:
        return _read_12(root)
    if space in (V20, V22):
        units = [_unit_20(element, space, root.get("trgLang", "")) for element in root.iter(f"{{{space}}}unit")]
        return TextFile(root.get("srcLang", ""), root.get("trgLang", ""), units)
    raise UnreadableError(_("This is no XLIFF file of version 1.2 or 2.0."))


def _read_12(root):
    if any(group.get("merged-trans") == "yes" for group in root.iter(f"{{{V12}}}group")):
        raise UnreadableError(_("The file joins several texts into one (merged-trans): send them one by one."))
    units, languages = [], {}
    for file in root.iterfind("file", {"": V12}):
        pair = file.get("source-language", ""), file.get("target-language", "")
        languages[tuple(language_of(each) or each for each in pair)] = pair
        units += [_unit_12(element, pair[1]) for element in file.iter(f"{{{V12}}}trans-unit")]
    if len(languages) > 1:
        raise UnreadableError(_("The file holds translations into several languages: send one for each."))
    return TextFile(*next(iter(languages.values()), ("", "")), units)


def _unit_12(element, language):
    name = {"": V12}
    source, targets = element.find("source", name), element.findall("target", name)
    target, parted = (targets or [None])[0], element.find("seg-source", name)
    about, version = read_notes(*(content(note) for note in element.iterfind("note", name)))
    previous = content(element.find("alt-trans[@alttranstype='previous-version']/source", name))
    written = content(target)
    trouble = (
        _unknown(element, V12, PARTS_12)
        or (_("The file has this text twice.") if len(targets) > 1 else "")
        or what_is_lost(source, V12)
        or what_is_lost(target, V12)
        or _other_language(targets, language)
        or (_partial() if written.strip() and _lacks_pieces(parted, target) else "")
    )
    is_copy = written == content(source)
    doubtful = bool(written) and is_doubtful_12(element, target, is_copy)
    return Unit(element.get("id", ""), content(source), written, doubtful, previous, version, about, trouble)


def _lacks_pieces(parted, target):
    """Whether any piece into which a tool parted the source has no translation."""
    asked, found = ({piece.get("mid"): content(piece) for piece in _pieces(each)} for each in (parted, target))
    return any(text.strip() and not found.get(mid, "").strip() for mid, text in asked.items()) or (
        not asked and any(not text.strip() for text in found.values())
    )


def _pieces(element):
    found = () if element is None else element.iter(f"{{{V12}}}mrk")
    return [piece for piece in found if piece.get("mtype") == "seg"]


def _unit_20(element, space, language):
    name = {"": space}
    notes = [(each.get("category", ""), content(each)) for each in element.iterfind("notes/note", name)]
    about, version = read_notes(*(text for category, text in notes if category != "previous-source"))
    previous = next((text for category, text in notes if category == "previous-source"), "")
    parts = [part for part in element if part.tag in (f"{{{space}}}segment", f"{{{space}}}ignorable")]
    pairs = [(part, part.find("source", name), part.find("target", name)) for part in parts]
    with_words = [(part, target) for part, source, target in pairs if _is_segment(part) and content(source).strip()]
    is_begun = any(content(target).strip() for part, _source, target in pairs if _is_segment(part))
    targets = [target for _part, _source, target in pairs if target is not None]
    source, order = "".join(content(each) for _part, each, _target in pairs), _order(pairs)
    trouble = (
        _unknown(element, space, PARTS_20)
        or next(filter(None, (what_is_lost(each, space) for _part, *both in pairs for each in both)), "")
        or _other_language(targets, language)
        or (_partial() if is_begun and any(not content(target).strip() for _part, target in with_words) else "")
        or ("" if order else _("The file says no clear order of the pieces of this text."))
    )
    is_written = any(target is not None for part, _source, target in pairs if _is_segment(part))
    target = "".join(_written(*pairs[n]) for n in order or range(len(pairs))) if is_written else ""
    doubtful = bool(target) and is_doubtful_20(
        element, [part for part in parts if _is_segment(part) and content(part).strip()]
    )
    return Unit(element.get("id", ""), source, target, doubtful, previous, version, about, trouble)


def _is_segment(part):
    return part.tag.endswith("}segment")


def _written(part, source, target):
    # What lies between segments is the same in both languages where the file says no more of it.
    return content(source) if target is None and not _is_segment(part) else content(target)


def _order(pairs):
    """In which order the targets of a unit stand (XLIFF 2.0, 4.3.1.18); [] if two want the same place."""
    places = {}
    for number, (_part, _source, target) in enumerate(pairs, start=1):
        place = target.get("order", str(number)) if target is not None else str(number)
        places[place] = number - 1
    right = [str(number) for number in range(1, len(pairs) + 1)]
    return [places[place] for place in right] if set(places) == set(right) else []


def _unknown(element, space, parts):
    """A sentence about a part of the format's own that is none of a unit's; a tool's own parts are its own affair."""
    names = [part.tag.removeprefix(f"{{{space}}}") for part in element]
    strange = [name for name in names if not name.startswith("{") and name not in parts]
    sentence = _("The file has a part <%(name)s> here that the registry does not know.")
    return sentence % {"name": strange[0]} if strange else ""


def _other_language(targets, language):
    said = {language_of(each.get(f"{XML}lang", language)) for each in targets}
    return _("The file says of this text that it is in another language.") if said - {language_of(language)} else ""


def _partial():
    return _("Only a part of this text is translated in the file.")
