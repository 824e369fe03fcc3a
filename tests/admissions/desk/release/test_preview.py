"""The pages as they will be, of which nothing is left."""

import pytest
from django.http import Http404
from django.urls import get_script_prefix

from admissions.desk.decisions.decide import reopen
from admissions.desk.release import preview
from admissions.desk.release.preview import as_published, outlook, page_as_published, state_of
from admissions.desk.release.publish import publish
from admissions.models import Recording
from cities.models import City
from records.models import HistoryEntry
from tests.admissions.desk.rounds import decided_round, register, round_of
from tests.factories import AdmissionFactory, CityFactory

PREFIX = "/admin/preview/"


def everything():
    return register(), list(Recording.objects.values()), HistoryEntry.objects.count()


def test_inside_the_register_holds_the_round_and_afterwards_nothing_of_it():
    AdmissionFactory(cohort__year=2020)
    recording = decided_round("Fez (Morocco)", "Bikok (Cameroon)")
    before = everything(), list(recording.entries.values())
    with as_published(recording) as cohort:
        inside = cohort.slug, list(cohort.admissions.values_list("city__slug", flat=True)), City.objects.count()

    assert inside == ("2026", ["bikok", "fez"], 3)
    assert (everything(), list(recording.entries.values())) == before


def test_what_is_undecided_is_not_shown_yet():
    recording = decided_round("Fez (Morocco)", "Bikok (Cameroon)")
    reopen(recording.entries.get(name_en="Fez"), version=1, by=None)
    with as_published(recording) as cohort:
        assert list(cohort.admissions.values_list("city__slug", flat=True)) == ["bikok"]


def test_a_place_that_was_recorded_meanwhile_does_not_break_the_preview():
    recording = decided_round("Fez (Morocco)", "Bikok (Cameroon)")
    CityFactory(geonames_id=2548885)
    with as_published(recording) as cohort:
        assert list(cohort.admissions.values_list("city__slug", flat=True)) == ["bikok"]


def test_nothing_is_left_where_a_page_fails():
    recording = round_of("Fez (Morocco)")
    before = everything()
    with pytest.raises(ZeroDivisionError), as_published(recording):
        raise ZeroDivisionError

    assert everything() == before


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/admissions/2026/", ["Admissions of 2026", "Fez", "Morocco"]),
        ("/fr/cities/fez/", ["Fez", "Maroc"]),
        ("/ar/countries/ma/", ["المغرب"]),
        ("/en/cities/", ["Fez"]),
    ],
)
def test_pages_are_as_they_will_be_with_links_that_stay_in_the_preview(rf, path, words):
    recording = round_of("Fez (Morocco)")
    before = everything()
    answer = page_as_published(recording, rf.get(f"{PREFIX}{path[1:]}"), path, PREFIX)
    page = answer.content.decode()

    assert (answer.status_code, [word for word in words if word not in page]) == (200, [])
    assert f'href="{PREFIX}{path[1:3]}/admissions/' in page
    assert f'href="{path[:3]}/' not in page
    assert get_script_prefix() == "/"
    assert everything() == before


def test_what_is_no_public_page_is_not_found(rf):
    recording = round_of("Fez (Morocco)")
    for path in ("/en/nowhere/at/all/", "/en/cities/bikok/", "/en/admissions/2031/"):
        with pytest.raises(Http404):
            page_as_published(recording, rf.get(path), path, PREFIX)
    assert get_script_prefix() == "/"


@pytest.mark.django_db(transaction=True)
def test_the_outlook_of_a_state_is_made_once_and_leaves_nothing(monkeypatch):
    recording = decided_round("Fez (Morocco)", "Bikok (Cameroon)")
    before = everything()
    outlooks = [outlook(recording) for _time in range(2)]

    assert [found["after"] for found in outlooks] == [{"cities": 2, "countries": 2}] * 2
    assert [str(each.city) for each in outlooks[0]["new"]] == ["Bikok", "Fez"]
    assert everything() == before
    monkeypatch.setattr(preview, "enter", lambda recording: 1 / 0)
    assert outlook(recording)["after"] == {"cities": 2, "countries": 2}
    recording.entries.update(name_fr="Fès")
    with pytest.raises(ZeroDivisionError):
        outlook(recording)


def test_a_decision_and_a_change_of_the_register_make_another_state():
    recording = round_of("Fez (Morocco)")
    states = [state_of(recording), state_of(recording)]
    recording.entries.update(name_fr="Fès")
    states.append(state_of(recording))
    CityFactory()
    states.append(state_of(recording))

    assert (states[0] == states[1], len(set(states))) == (True, 3)


@pytest.mark.django_db(transaction=True)
def test_of_a_round_that_is_public_no_copy_is_left(settings, tmp_path):
    settings.SCRATCH_ROOT = tmp_path
    recording = round_of("Fez (Morocco)")
    outlook(recording)
    publish(recording)

    assert list(tmp_path.iterdir()) == []
