from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from admissions.models import Admission
from tests.back_office import at_work, listed, sentences
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CityFactory,
    CohortFactory,
    CountryFactory,
    SourceFactory,
)

ADMISSIONS = "/admin/admissions/admission/"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def filled(db):
    """What a registrar fills into the form of a good admission."""
    return {
        "city": CityFactory(name_en="Fez").pk,
        "cohort": CohortFactory(year=2024).pk,
        "name_as_announced": "Fès",
        "confidence": "listed",
        "sources": [SourceFactory().pk],
    }


def test_a_registrar_records_an_admission(registrar, filled):
    assert registrar.post(f"{ADMISSIONS}add/", filled).status_code == 302
    assert str(Admission.objects.get()) == "Fès · 2024"


def test_nothing_is_recorded_without_a_source(registrar, filled):
    response = registrar.post(f"{ADMISSIONS}add/", filled | {"sources": []})
    assert sentences(response) == ["Name at least one source; nothing is recorded without one."]
    assert not Admission.objects.exists()


def test_a_second_current_membership_is_refused(registrar, filled):
    AdmissionFactory(city_id=filled["city"], cohort__year=2015)
    (sentence,) = sentences(registrar.post(f"{ADMISSIONS}add/", filled))
    assert sentence.startswith("This city is a member already: end that membership first")


def test_the_founding_of_the_network_admits_nobody(registrar, filled):
    founding = CohortFactory(year=2013, kind="founding")
    response = registrar.post(f"{ADMISSIONS}add/", filled | {"cohort": founding.pk})
    assert sentences(response) == ["The founding of the network admitted nobody; choose another cohort."]


def test_the_list_of_cohorts_leads_to_their_admissions_and_to_a_new_one(registrar):
    cohort = AdmissionFactory(cohort__year=2024).cohort
    html = registrar.get("/admin/admissions/cohort/").content.decode()
    assert f'href="{ADMISSIONS}?cohort=2024"' in html
    assert f'href="/admin/admissions/recording/add-city/?cohort={cohort.pk}"' in html
    form = registrar.get(f"{ADMISSIONS}add/", {"cohort": cohort.pk}).content.decode()
    assert f'<option value="{cohort.pk}" selected>Admissions of 2024 · 2024</option>' in form


def test_the_next_admission_begins_with_the_same_cohort_and_sources(registrar, filled):
    response = registrar.post(f"{ADMISSIONS}add/", filled | {"_addanother": "1"})
    (source,) = filled["sources"]
    assert response.url == f"{ADMISSIONS}add/?cohort={filled['cohort']}&confidence=listed&sources={source}"


def test_announced_and_recorded_numbers_stand_side_by_side(registrar):
    cohort = CohortFactory(year=2024, announced_cities=64)
    AdmissionFactory(cohort=cohort)
    AnnulledAdmissionFactory(cohort=cohort)
    (row,) = listed(registrar.get("/admin/admissions/cohort/"))
    assert (row.announced_cities, row.recorded_cities, row.admissions_recorded) == (64, 1, 2)


def test_cohorts_sort_by_the_number_recorded(registrar):
    small = AdmissionFactory(cohort__year=2024).cohort
    large = [AdmissionFactory(cohort__year=2015), AdmissionFactory(cohort__year=2015)][0].cohort
    columns = registrar.get("/admin/admissions/cohort/").context["cl"].list_display
    place = columns.index("recorded_cities")
    assert listed(registrar.get("/admin/admissions/cohort/", {"o": place})) == [small, large]
    assert listed(registrar.get("/admin/admissions/cohort/", {"o": f"-{place}"})) == [large, small]


def test_admissions_are_chosen_by_cohort_country_and_what_they_lack(registrar):
    sourced = AdmissionFactory(cohort__year=2024)
    sourced.sources.add(SourceFactory())
    undated = AdmissionFactory(cohort=None, member_by=date(2019, 3, 1), city__country=CountryFactory(code="KR"))
    chosen = {
        ("cohort", "2024"): [sourced],
        ("cohort", "unknown"): [undated],
        ("country", "KR"): [undated],
        ("missing", "source"): [undated],
    }
    for (name, value), expected in chosen.items():
        assert listed(registrar.get(ADMISSIONS, {name: value})) == expected


def test_an_admission_is_found_by_any_spelling_of_its_city(registrar):
    admission = AdmissionFactory(city__name_en="Fez", city__name_ar="فاس")
    AdmissionFactory()
    assert listed(registrar.get(ADMISSIONS, {"q": "فاس"})) == [admission]


def test_cities_are_chosen_by_the_cohort_they_were_admitted_in(registrar):
    founder = AdmissionFactory(cohort__year=2015, cohort__last_year=2016).city
    undated = AdmissionFactory(cohort=None).city
    annulled = AnnulledAdmissionFactory(cohort__year=2024).city
    chosen = {"2015": [founder], "unknown": [undated], "none": [annulled]}
    for cohort, expected in chosen.items():
        assert listed(registrar.get("/admin/cities/city/", {"cohort": cohort})) == expected


def test_the_page_of_a_city_shows_its_admissions(registrar):
    admission = AdmissionFactory()
    html = registrar.get(f"/admin/cities/city/{admission.city_id}/change/").content.decode()
    assert f"{ADMISSIONS}{admission.pk}/change/" in html
    assert f"{ADMISSIONS}add/?city={admission.city_id}" in html


def test_the_list_asks_the_database_as_often_for_many_admissions_as_for_few(registrar):
    def number_of_queries():
        with CaptureQueriesContext(connection) as queries:
            assert registrar.get(ADMISSIONS).status_code == 200
        return len(queries)

    for _ in range(3):
        AdmissionFactory().sources.add(SourceFactory())
    few = number_of_queries()
    for _ in range(27):
        AdmissionFactory().sources.add(SourceFactory())
    assert number_of_queries() == few <= 10


def test_a_translator_is_told_what_is_wrong_with_a_record_that_somebody_else_must_mend(db):
    wrong = AdmissionFactory(cohort__year=2024, ended_on=date(2024, 2, 1), end_reason="withdrew")
    response = at_work("translator").post(f"{ADMISSIONS}{wrong.pk}/change/", {"note_fr": "Ville voisine"})
    assert sentences(response) == ["A membership ends after the day of admission."]


def test_a_registrar_deletes_nothing(registrar):
    admission = AdmissionFactory()
    assert registrar.post(f"{ADMISSIONS}{admission.pk}/delete/", {"post": "yes"}).status_code == 403
    assert listed(registrar.get(ADMISSIONS)) == [admission]
    assert "delete_selected" not in registrar.get(ADMISSIONS).content.decode()
