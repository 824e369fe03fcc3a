"""What both versions of XLIFF have in common."""

import re
from xml.etree.ElementTree import SubElement, tostring

from django.utils.translation import gettext as _

from gnlc.workbench.exchange.language import understood
from gnlc.workbench.exchange.unit import UnreadableError

XML = "{http://www.w3.org/XML/1998/namespace}"
NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FINISHED = {"translated", "reviewed", "signed-off", "final"}  # what else a file may say is still to be checked


class HalfError(ValueError):
    """A text that a file has only in part, or in no clear order."""


def partial():
    return HalfError(_("Only a part of it is translated in the file."))


def unclear():
    return HalfError(_("It is not clear in which order the file has its parts."))


def other_language(target, language):
    """A sentence if a target says that it is in another language than its file; "" if not."""
    own = target.get(f"{XML}lang", "") if target is not None else ""
    if not own or understood(own) == language:
        return ""
    return _("The file says of this text that it is in “%(language)s”.") % {"language": own}


def write_text(parent, tag, text, unit, **attributes):
    """Add an element with a text. Raises `UnreadableError` for characters that XML cannot hold."""
    wrong = NOT_IN_XML.search(text)
    if wrong:
        facts = {"code": f"U+{ord(wrong[0]):04X}", "record": unit.about.split("\n")[0] or unit.place}
        raise UnreadableError(_("XLIFF cannot hold the character %(code)s of “%(record)s”; PO can.") % facts)
    SubElement(parent, tag, **attributes).text = text


def content(element):
    return "" if element is None else "".join(element.itertext())


def written(root):
    """The bytes of a file."""
    # A carriage return that stands in a file as it is reads as a line feed.
    return tostring(root, encoding="unicode", xml_declaration=True).replace("\r", "&#13;").encode()
