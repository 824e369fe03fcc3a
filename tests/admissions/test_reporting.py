"""Progress reports: when they are due, and what becomes of them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from admissions.models import Admission, ProgressReport
from admissions.reporting import due_reports, report_days
from records.as_of import today
from records.exceptions import RefusedError
from tests.factories import AdmissionFactory, ProgressReportFactory

pytestmark = pytest.mark.django_db
LONG_AFTER = date(2033, 1, 1)


def due(until=LONG_AFTER):
    return [(each.due_on, each.report) for each in due_reports(Admission.objects.all(), until)]


def test_a_member_reports_every_two_years_as_long_as_the_membership_goes_on():
    admission = AdmissionFactory(cohort__year=2024)
    assert report_days(admission, date(2030, 2, 13)) == [date(2026, 2, 14), date(2028, 2, 14)]
    admission.ended_on = date(2027, 5, 1)
    assert report_days(admission, date(2030, 2, 13)) == [date(2026, 2, 14)]


def test_who_was_admitted_on_a_leap_day_reports_at_the_end_of_february():
    admission = AdmissionFactory(admitted_on=date(2024, 2, 29))
    assert report_days(admission, date(2028, 3, 1)) == [date(2026, 2, 28), date(2028, 2, 29)]


def test_what_was_due_before_this_register_opened_is_not_asked_for():
    AdmissionFactory(cohort__year=2024)
    assert due() == [(date(2028, 2, 14), None), (date(2030, 2, 14), None), (date(2032, 2, 14), None)]


def test_a_report_is_asked_for_until_it_has_come():
    admission = AdmissionFactory(cohort__year=2024)
    report = ProgressReportFactory(admission=admission, due_on=date(2028, 2, 14))
    assert due(date(2028, 3, 1)) == [(date(2028, 2, 14), report)]
    report.submit(on=today())
    assert due(date(2028, 3, 1)) == []


def test_who_was_announced_again_reports_once():
    first = AdmissionFactory(cohort__year=2020)
    AdmissionFactory(city=first.city, cohort__year=2022, announced_again=True)
    assert [day for day, report in due(date(2029, 1, 1))] == [date(2028, 2, 14)]


def test_the_database_is_asked_as_often_for_many_members_as_for_few():
    def queries():
        with CaptureQueriesContext(connection) as asked:
            due()
        return len(asked)

    AdmissionFactory(cohort__year=2024)
    few = queries()
    for _ in range(5):
        AdmissionFactory(cohort__year=2024)
    assert queries() == few == 2


def test_a_report_is_submitted_returned_completed_and_reviewed():
    report = ProgressReportFactory()
    assert report.state == "overdue"
    report.submit(on=date(2026, 3, 1))
    assert report.state == "submitted"
    report.return_for_completion(on=date(2026, 4, 1), until=today() + timedelta(days=30))
    assert (report.state, report.deadline) == ("returned", today() + timedelta(days=30))
    report.submit(on=date(2026, 5, 1))
    report.review(on=date(2026, 6, 1))
    days = (report.submitted_on, report.returned_on, report.completed_on, report.reviewed_on)
    assert (report.state, days) == (
        "reviewed", (date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)),
    )  # fmt: skip
    undone = []
    while report.may("take_back_last_step"):
        report.take_back_last_step()
        undone.append(report.state)
    assert undone == ["submitted", "returned", "submitted", "due"]
    with pytest.raises(RefusedError, match="not the next step"):
        report.take_back_last_step()


def test_more_time_is_granted_once_the_member_asks():
    report = ProgressReportFactory()
    report.extend(until=today() + timedelta(days=60))
    assert (report.state, report.deadline) == ("due", today() + timedelta(days=60))
    with pytest.raises(RefusedError, match="comes after"):
        report.extend(until=date(2026, 3, 1))


def test_a_step_that_is_not_the_next_one_is_refused():
    report = ProgressReportFactory()
    with pytest.raises(RefusedError, match="not the next step: the report is in the state “overdue”"):
        report.review(on=today())
    report.submit(on=date(2026, 3, 1))
    with pytest.raises(RefusedError, match="This cannot be dated before"):
        report.review(on=date(2026, 2, 28))
    report.review(on=date(2026, 3, 1))
    for verb in ("submit", "extend", "review", "return_for_completion"):
        assert not report.may(verb)


def test_a_step_recorded_by_mistake_is_undone():
    report = ProgressReportFactory()
    report.submit(on=date(2026, 3, 1))
    report.review(on=date(2026, 4, 1))
    report.take_back_last_step()
    assert report.state == "submitted"
    report.take_back_last_step()
    assert (report.state, report.may("take_back_last_step")) == ("overdue", False)


def test_a_report_is_due_on_one_of_the_days_of_its_membership():
    report = ProgressReportFactory.build(admission=AdmissionFactory(cohort__year=2024), due_on=date(2026, 2, 15))
    with pytest.raises(ValidationError, match="due on this day"):
        report.clean()
    report.due_on = date(2026, 2, 14)
    report.clean()


@pytest.mark.parametrize(
    ("constraint", "facts"),
    [
        (
            "report_completed_after_returned",
            {"submitted_on": date(2026, 3, 1), "completed_on": date(2026, 3, 2), "returned_on": date(2026, 3, 3)},
        ),
        (
            "report_reviewed_once_complete",
            {
                "submitted_on": date(2026, 3, 1),
                "returned_on": date(2026, 3, 2),
                "completed_on": date(2026, 3, 5),
                "reviewed_on": date(2026, 3, 4),
            },
        ),
        ("report_extended_later", {"extended_to": date(2026, 2, 14)}),
        ("report_returned_after_submitted", {"returned_on": date(2026, 3, 1), "submitted_on": date(2026, 3, 2)}),
        ("report_reviewed_after_submitted", {"reviewed_on": date(2026, 3, 1), "submitted_on": date(2026, 3, 2)}),
    ],
)
def test_the_database_refuses_an_impossible_report(constraint, facts):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ProgressReportFactory(**facts)


def test_a_report_is_on_record_once():
    report = ProgressReportFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        ProgressReport.objects.create(admission=report.admission, due_on=report.due_on)


def test_a_report_belongs_to_its_year_also_when_the_day_of_the_announcement_is_set_right():
    admission = AdmissionFactory(cohort__year=2024)
    report = ProgressReportFactory(admission=admission, due_on=date(2028, 2, 14))
    report.submit(on=today())
    admission.admitted_on = date(2024, 6, 1)
    admission.save()
    assert due(date(2029, 1, 1)) == []
    report.clean()


@pytest.mark.parametrize("due_on", [date(9999, 12, 31), date(2030, 2, 14)])
def test_a_report_is_not_recorded_long_before_it_is_due(due_on):
    report = ProgressReportFactory.build(admission=AdmissionFactory(cohort__year=2024), due_on=due_on)
    with pytest.raises(ValidationError, match="due on this day"):
        report.clean()
