"""Atom feeds in three languages: what the feeds of cohorts, corrections and news have in common."""

from datetime import UTC, datetime, time
from urllib.parse import urlsplit

from django.contrib.syndication.views import Feed
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from records.as_of import OPENED
from records.history.last_modified import last_changed
from records.l10n import apart
from records.translation.localized import localized


class Atom(Atom1Feed):
    """An entry keeps its identifier whatever changes in it; its texts say their language, and what they rest on."""

    def add_root_elements(self, handler):
        self.feed["id"] = identifier(self.feed["feed_url"])
        super().add_root_elements(handler)

    def latest_post_date(self):
        """Of a feed without entries the day on which this register opened; never the clock."""
        return super().latest_post_date() if self.items else _midnight(OPENED)

    def add_item_elements(self, handler, item):
        handler.addQuickElement("title", item["title"], _language(item["title_language"]))
        handler.addQuickElement("link", "", {"rel": "alternate", "type": "text/html", "href": item["link"]})
        for link in item["links"]:
            handler.addQuickElement("link", "", link)
        handler.addQuickElement("id", identifier(item["link"]))
        if item["pubdate"]:
            handler.addQuickElement("published", rfc3339_date(item["pubdate"]))
        handler.addQuickElement("updated", rfc3339_date(item["updateddate"]))
        if item["author_name"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", item["author_name"])
            handler.endElement("author")
        for term in item["categories"]:
            handler.addQuickElement("category", "", {"term": term})
        handler.addQuickElement(
            "summary", item["description"], {"type": "html"} | _language(item["description_language"])
        )


def _language(code):
    return {"xml:lang": code} if code else {}


def identifier(address):
    """The tag: identifier (RFC 4151) of an entry with that address."""
    parts = urlsplit(address)
    return f"tag:{parts.hostname},{OPENED.year}:{parts.path}" + (f"/{parts.fragment}" if parts.fragment else "")


@method_decorator([require_safe, cache_control(public=True, max_age=600)], name="__call__")
class RecordFeed(Feed):
    """The newest records of a `model` in the language of the feed's address.

    Subclasses give the `records`, newest first, and the `item_day` on which one became public, None where no source
    says it.
    """

    feed_type = Atom
    author_name = _("Registry of learning cities")
    title_field, summary_field = "title", "summary"
    NEWEST = 30

    def items(self):
        records, changed = list(self.records()[: self.NEWEST]), last_changed(self.model)
        for record in records:
            record.changed_at = changed.get(str(record.pk))
        return records

    def item_title(self, record):
        return apart(localized(record, self.title_field).text)

    def item_description(self, record):
        return escape(localized(record, self.summary_field).text)

    def item_pubdate(self, record):
        day = self.item_day(record)
        return _midnight(day) if day else None

    def item_updateddate(self, record):
        """The last change here, else the day it became public, else that on which this register opened."""
        return record.changed_at or self.item_pubdate(record) or _midnight(OPENED)

    def item_links(self, record):
        """The texts that it rests on."""
        return [
            {"rel": "via", "href": source.public_url, "hreflang": source.language, "title": source.title}
            for source in record.sources.all()
            if source.public_url
        ]

    def item_extra_kwargs(self, record):
        return {
            "title_language": self.item_title_language(record),
            "description_language": _standing_in(record, self.summary_field),
            "links": self.item_links(record),
        }

    def item_title_language(self, record):
        return _standing_in(record, self.title_field)


def _standing_in(record, field):
    """The language of a text that stands in for one in the feed's language; None where that one is there."""
    found = localized(record, field) if field else None
    return found.language if found and found.is_fallback else None


def _midnight(day):
    return datetime.combine(day, time(), UTC)
