"""The plain text of a source or target of XLIFF, whatever codes a tool put into it."""

from django.utils.translation import gettext as _

KEPT = {"g", "pc", "mrk"}  # around words: the words stay
SILENT = {"sm", "em"}  # marks without a text of their own
NATIVE = {"ph", "bpt", "ept", "it"}  # of 1.2, with the text for which they stand


def content(element):
    """The text with all that stands inside; "" for None."""
    return "" if element is None else "".join(element.itertext())


def what_is_lost(element, space):
    """Why the text of a source or target is not all that it says, in a sentence; "" if it is."""
    for inner in () if element is None else element.iter():
        name = inner.tag.removeprefix(f"{{{space}}}")
        is_told = name in KEPT | SILENT or (name in NATIVE and (inner.text or "").strip() and not len(inner))
        if inner is not element and not is_told:
            return _("The file has a code <%(name)s> in this text that the registry cannot keep.") % {
                "name": name.rpartition("}")[2]
            }
    return ""
