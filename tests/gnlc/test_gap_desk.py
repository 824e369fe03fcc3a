"""One screen with what is missing."""

import pytest

from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, SourceFactory

GAPS = "/admin/gaps/"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def shown(client):
    """{kind: {what is missing: number}} as the screen shows it."""
    kinds = client.get(GAPS).context["kinds"]
    return {str(kind): {str(row.label): row.number for row in rows} for kind, rows in kinds.items()}


def test_each_gap_has_its_number_which_shrinks_when_it_is_mended(registrar):
    admission = AdmissionFactory(city=CityFactory(kind="city", name_fr="Fès"), cohort__title_fr="Admissions")
    before = shown(registrar)
    assert before["cities"] | before["admissions"] == {
        "Arabic name": 1, "coordinates": 1, "population": 1, "website": 1, "profile": 1, "photo": 1, "source": 1,
    }  # fmt: skip

    admission.sources.add(SourceFactory())
    admission.city.name_ar = "فاس"
    admission.city.save()
    after = shown(registrar)
    assert ("admissions" in after, "Arabic name" in after["cities"]) == (False, False)


def test_each_gap_leads_to_the_records_that_have_it(registrar):
    city = CityFactory(kind="city", name_fr="Fès", name_ar="فاس")
    AdmissionFactory(cohort=None, member_by="2019-03-27", city=city)
    kinds = registrar.get(GAPS).context["kinds"]
    for rows in kinds.values():
        for row in rows:
            listed = registrar.get(row.url)
            assert (listed.status_code, listed.context["cl"].result_count) == (200, row.number)


def test_figures_that_disagree_are_named_with_their_cohort(registrar):
    cohort = CohortFactory(year=2024, announced_cities=64, network_cities_after=356)
    html = registrar.get(GAPS).content.decode()
    assert "0 of 64 announced cities are recorded here. 356 published members are not recorded here." in html
    assert f"/admin/admissions/cohort/{cohort.pk}/change/" in html


@pytest.mark.parametrize("number", [3, 30])
def test_the_screen_runs_the_same_queries_however_much_is_missing(registrar, number, django_assert_num_queries):
    AdmissionFactory.create_batch(number)
    registrar.get(GAPS)
    with django_assert_num_queries(29):
        registrar.get(GAPS)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_screen_opens_in_each_language(registrar, language):
    registrar.cookies["django_language"] = language
    assert registrar.get(GAPS).status_code == 200
