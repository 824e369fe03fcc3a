"""Files that programs fetch again and again: the same bytes, and 304, while nothing in them changes."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from icalendar import Calendar

from records.models import HistoryEntry
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory, EventFactory, NewsItemFactory

FILES = [
    "/en/events.ics", "/fr/events/charter.ics", "/ar/events.ics", "/en/news.atom", "/fr/admissions.atom",
    "/ar/corrections.atom", "/en/cities/cities.csv", "/en/statistics/regions.csv", "/sitemap.xml",
]  # fmt: skip
DEADLINES = "/admin/admissions/nomination/deadlines.ics"


@pytest.fixture
def at(monkeypatch):
    """Set the clock to an instant of one day."""

    def at(hour, second=0):
        monkeypatch.setattr(timezone, "now", lambda: datetime(2031, 6, 2, hour, 7, second, tzinfo=UTC))

    return at


@pytest.fixture
def records(db):
    city = CityFactory(slug="fez")
    AdmissionFactory(city=city)
    NewsItemFactory()
    return EventFactory(slug="charter", city=city)


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("is_empty", [True, False])
def test_a_file_seems_new_only_if_something_changed(client, at, request, db, path, is_empty):
    if not is_empty or "charter" in path:
        request.getfixturevalue("records")
    at(8)
    first = client.get(path)
    at(20, second=31)
    again = client.get(path)

    assert (first.status_code, again.content) == (200, first.content)
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_the_calendar_of_deadlines_seems_new_only_if_something_changed(at, db):
    AdmissionFactory(cohort__year=2030)
    at(8)
    client = at_work("registrar")
    first = client.get(DEADLINES)
    at(20)
    assert client.get(DEADLINES).content == first.content
    assert b"BEGIN:VEVENT" in first.content


def entry(client, path="/en/events/charter.ics"):
    """(DTSTAMP, LAST-MODIFIED, SEQUENCE) of the only event of a calendar."""
    event = Calendar.from_ical(client.get(path).content).walk("vevent")[0]
    return event["dtstamp"].dt, event["last-modified"].dt, event["sequence"]


def test_a_changed_event_says_when_it_was_revised_and_counts_on(client, records):
    HistoryEntry.objects.all().delete()
    opened = datetime(2026, 11, 21, tzinfo=UTC)
    assert entry(client) == (opened, opened, 0)

    for number in (1, 2):
        records.name_en = f"Charter {number}"
        records.save()
        last = HistoryEntry.objects.get_for_object(records).latest("timestamp").timestamp.replace(microsecond=0)
        assert entry(client) == (last, last, number)

    records.save()
    assert entry(client)[2] == 2


def test_what_is_due_counts_on_with_the_memberships_it_is_computed_from(db):
    client = at_work("registrar")
    admission = AdmissionFactory(cohort__year=timezone.now().year - 1)
    before = entry(client, DEADLINES)
    admission.city.name_en = "Another name"
    admission.city.save()
    after = entry(client, DEADLINES)
    assert (after[2] > before[2], after[0] >= before[0]) == (True, True)
