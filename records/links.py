"""Addresses of other sites: a host is a name, and never a bare number."""

import unicodedata
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from records.validators import validate_visible

SECOND_LEVEL = {"ac", "co", "com", "edu", "gob", "gov", "go", "gouv", "org", "net", "or", "ne"}


def validate_named_host(address):
    """Refuse a bare IP number, in any way of writing it: nobody can tell whose it is, or will be."""
    host = _host(address)
    last = host.rpartition(".")[2]
    is_number = last.isdigit() or (last.startswith("0x") and set(last[2:]) <= set("0123456789abcdef"))
    if is_number or ":" in host:
        raise ValidationError(_("Give an address with the name of a site; this one is a bare number."))


OF_A_LINK = (validate_visible, validate_named_host)  # the validators of any address of another site


def site(address):
    """The part of a host that one body registers: `unesco.org` of `www.uil.unesco.org`."""
    labels = _host(address).split(".")
    deep = 3 if len(labels) > 2 and labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-deep:])


def _host(address):
    try:
        host = urlsplit(unicodedata.normalize("NFKC", address)).hostname or ""
    except ValueError:  # brackets that hold no address
        return ":"
    return host.rstrip(".").lower()
