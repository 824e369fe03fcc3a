"""A day begins at midnight UTC: what holds for a day holds from its first instant to its last, and no longer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from admissions.lifecycle.waiting import waiting
from admissions.models import Admission
from admissions.reporting import due_reports
from cities.models import City
from news.models import Event, NewsItem
from records.as_of import today
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    EventFactory,
    NewsItemFactory,
    ProgressReportFactory,
)

DAY = date(2031, 9, 24)
MIDNIGHT = datetime(2031, 9, 24, tzinfo=UTC)
INSTANT_BEFORE = MIDNIGHT - timedelta(microseconds=1)
LAST_INSTANT = MIDNIGHT + timedelta(days=1, microseconds=-1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(monkeypatch):
    """The clock, as in `at(MIDNIGHT)`."""

    def stand_at(instant):
        monkeypatch.setattr(timezone, "now", lambda: instant)

    return stand_at


def around_midnight(at, question):
    """What a question is answered an instant before the day, at its first instant and at its last."""
    answers = []
    for instant in (INSTANT_BEFORE, MIDNIGHT, LAST_INSTANT):
        at(instant)
        answers.append(question())
    return answers


def members():
    return City.objects.as_of(today()).count()


def test_a_day_is_the_one_in_utc(at):
    assert around_midnight(at, today) == [date(2031, 9, 23), DAY, DAY]


def test_a_cohort_counts_from_the_first_instant_of_its_day(at, client):
    city = AdmissionFactory(cohort__year=2031, cohort__announced_on=DAY, cohort__slug="2031").city
    assert around_midnight(at, members) == [0, 1, 1]
    paths = ["/en/admissions/2031/", city.get_absolute_url()]
    assert around_midnight(at, lambda: [client.get(path).status_code for path in paths]) == [
        [404, 404], [200, 200], [200, 200]
    ]  # fmt: skip


def test_a_member_that_leaves_is_one_until_the_last_instant_before_its_day(at, client):
    AdmissionFactory(ended_on=DAY, end_reason="withdrew")
    assert around_midnight(at, members) == [1, 0, 0]
    assert around_midnight(at, lambda: client.get("/en/").context["members"]) == [1, 0, 0]


def test_an_annulled_member_is_one_until_the_last_instant_before_the_correction(at):
    AnnulledAdmissionFactory(annulled_on=DAY)
    assert around_midnight(at, members) == [1, 0, 0]


def test_news_is_shown_from_its_very_instant(at, client):
    item = NewsItemFactory(status="scheduled", shown_from=MIDNIGHT)
    assert around_midnight(at, lambda: NewsItem.objects.public().count()) == [0, 1, 1]
    assert around_midnight(at, lambda: client.get(item.get_absolute_url()).status_code) == [404, 200, 200]


def test_a_day_can_be_asked_for_from_its_first_instant(at, client):
    def refusals():
        errors = client.get(f"/en/cities/?as_of={DAY}").context["filter"].form.errors.as_data()
        return [error.code for each in errors.values() for error in each]

    assert around_midnight(at, refusals) == [["future"], [], []]


@pytest.mark.parametrize(("ends_on", "coming"), [(DAY, [1, 1, 1]), (DAY - timedelta(days=1), [1, 0, 0])])
def test_an_event_is_past_when_its_last_day_is_over(at, ends_on, coming):
    EventFactory(starts_on=ends_on - timedelta(days=1), ends_on=ends_on)
    assert around_midnight(at, lambda: Event.objects.coming().count()) == coming
    assert around_midnight(at, lambda: Event.objects.past().count()) == [1 - number for number in coming]


@pytest.mark.parametrize(("due_on", "late"), [(DAY, [0, 0, 0]), (DAY - timedelta(days=1), [0, 1, 1])])
def test_a_report_is_late_from_the_day_after_the_one_on_which_it_is_due(at, due_on, late):
    ProgressReportFactory(admission__admitted_on=date(2029, 9, 24), due_on=due_on)
    assert around_midnight(at, lambda: sum(desk.late for desk in waiting())) == late


def test_what_is_due_on_a_day_is_due_by_that_day(at):
    AdmissionFactory(admitted_on=date(2029, 9, 24))
    at(MIDNIGHT)
    due = {day: len(due_reports(Admission.objects.standing_on(DAY), day)) for day in (DAY - timedelta(days=1), DAY)}
    assert due == {DAY - timedelta(days=1): 0, DAY: 1}
