"""The last pages of the desk: preview, publish, take back, record again."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from admissions.desk.decisions.decide import decide
from admissions.desk.release.publish import publish
from admissions.models import Admission, Award, Recording
from cities.models import City
from tests.admissions.desk.rounds import NEXT_YEAR, published_round, register, round_of
from tests.back_office import at_work
from tests.factories import RecordingFactory


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def address(recording, page):
    return f"/admin/admissions/recording/{recording.pk}/{page}"


def test_the_preview_says_what_changes_and_what_is_missing(registrar):
    recording = round_of("Fez (Morocco)")
    outlook = registrar.get(address(recording, "preview/")).context["outlook"]

    assert (outlook["before"], outlook["after"]) == ({"cities": 0, "countries": 0}, {"cities": 1, "countries": 1})
    assert [(str(each.city), each.is_new, each.missing) for each in outlook["cities"]] == [
        ("Fez", True, ["French name"])
    ]
    assert not City.objects.exists()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("en/admissions/2026/", "1 city is recorded here"),
        ("fr/cities/fez/", "Maroc"),
        ("ar/cities/", "فاس"),
    ],
)
def test_public_pages_are_shown_as_they_will_be_with_links_that_stay_in_the_preview(registrar, path, text):
    recording = round_of("Fez (Morocco)")
    response = registrar.get(address(recording, f"preview/{path}"))
    html = response.content.decode()

    assert text in html
    assert f'href="{address(recording, "preview/")}{path[:2]}/cities/' in html
    assert f'href="/{path[:2]}/' not in html
    assert 'href="/static/' in html
    assert "no-store" in response.headers["Cache-Control"]
    assert registrar.get(f"/{path[:2]}/cities/fez/").status_code == 404


@pytest.mark.parametrize("path", ["en/cities/atlantis/", "admin/", "nowhere/", "en/nowhere/"])
def test_what_is_no_public_page_has_no_preview(registrar, path):
    assert registrar.get(address(round_of("Fez (Morocco)"), f"preview/{path}")).status_code == 404


def test_a_round_is_published_now(registrar):
    recording = round_of("Fez (Morocco)")
    registrar.post(address(recording, "publish/"), {"now": "1"})

    recording.refresh_from_db()
    assert (recording.state, recording.published_by.username) == ("published", "registrar")
    assert registrar.get("/en/cities/fez/").status_code == 200


def test_publishing_says_what_is_in_the_way_and_writes_nothing(registrar):
    response = registrar.post(address(round_of("Santiago (Mexico)"), "publish/"), {"now": "1"})
    assert (response.status_code, response.context["hindrances"]) == (422, ["1 entry is undecided."])
    assert not Admission.objects.exists()


def test_time_zones_begin_with_paris_utc_and_those_of_the_person(registrar):
    RecordingFactory(year=2025, time_zone="Africa/Nairobi").prepared_by.add(User.objects.get())
    RecordingFactory(year=2024, time_zone="Asia/Tokyo")
    recording = round_of("Fez (Morocco)")
    form = registrar.get(recording.get_absolute_url().replace("change/", "publish/")).context["form"]
    (_usual, usual), (_all, others) = form.fields["time_zone"].choices

    assert [name for name, _label in usual] == ["Europe/Paris", "UTC", "Africa/Nairobi"]
    names = [name for name, _label in others]
    assert names == sorted(set(names) - {"Europe/Paris", "UTC", "Africa/Nairobi"})
    assert "Asia/Tokyo" in names


def test_an_instant_is_given_in_a_time_zone_and_shown_in_both(registrar):
    recording = round_of("Fez (Morocco)")
    when = {"schedule": "1", "local": f"{NEXT_YEAR.year}-01-20T14:00", "time_zone": "Africa/Nairobi"}
    registrar.post(address(recording, "publish/"), when)

    recording.refresh_from_db()
    assert recording.publish_at == datetime(NEXT_YEAR.year, 1, 20, 11, tzinfo=UTC)
    html = registrar.get(recording.get_absolute_url()).content.decode()
    year = NEXT_YEAR.year
    sentence = f"at 20 January {year}, 14:00 (Africa/Nairobi), which is 20 January {year}, 11:00 UTC. To change"
    assert sentence in " ".join(html.split())


@pytest.mark.parametrize(
    ("local", "sentence"),
    [
        ("2020-01-01T10:00", "This instant has passed; choose a later one, or publish now."),
        ("2032-03-28T02:30", "Clocks in this time zone never show this hour: they are put forward then."),
        ("soon", "Enter a valid date/time."),
        ("9999-12-31T23:00", "Choose a year between 2015 and 2100."),
    ],
)
def test_an_instant_that_cannot_be_is_refused_with_a_sentence(registrar, local, sentence):
    recording = round_of("Fez (Morocco)")
    when = {"schedule": "1", "local": local, "time_zone": "Europe/Paris"}
    response = registrar.post(address(recording, "publish/"), when)
    assert (response.status_code, sentence in response.content.decode()) == (422, True)
    assert Recording.objects.get().state == "open"


def test_a_round_that_waits_is_taken_back_to_work(registrar):
    recording = round_of("Fez (Morocco)")
    when = {"schedule": "1", "local": f"{NEXT_YEAR.year}-01-20T14:00", "time_zone": "UTC"}
    registrar.post(address(recording, "publish/"), when)
    registrar.post(address(recording, "publish/"), {"unschedule": "1"})
    recording.refresh_from_db()
    assert (recording.state, recording.may_be_changed) == ("open", True)


def test_whoever_prepared_a_round_does_not_publish_it_where_a_second_person_has_to(registrar, settings):
    settings.SECOND_PERSON_PUBLISHES = True
    recording = round_of("Fez (Morocco)")
    registrar.post(address(recording, f"entry/{recording.entries.get().pk}/"), {"version": 1, "new": "1"})
    response = registrar.post(address(recording, "publish/"), {"now": "1"})
    assert response.context["hindrances"] == ["Whoever prepared the round cannot publish it; somebody else has to."]

    at_work("superuser").post(address(recording, "publish/"), {"now": "1"})
    recording.refresh_from_db()
    assert (recording.state, recording.published_by.username) == ("published", "superuser")


def test_a_round_is_taken_back_and_its_addresses_say_so(registrar):
    before = register()
    recording = published_round("Fez (Morocco)")
    registrar.post(address(recording, "take-back/"), {"reason": "A wrong list."})

    assert register() == before
    for path, sentence in [
        ("/en/admissions/2026/", "were recalled on"),
        ("/en/cities/fez/", "that was recalled on"),
        ("/fr/cities/fez/", "retiré le"),
        ("/ar/cities/fez/", "سُحبت"),
    ]:
        response = registrar.get(path)
        assert (response.status_code, sentence in response.content.decode()) == (410, True)
    assert "Admissions of 2026" in registrar.get("/en/admissions/").content.decode()


def test_what_stays_is_named_before_and_after(registrar):
    recording = published_round("Fez (Morocco)", "Agadir (Morocco)")
    Award.objects.create(city=City.objects.get(slug="fez"), year=2026, name_as_announced="Fez")
    asked = registrar.get(address(recording, "take-back/"))
    assert "Undone: 2 admissions · 1 new city" in " ".join(asked.content.decode().split())
    assert f"/admin/admissions/award/{Award.objects.get().pk}/change/" in asked.content.decode()
    assert [str(change) for change in asked.context["kept"]] == ["Fez"]
    assert Admission.objects.count() == 2

    registrar.post(address(recording, "take-back/"), {"reason": "A wrong list."})
    told = registrar.get(recording.get_absolute_url())
    assert [(str(kept), kept.kept_because) for kept in told.context["kept_changes"]] == [("Fez", "used")]
    html = registrar.get("/en/cities/fez/").content.decode()
    assert "No admission of this city is recorded." in html
    assert "An admission of this city was published here on" in html
    assert f"/admin/cities/city/{City.objects.get().pk}/change/" in told.content.decode()


def test_an_admission_that_was_edited_stays_and_the_pages_say_so(registrar):
    recording = published_round("Fez (Morocco)", "Agadir (Morocco)")
    Admission.objects.filter(city__slug="fez").update(note_en="Ceremony in May.")
    registrar.post(address(recording, "take-back/"), {"reason": "A wrong list."})
    html = registrar.get("/en/admissions/2026/").content.decode()
    assert "1 of them stays, because it has been edited or used since; the others count nowhere." in html
    assert "An admission of this city was published here" not in registrar.get("/en/cities/fez/").content.decode()


def test_a_later_admission_is_no_second_announcement_any_more_when_the_first_one_is_taken_back(registrar):
    first = published_round("Fez (Morocco)")
    city = City.objects.get()
    later = round_of("Fez (Morocco)", year=2028)
    decide(later.entries.get(), "existing", version=1, by=None, city=city)
    publish(later)
    assert Admission.objects.get(cohort__year=2028).announced_again

    registrar.post(address(first, "take-back/"), {"reason": "A wrong list."})
    assert list(Admission.objects.values_list("cohort__year", "announced_again")) == [(2028, False)]
    registrar.post(address(later, "take-back/"), {"reason": "A wrong list too."})
    assert not Admission.objects.exists()


def test_taking_back_needs_a_reason(registrar):
    recording = published_round("Fez (Morocco)")
    response = registrar.post(address(recording, "take-back/"), {"reason": " "}, follow=True)
    assert "Say why the round is taken back." in response.content.decode()
    assert Admission.objects.count() == 1


def test_a_round_that_was_taken_back_is_recorded_again_and_the_trace_stays(registrar):
    recording = published_round("Fez (Morocco)")
    registrar.post(address(recording, "take-back/"), {"reason": "A wrong list."})
    response = registrar.post(address(recording, "again/"))
    again = Recording.objects.exclude(pk=recording.pk).get()
    assert response.url == again.get_absolute_url()

    registrar.post(address(again, "publish/"), {"now": "1"})
    html = registrar.get("/en/admissions/2026/").content.decode()
    assert ("were recalled on" in html, "1 city is recorded here" in html) == (True, True)
    assert registrar.get("/en/cities/fez/").status_code == 200
