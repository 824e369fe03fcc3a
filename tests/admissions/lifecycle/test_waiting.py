"""The desk on which staff see what waits for whom, and its calendar file."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from admissions.lifecycle.waiting import waiting
from records.as_of import today
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CallFactory, NominationFactory, ProgressReportFactory, SourceFactory

pytestmark = pytest.mark.django_db
DESK, CALENDAR = "/admin/admissions/nomination/waiting/", "/admin/admissions/nomination/deadlines.ics"


def on_the_desks():
    """{body: [(what, task)]} of those that something waits for."""
    return {str(desk.name): [(item.name, str(item.task)) for item in desk.items] for desk in waiting() if desk.items}


def test_each_nomination_waits_for_whoever_has_to_act_next():
    NominationFactory(name="A", endorsed_on=None)
    NominationFactory(name="B")
    NominationFactory(name="C", state="with_jury")
    NominationFactory(name="D", state="recommended")
    NominationFactory(name="E", state="not_recommended")
    NominationFactory(name="F", state="deferred")
    NominationFactory(name="G", state="admitted", decided_on=date(2026, 1, 1))
    NominationFactory(name="H", state="declined", decided_on=date(2026, 1, 1))
    NominationFactory(name="I", state="withdrawn")
    assert on_the_desks() == {
        "National Commissions": [("A · 2026", "Still missing: endorsement of the National Commission, dated.")],
        "Secretariat": [("B · 2026", "Send to the jury"), ("F · 2026", "Nominate for a later round")],
        "Jury": [("C · 2026", "Recommend")],
        "Network, to decide": [("D · 2026", "recommended"), ("E · 2026", "not recommended")],
        "Decided, to be announced": [("G · 2026", "Announce with the round")],
    }


def test_reports_wait_for_the_member_and_then_for_the_secretariat():
    soon = AdmissionFactory(city__name_en="Fez", admitted_on=today() + timedelta(days=90) - relativedelta(years=2))
    AdmissionFactory(admitted_on=today() - timedelta(days=90))
    late = ProgressReportFactory(admission__city__name_en="Tunis")
    assert on_the_desks() == {"Members, to report": [("Tunis", "overdue"), ("Fez", "Progress report")]}
    (members,) = [desk for desk in waiting() if desk.late]
    assert [(item.name, item.is_late) for item in members.items] == [("Tunis", True), ("Fez", False)]
    late.submit(on=today())
    soon.end(on=today(), reason="withdrew", source=SourceFactory())
    assert on_the_desks() == {"Secretariat": [("Tunis", "Review the report")]}


def test_what_has_to_be_done_first_comes_first_whenever_it_came():
    for name, due_on, days in (("Fez", date(2026, 3, 1), 9), ("Tunis", date(2026, 2, 1), 1)):
        report = ProgressReportFactory(admission__city__name_en=name, due_on=due_on)
        day = today() - timedelta(days=days)
        report.submit(on=day)
        report.return_for_completion(on=day, until=today() + timedelta(days=days))
    (members,) = [desk for desk in waiting() if desk.items]
    assert [(item.name, item.until) for item in members.items] == [
        ("Tunis", today() + timedelta(days=1)), ("Fez", today() + timedelta(days=9))
    ]  # fmt: skip


@pytest.mark.parametrize(("days", "is_late"), [(-1, True), (0, False), (1, False)])
def test_a_report_is_late_from_the_day_after_the_one_on_which_it_is_due(days, is_late):
    ProgressReportFactory(due_on=today() + timedelta(days=days))
    assert [item.is_late for desk in waiting() for item in desk.items] == [is_late]


def test_a_report_that_was_completed_waits_since_it_was():
    report = ProgressReportFactory()
    report.submit(on=today() - timedelta(days=3))
    report.return_for_completion(on=today() - timedelta(days=2), until=today() + timedelta(days=9))
    report.submit(on=today() - timedelta(days=1))
    assert [item.since for desk in waiting() for item in desk.items] == [today() - timedelta(days=1)]


def test_what_was_announced_waits_for_nobody():
    city = AdmissionFactory(cohort__year=2026).city
    NominationFactory(city=city, state="admitted", decided_on=date(2026, 1, 1))
    assert on_the_desks() == {}


def test_the_desk_is_for_registrars_only():
    NominationFactory(name="Béja")
    assert "Béja" in at_work("registrar").get(DESK).content.decode()
    for role in ("editor", "translator"):
        client = at_work(role)
        assert [client.get(page).status_code for page in (DESK, CALENDAR)] == [403, 403]


def test_the_desk_asks_the_database_as_often_for_much_as_for_little():
    def queries():
        with CaptureQueriesContext(connection) as asked:
            waiting()
        return len(asked)

    def more():
        NominationFactory().send_to_jury(on=today())
        ProgressReportFactory()
        ProgressReportFactory().submit(on=today())

    more()
    few = queries()
    for _ in range(4):
        more()
    assert queries() == few == 5


def test_the_calendar_has_the_deadlines_to_come():
    CallFactory(year=2028, nominations_due_on=date(2027, 11, 30), applications_due_on=date(2020, 1, 1))
    for name in ("Fez", "Tunis"):
        AdmissionFactory(city__name_en=name, cohort__year=2024)
    answer = at_work("registrar").get(CALENDAR)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [(event["dtstart"].dt, str(event["summary"]), str(event.get("description", ""))) for event in events] == [
        (date(2027, 11, 30), "Round of 2028: National Commissions nominate until", ""),
        (date(2028, 2, 14), "2 progress reports are due", "Fez\nTunis"),
    ]


def test_the_calendar_speaks_the_language_of_the_reader_and_names_no_more_than_a_dozen():
    for _ in range(14):
        AdmissionFactory(cohort__year=2024)
    (event,) = Calendar.from_ical(at_work("registrar").get(CALENDAR).content).walk("VEVENT")
    assert str(event["description"]).splitlines()[12:] == ["and 2 more"]
