"""Addresses as a page shows them."""

from urllib.parse import urlsplit

from django import template

register = template.Library()


@register.filter
def host(address):
    """The site to which an address leads: www.unesco.org."""
    return urlsplit(address).hostname or ""


@register.simple_tag(takes_context=True)
def absolute(context, path):
    """The full address of a path of this site."""
    return context["request"].build_absolute_uri(path)
