"""Publishing at an instant: planned, due, late, failed."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from admissions.desk.decisions.decide import decide
from admissions.desk.release.publish import (
    HinderedError,
    hindrances,
    instant_in,
    publish,
    publish_due,
    schedule,
    unschedule,
)
from admissions.desk.release.register import enter
from admissions.models import Admission, Cohort, Recording
from cities.models import City
from tests.admissions.desk.rounds import NEXT_YEAR, decided_round, listed, register, round_of
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, RecordingFactory, UserFactory

PAGES = ["/en/", "/en/cities/", "/en/countries/", "/en/admissions/", "/en/countries/ma/", "/en/cities/?q=Agadir"]


def test_a_process_that_comes_second_has_published_nothing(monkeypatch):
    recording = schedule(round_of("Fez (Morocco)"), NEXT_YEAR, "UTC")
    Recording.objects.update(publish_at=timezone.now())
    due = list(Recording.objects.due())
    assert publish_due() == [recording]
    monkeypatch.setattr("admissions.querysets.RecordingQuerySet.due", lambda recordings: due)
    assert publish_due() == []
    assert Admission.objects.count() == 1


def test_a_round_that_fails_keeps_no_other_from_being_published(monkeypatch, caplog):
    failing = schedule(round_of("Fez (Morocco)"), NEXT_YEAR, "UTC")
    other = schedule(decided_round("Bikok (Cameroon)", year=2028), NEXT_YEAR, "UTC")
    Recording.objects.update(publish_at=timezone.now())

    def enter_others(recording):
        if recording == failing:
            raise OSError("The disk is full.")
        return enter(recording)

    monkeypatch.setattr("admissions.desk.release.publish.enter", enter_others)
    assert publish_due() == [other]
    failing.refresh_from_db()
    assert (failing.state, failing.failed_at is None) == ("scheduled", False)

    monkeypatch.undo()
    assert publish_due() == [failing]
    assert Recording.objects.get(pk=failing.pk).failed_at is None


@override_settings(SECOND_PERSON_PUBLISHES=True)
def test_a_second_person_publishes_or_schedules_where_that_is_asked():
    first, second = UserFactory(), UserFactory()
    recording = round_of("Fez (Morocco)", started_by=first)
    for deed in (lambda: publish(recording, by=first), lambda: schedule(recording, NEXT_YEAR, "UTC", by=first)):
        with pytest.raises(HinderedError, match="^Whoever prepared the round cannot publish it"):
            deed()

    assert schedule(recording, NEXT_YEAR, "UTC", by=second).published_by == second
    assert publish(recording, by=second).state == "published"


def test_until_a_round_is_published_nothing_of_it_leaks(client):
    AdmissionFactory(city=CityFactory(name_en="Fez", slug="fez"), cohort=CohortFactory(year=2020))

    def seen():
        pages = [client.get(page).content for page in [*PAGES, "/en/admissions/2020/", "/en/cities/fez/"]]
        return pages, register(), list(City.objects.members()), City.objects.count()

    before = seen()
    recording = round_of("Agadir (Morocco)", "Fez (Morocco)", "Bikok (Cameroon)")
    assert [entry.decision for entry in recording.entries.all()] == ["new", "open", "open"]
    listed(recording, "Agadir (Maroc)", "Fez (Maroc)", "Bikok (Cameroun)", language="fr")
    fez = recording.entries.get(name_en="Fez")
    decide(fez, "existing", version=fez.version, by=UserFactory(), city=City.objects.get())
    assert seen() == before
    schedule(recording, NEXT_YEAR, "UTC")
    assert publish_due() == []
    assert seen() == before
    assert (client.get("/en/admissions/2026/").status_code, client.get("/en/cities/agadir/").status_code) == (404, 404)

    publish(recording)
    assert (client.get("/en/admissions/2026/").status_code, client.get("/en/cities/agadir/").status_code) == (200, 200)


def test_a_scheduled_round_is_published_after_its_instant_and_not_before():
    person = UserFactory()
    recording = schedule(round_of("Fez (Morocco)"), NEXT_YEAR, "Africa/Casablanca", by=person)
    assert (recording.state, recording.publish_at, recording.time_zone) == (
        "scheduled",
        NEXT_YEAR,
        "Africa/Casablanca",
    )
    assert (publish_due(), Cohort.objects.count()) == ([], 0)

    Recording.objects.update(publish_at=timezone.now() - timedelta(seconds=1))
    assert publish_due() == [recording]
    assert publish_due() == []
    assert Recording.objects.values_list("state", "published_by", "failed_at").get() == ("published", person.pk, None)
    assert [admission.city.slug for admission in Admission.objects.all()] == ["fez"]


def test_an_instant_that_has_passed_is_refused():
    recording = round_of("Fez (Morocco)")
    with pytest.raises(HinderedError, match="^This instant has passed; choose a later one, or publish now.$"):
        schedule(recording, timezone.now() - timedelta(minutes=1), "UTC")

    assert Recording.objects.get().state == "open"


def test_a_round_that_is_hindered_or_public_is_not_scheduled():
    with pytest.raises(HinderedError, match="^No city is listed yet.$"):
        schedule(RecordingFactory(), NEXT_YEAR, "UTC")
    published = publish(round_of("Fez (Morocco)"))
    with pytest.raises(HinderedError, match="^This round is public already.$"):
        schedule(published, NEXT_YEAR, "UTC")


def test_a_scheduled_round_can_get_another_instant_or_go_back_to_work():
    recording = schedule(round_of("Fez (Morocco)"), NEXT_YEAR, "UTC", by=UserFactory())
    later = NEXT_YEAR + timedelta(days=1)
    assert schedule(recording, later, "Asia/Seoul").publish_at == later

    unscheduled = unschedule(recording)
    assert (unscheduled.state, unscheduled.published_by) == ("open", None)
    published = publish(recording)
    assert unschedule(recording).state == published.state == "published"


def test_a_due_round_that_the_registry_has_overtaken_goes_back_to_work_and_says_why(caplog):
    overtaken = schedule(round_of("Fez (Morocco)"), NEXT_YEAR, "UTC", by=UserFactory())
    other = schedule(decided_round("Bikok (Cameroon)", year=2028), NEXT_YEAR, "UTC")
    CityFactory(name_en="Fez", geonames_id=2548885)
    Recording.objects.update(publish_at=timezone.now())
    with caplog.at_level(logging.WARNING):
        assert publish_due() == [other]

    sentence = "Fez has entered the registry meanwhile: decide about it again."
    overtaken.refresh_from_db()
    assert (overtaken.state, hindrances(overtaken), overtaken.published_by) == ("open", [sentence], None)
    assert overtaken.failed_at is not None
    assert caplog.messages == [f"Recording {overtaken.pk} was not published in time: {sentence}"]
    assert publish_due() == []


@pytest.mark.parametrize(
    ("local", "zone", "instant"),
    [
        ("2026-03-28 10:00", "Europe/Berlin", "2026-03-28 09:00"),
        ("2026-03-30 10:00", "Europe/Berlin", "2026-03-30 08:00"),
        ("2026-07-01 10:00", "Asia/Seoul", "2026-07-01 01:00"),
        ("2026-07-01 10:00", "UTC", "2026-07-01 10:00"),
    ],
)
def test_an_instant_is_what_the_clocks_of_a_zone_show(local, zone, instant):
    found = instant_in(datetime.fromisoformat(local), zone)

    assert found == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    recording = RecordingFactory(publish_at=found, time_zone=zone, state="scheduled")
    recording.refresh_from_db()
    assert f"{recording.publish_at_local:%Y-%m-%d %H:%M}" == local
