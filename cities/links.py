"""Addresses of published texts: a host is a name, and that of the publisher unless a copy is said to be one."""

import unicodedata
from collections import Counter, defaultdict
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cities.characters import validate_visible

LEAST_AT_HOME = 3  # texts of a publisher at one site, before another site is strange
SECOND_LEVEL = {"ac", "co", "com", "edu", "gob", "gov", "go", "gouv", "org", "net", "or", "ne"}


def validate_named_host(address):
    """Refuse a bare IP number, in any way of writing it: nobody can tell whose it is, or will be."""
    host = _host(address)
    last = host.rpartition(".")[2]
    is_number = last.isdigit() or (last.startswith("0x") and set(last[2:]) <= set("0123456789abcdef"))
    if is_number or ":" in host:
        raise ValidationError(_("Give an address with the name of a site; this one is a bare number."))


OF_A_LINK = (validate_visible, validate_named_host)  # the validators of any address of another site


def strange_hosts(sources):
    """Pairs of a source and the site where its publisher is at home, for those that stand elsewhere.

    Only sources that are not said to be copies, of publishers that have at least three texts at one site and no
    second text at the strange one. It is a question to a person, not a fault.
    """
    by_publisher = defaultdict(list)
    for source in sources:
        if source.publisher and source.url and not source.is_copy and not source.link_withdrawn:
            by_publisher[source.publisher].append(source)
    found = []
    for own in by_publisher.values():
        sites = Counter(site(source.url) for source in own)
        home, number = sites.most_common(1)[0]
        if number >= LEAST_AT_HOME:
            found += [(source, home) for source in own if sites[site(source.url)] == 1]
    return found


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
