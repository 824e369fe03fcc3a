"""Events as a calendar that any calendar program reads and keeps up to date (iCalendar, RFC 5545)."""

from datetime import timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event
from icalendar.prop import vDuration

from records.history.last_modified import revision_of

EVERY_DAY = timedelta(days=1)  # how often a program asks again


def calendar(events, full_address):
    """The events, which came `with_revision`, as bytes, in the active language.

    `full_address` makes an address of a path of this site. While no event changes the bytes stay the same: when an
    event was revised, its history says, not the clock (RFC 5545, 3.8.7).
    """
    made = Calendar()
    made.add("prodid", "-//Registry of learning cities//")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Events of the network of learning cities"))
    made.add("refresh-interval", vDuration(EVERY_DAY), parameters={"value": "DURATION"})
    for event in events:
        made.add_component(_entry(event, full_address(event.get_absolute_url())))
    return made.to_ical()


def _entry(event, address):
    entry = Event()
    entry.add("uid", f"event-{event.slug}@registry-of-learning-cities")
    revision = revision_of(event)
    entry.add("dtstamp", revision.at)
    entry.add("last-modified", revision.at)
    entry.add("sequence", revision.number)
    entry.add("dtstart", event.starts_on)
    entry.add("dtend", event.ends_on + timedelta(days=1))  # of whole days, the end is the day after
    entry.add("transp", "TRANSPARENT")
    entry.add("summary", str(event))
    entry.add("url", address)
    if event.city:
        place = _("%(city)s, %(country)s") % {"city": event.city, "country": event.city.country}
        entry.add("location", place)
    elif event.online:
        entry.add("location", _("online"))
    if summary := event.localized("summary").text:
        entry.add("description", summary)
    return entry
