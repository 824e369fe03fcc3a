"""Texts as XLIFF, versions 1.2 and 2.x."""

from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from django.utils.translation import gettext as _

from gnlc.workbench.exchange.bounds import tree
from gnlc.workbench.exchange.unit import UnreadableError
from gnlc.workbench.exchange.xliff_12 import V12, read_12, write_xliff_12
from gnlc.workbench.exchange.xliff_20 import V2, read_20, write_xliff_20

__all__ = ["read_xliff", "write_xliff_12", "write_xliff_20"]


def read_xliff(data):
    """The texts of an XLIFF file of any of these versions. Raises `UnreadableError`."""
    try:
        root = tree(data)
    except UnreadableError:
        raise
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UnreadableError(_("This is no XLIFF file: %(reason)s") % {"reason": error}) from error
    if root.tag == f"{{{V12}}}xliff":
        return read_12(root)
    if root.tag in [f"{{{space}}}xliff" for space in V2]:
        return read_20(root)
    raise UnreadableError(_("This is no XLIFF file of version 1.2 or 2.0."))
