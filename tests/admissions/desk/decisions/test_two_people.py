"""Two people at one round: nobody's work is overwritten, and nothing is done twice."""

import pytest

from admissions.desk.decisions.decide import join
from admissions.desk.lists.receive import begin, record_again
from admissions.desk.release.publish import publish
from admissions.desk.release.take_back import take_back
from admissions.models import Admission, Recording
from cities.models import City
from tests.admissions.desk.rounds import listed, published_round, round_of
from tests.back_office import at_work
from tests.factories import CohortFactory, SourceFactory, UserFactory


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def numbers(page, **facts):
    """What the form of the numbers sends, as it was shown on that page, with what somebody wrote into it."""
    form = page.context["numbers"]
    shown = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}
    return shown | {"seen": form.seen} | facts


def test_numbers_that_somebody_else_changed_meanwhile_are_shown_and_kept(registrar):
    recording = round_of("Fez (Morocco)", announced_cities=1)
    desk = recording.get_absolute_url()
    one, other = registrar.get(desk), registrar.get(desk)
    registrar.post(desk, numbers(one, announced_cities="64", difference="One is to follow."))
    response = registrar.post(desk, numbers(other, announced_cities="65"))

    assert response.status_code == 422
    assert {name: list(errors) for name, errors in response.context["numbers"].errors.items()} == {
        "announced_cities": ["Somebody else wrote meanwhile: 64"],
        "difference": ["Somebody else wrote meanwhile: One is to follow."],
    }
    recording.refresh_from_db()
    assert (recording.announced_cities, recording.difference) == (64, "One is to follow.")

    registrar.post(desk, numbers(response, announced_cities="65"))
    recording.refresh_from_db()
    assert (recording.announced_cities, recording.difference) == (65, "")


def test_saving_the_numbers_of_a_round_that_was_published_meanwhile_changes_nothing(registrar):
    recording = round_of("Fez (Morocco)")
    page = registrar.get(recording.get_absolute_url())
    publish(recording)
    response = registrar.post(recording.get_absolute_url(), numbers(page, announced_cities="5"), follow=True)

    assert "This round is “published”; it cannot be changed." in response.content.decode()
    recording.refresh_from_db()
    assert (recording.state, recording.announced_cities) == ("published", None)


@pytest.mark.parametrize("script", [True, False])
def test_an_entry_that_somebody_joined_with_another_one_is_explained(registrar, script):
    one, other = round_of("Qwertz (Morocco)", "Xyzzy (Morocco)").entries.all()
    address = f"/admin/admissions/recording/{one.recording_id}/entry/{one.pk}/"
    join(one, other, version=1, by=None)
    sent = {"version": 1, "new": "1"}
    response = registrar.post(address, sent, headers={"X-Desk": "entry"} if script else {})
    assert response.status_code == (410 if script else 302)
    html = registrar.get(other.recording.get_absolute_url()).content.decode()
    assert "Somebody else joined this entry with another one, or set its list aside." in html


def test_a_round_in_work_is_not_begun_a_second_time(registrar):
    first = begin(year=2026)
    filled = {"year": "2026", "en-language": "en", "en-text": "Fez (Morocco)", "en-publisher": "UNESCO"}
    response = registrar.post("/admin/admissions/recording/add/", filled | {"fr-language": "fr", "ar-language": "ar"})
    assert response.context["form"].errors["year"] == [
        "This round is being recorded already: go on with that, by its link above."
    ]
    assert first.get_absolute_url() in response.content.decode()
    assert list(Recording.objects.all()) == [first]


def test_a_recalled_round_is_taken_up_once():
    recording = published_round("Fez (Morocco)")
    take_back(recording, reason="A wrong list.")
    assert record_again(recording, by=None) == record_again(recording, by=None)
    assert Recording.objects.count() == 2


def test_a_late_city_that_is_sent_twice_is_added_once(registrar):
    filled = {"cohort": CohortFactory(year=2024).pk, "name": "Neverville", "language": "en", "country": "MA"}
    filled |= {"source": SourceFactory().pk, "new": "1"}
    for _time in range(2):
        registrar.post("/admin/admissions/recording/add-city/", filled)
    assert (City.objects.count(), Admission.objects.count()) == (1, 1)


def test_whoever_may_not_publish_leaves_a_late_city_at_the_desk(db):
    client = at_work("registrar")
    person = client.get("/admin/").context["user"]
    group = person.groups.get()
    group.permissions.remove(group.permissions.get(codename="publish_recording"))
    filled = {"cohort": CohortFactory(year=2024).pk, "name": "Riga", "language": "en", "country": "MA"}
    html = client.post(
        "/admin/admissions/recording/add-city/", filled | {"source": SourceFactory().pk}
    ).content.decode()
    assert "Choosing one records it; somebody else publishes it." in html

    client.post("/admin/admissions/recording/add-city/", filled | {"source": SourceFactory().pk, "new": "1"})
    assert (Admission.objects.count(), Recording.objects.get().state) == (0, "open")


def test_an_empty_form_publishes_nothing(registrar):
    recording = round_of("Fez (Morocco)")
    registrar.post(f"/admin/admissions/recording/{recording.pk}/publish/", {})
    assert Recording.objects.get().state == "open"


def test_numbers_that_staff_set_right_in_the_cohort_meanwhile_stay():
    cohort = CohortFactory(year=2022, announced_cities=77, network_cities_after=294)
    recording = begin(cohort=cohort, by=UserFactory())
    cohort.announced_cities = 78
    cohort.save()
    recording.network_cities_after = 295
    recording.save()
    listed(recording, "Fez (Morocco)")
    recording.refresh_from_db()
    recording.difference, recording.difference_for = "Why.", [["cities", 1, 77]]
    recording.save()
    publish(recording)
    cohort.refresh_from_db()
    assert (cohort.announced_cities, cohort.network_cities_after) == (78, 295)
