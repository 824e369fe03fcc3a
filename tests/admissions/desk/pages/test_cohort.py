"""Lists beside the cohort that is recorded already, and the corrections that they give."""

from datetime import date

import pytest

from admissions.desk.lists.receive import begin
from admissions.models import Admission, Correction, Recording
from tests.admissions.desk.rounds import listed, published_round, round_of
from tests.back_office import at_work
from tests.factories import CohortFactory

NAMES = ["Fez (Morocco)", "Agadir (Morocco)", "Ifrane (Morocco)"]


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def recording(db):
    """A published round of three cities, recorded anew with a list that lacks Ifrane and prints other numbers."""
    cohort = published_round(*NAMES, announced_cities=3, network_cities_after=300).cohort
    recording = begin(cohort=cohort)
    listed(recording, "2 cities join the network.", "The network has 299 cities.", *NAMES[:2])
    return recording


def address(recording):
    return recording.get_absolute_url().replace("change/", "cohort/")


def filled(recording, **facts):
    ifrane = recording.cohort.admissions.get(city__name_en="Ifrane")
    return {
        "admissions": [ifrane.pk],
        "intake": recording.intakes.get().pk,
        "on": "2026-03-01",
        "authority": "UNESCO",
        "note_en": "Ifrane was listed by mistake.",
    } | facts


def test_the_desk_says_whom_the_lists_lack(registrar, recording):
    sentences = registrar.get(recording.get_absolute_url()).context["comparison"]
    assert "Ifrane is recorded in this cohort and named by no list." in sentences
    assert registrar.get(address(recording)).context["sentences"] == sentences


def test_a_correction_annuls_with_the_list_as_its_source(registrar, recording):
    registrar.post(address(recording), filled(recording, numbers=["announced_cities:2"]))

    ifrane = Admission.objects.get(city__name_en="Ifrane")
    assert (ifrane.status, ifrane.annulled_on) == ("annulled", date(2026, 3, 1))
    correction = Correction.objects.get()
    assert list(correction.sources.all()) == [recording.intakes.get().source]
    assert (correction.cities_before, correction.cities_after, correction.network_after) == (3, 2, None)
    assert registrar.get(recording.get_absolute_url()).context["comparison"] == [
        sentence for sentence in registrar.get(address(recording)).context["sentences"] if "Ifrane" not in sentence
    ]


@pytest.mark.parametrize(
    "wrong", [{"admissions": []}, {"admissions": ["999999"]}, {"note_en": ""}, {"on": "x"}, {"numbers": ["year:1"]}]
)
def test_what_is_wrong_is_said_and_nothing_is_annulled(registrar, recording, wrong):
    response = registrar.post(address(recording), filled(recording, **wrong))
    assert (response.status_code, list(response.context["form"].errors)) == (422, list(wrong))
    assert not Correction.objects.exists()


def test_a_day_before_the_admission_is_refused_in_words(registrar, recording):
    response = registrar.post(address(recording), filled(recording, on="2020-01-01"))
    assert response.status_code == 422
    assert len(response.context["form"].non_field_errors()) == 1
    assert not Correction.objects.exists()


def test_a_round_without_a_cohort_has_nothing_to_compare(registrar, db):
    recording = round_of("Fez (Morocco)")
    assert registrar.get(recording.get_absolute_url()).context["comparison"] == []
    assert registrar.get(address(recording)).status_code == 404


def test_whoever_may_not_annul_sees_no_form(recording):
    assert at_work("editor").get(address(recording)).status_code == 403


def test_a_round_that_lacks_nobody_says_so(registrar, db):
    recording = begin(cohort=published_round("Fez (Morocco)").cohort)
    listed(recording, "Fez (Morocco)")
    assert registrar.get(address(recording)).context["sentences"] == []


# The list of another cohort

BEGIN = "/admin/admissions/recording/add/"
OTHER = "4 December 2025\n72 cities from 46 countries join the network.\nFez (Morocco)"


@pytest.fixture
def cohort(db):
    return CohortFactory(year=2024, announced_cities=40, network_cities_after=300)


def begun(cohort, **facts):
    languages = {f"{code}-language": code for code in ("en", "fr", "ar")}
    return languages | {"cohort": cohort.pk, "en-text": OTHER, "en-publisher": "UNESCO"} | facts


def test_a_list_of_another_cohort_is_stopped_with_what_differs(registrar, cohort):
    page = registrar.post(BEGIN, begun(cohort))
    (sentence,) = page.context["lists"][0].non_field_errors()
    assert (page.status_code, Recording.objects.count()) == (422, 0)
    assert sentence.startswith("This list is dated 4 December 2025; the cohort of 2024 was announced on")
    assert 'name="en-all_the_same"' in page.content.decode()
    assert page.context["lists"][0]["text"].value() == OTHER


def test_a_person_may_say_that_it_is_of_this_cohort_all_the_same(registrar, cohort):
    registrar.post(BEGIN, begun(cohort) | {"en-all_the_same": "1"})
    assert Recording.objects.get().intakes.get().text == OTHER


def test_a_list_that_is_added_later_is_stopped_too(registrar, cohort):
    recording = begin(cohort=cohort)
    address = f"/admin/admissions/recording/{recording.pk}/list/"
    filled = {"language": "en", "text": OTHER, "publisher": "UNESCO"}
    page = registrar.post(address, filled)
    assert (page.status_code, page.context["form"].is_of_another, recording.intakes.count()) == (422, True, 0)

    registrar.post(address, filled | {"all_the_same": "1"})
    assert recording.intakes.count() == 1


def test_no_list_is_asked_so_before_it_is_read(registrar):
    assert "all_the_same" not in registrar.get(BEGIN).content.decode()
