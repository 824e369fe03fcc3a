"""Tags for the head of every page: what a search result and a shared link show of it."""

import json
from html import unescape

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from gnlc.seo.linked_data import LinkedData, graph_of
from gnlc.templatetags.bidi import isolated
from records.l10n import apart, day_in_words, list_in_words

register = template.Library()

LOCALES = {"en": "en_GB", "fr": "fr_FR", "ar": "ar_AR"}
FEW = 6
LONGEST = 200  # letters of a description; search engines show fewer
# What could end the element, or a line of the script it looks like, before its time.
ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@register.simple_block_tag(takes_context=True)
def titled(context, content):
    """The title of a page: its `own`, which says of one page of many which it is, and the `whole` with the site's."""
    content = _plain(content)
    filters = [label for label in _chosen(context) if str(label) not in content]
    own = " · ".join([content, *map(str, filters), *_which_of_many(context)])
    return {"own": own, "whole": f"{own} · {_('Registry of learning cities')}"}


@register.simple_block_tag(takes_context=True)
def described(context, content):
    """The description of a page, for search engines and for those who share it."""
    text = Truncator(" · ".join([_plain(content), *_which_of_many(context)])).chars(LONGEST)
    return format_html('<meta name="description" property="og:description" content="{}">', text)


def _plain(markup):
    """What was written for a page, escaped and in lines, as plain text."""
    return unescape(" ".join(markup.split()))


def _which_of_many(context):
    """What tells pages at one address apart: the number in a list, and the day as of which it is."""
    if getattr(context.get("page_obj"), "number", 1) > 1:
        yield _("Page %(page)s of %(pages)s") % {
            "page": context["page_obj"].number,
            "pages": context["page_obj"].paginator.num_pages,
        }
    if context.get("as_of"):
        yield day_in_words(context["as_of"])


def _chosen(context):
    """The filters and the order that a list was asked for, in words; the day is said by `_which_of_many`."""
    for chip in context.get("chips") or ():
        if "as_of" in context["request"].GET and "as_of=" not in chip.url:
            continue
        yield isolated(chip.label)
    if context["request"].GET.get("sort"):
        yield from (order.label for order in context.get("orders") or () if order.is_chosen)


@register.filter
def named(records):
    """The names of the first few records, as a list within a plain sentence."""
    found = [apart(record) for record in records[:FEW]]
    if len(records) <= FEW:
        return list_in_words(found)
    comma = pgettext("between a city and its country", ",")
    return _("%(names)s and others") % {"names": f"{comma} ".join(found)}


@register.simple_tag(takes_context=True)
def canonical(context):
    """The one address of a page, whatever was asked for beside it. Each page of a whole list has its own."""
    request, number = context["request"], getattr(context.get("page_obj"), "number", 1)
    query = f"?page={number}" if number > 1 and set(request.GET) == {"page"} else ""
    return request.build_absolute_uri(request.path + query)


@register.simple_tag(takes_context=True)
def linked_data(context):
    """A data block, which no browser executes, with what the page says to machines."""
    said = context.get("linked_data") or LinkedData()  # what is no page of a view says only where it stands
    graph = graph_of(said, context["request"], is_list="object_list" in context)
    data = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(data.translate(ESCAPED)))  # noqa: S308


@register.inclusion_tag("components/_sharing.html", takes_context=True)
def sharing(context):
    """What those who share a page show of it, beside its title and its description."""
    return {
        "address": canonical(context),
        "image": context["request"].build_absolute_uri(context.get("share_image") or reverse("card")),
        "locale": LOCALES[get_language()],
        "others": [locale for language, locale in LOCALES.items() if language != get_language()],
    }
