"""The deadlines to come as a calendar that any calendar program reads (iCalendar, RFC 5545)."""

from datetime import timedelta
from itertools import groupby

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event

from admissions.models import Admission, Call, ProgressReport
from admissions.reporting import YEARS_BETWEEN_REPORTS, due_reports
from cities.models import City
from records.as_of import today
from records.history.last_modified import revision_of, revision_of_all, with_revision

AHEAD = relativedelta(years=YEARS_BETWEEN_REPORTS)  # by then each member has to report once
MOST_NAMES = 12


def calendar(url):
    """Days of calls, and one event for each day on which reports are due, as bytes; overdue reports stand on their
    day. `url` is the page on which they are dealt with.

    An event was revised when what it is made of changed: a call, or any membership or report, for a city that is no
    longer among those that owe one leaves no other trace.
    """
    made = Calendar()
    made.add("prodid", "-//Registry of learning cities//")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Deadlines of the network of learning cities"))
    for call in with_revision(Call.objects.order_by("year")):
        for name, day, what in call.deadlines():
            if day >= today():
                made.add_component(_event(f"call-{call.year}-{name}", day, f"{call}: {what}", url, revision_of(call)))
    reports = due_reports(Admission.objects.standing_on(today()), until=today() + AHEAD)
    revision = revision_of_all(Admission, ProgressReport, City)
    for day, due in groupby(reports, key=lambda each: each.deadline):
        made.add_component(_of_reports(day, list(due), url, revision))
    return made.to_ical()


def _of_reports(day, due, url, revision):
    sentence = ngettext("%(number)d progress report is due", "%(number)d progress reports are due", len(due))
    names = [str(each.admission.city) for each in due[:MOST_NAMES]]
    more = _("and %(number)d more") % {"number": len(due) - MOST_NAMES} if len(due) > MOST_NAMES else ""
    listed = "\n".join([*names, *filter(None, [more])])
    return _event(f"reports-{day}", day, sentence % {"number": len(due)}, url, revision, listed)


def _event(name, day, summary, url, revision, description=""):
    event = Event()
    event.add("uid", f"{name}@registry-of-learning-cities")
    event.add("dtstamp", revision.at)
    event.add("last-modified", revision.at)
    event.add("sequence", revision.number)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", summary)
    event.add("url", url)
    if description:
        event.add("description", description)
    return event
