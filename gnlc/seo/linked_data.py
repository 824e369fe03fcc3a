"""What a page says to machines, as JSON-LD: what it is about, and where it stands on the site."""

from dataclasses import dataclass, field

from django.urls import get_script_prefix
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gnlc.seo import nodes


@dataclass
class LinkedData:
    """What a page is about, what else it shows, and the (name, address) of the pages above it and of itself."""

    about: dict | None = None
    also: list = field(default_factory=list)
    trail: list = field(default_factory=list)


def graph_of(linked_data, request, is_list=False):
    """The graph of the page that was asked for, for schema.org."""
    site, home = request.build_absolute_uri, get_script_prefix()
    address = site(request.path)
    itself = {
        "@type": "CollectionPage" if is_list else "WebPage",
        "@id": address,
        "url": address,
        "inLanguage": get_language(),
        "isPartOf": {"@type": "WebSite", "@id": site(home) + "#site", "name": _(nodes.REGISTRY), "url": site(home)},
        "mainEntity": linked_data.about,
    }
    graph = [nodes.stated(itself), *linked_data.also, *_breadcrumbs(linked_data.trail, site)]
    return {"@context": "https://schema.org", "@graph": graph}


def _breadcrumbs(trail, site):
    items = [
        {"@type": "ListItem", "position": number, "name": str(name), "item": site(address)}
        for number, (name, address) in enumerate(trail, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}] if items else []


def step(record):
    """A record as a step of the trail that leads to its page."""
    return str(record), record.get_absolute_url()
