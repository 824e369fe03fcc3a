"""The page of a source."""

import pytest

from tests.factories import (
    AdmissionFactory,
    CorrectionFactory,
    IntakeFactory,
    ReportedFigureFactory,
    SourceFactory,
)


@pytest.fixture
def source(db):
    return SourceFactory(slug="release", title="UNESCO welcomes 64 new members")


def test_it_lists_everything_public_that_rests_on_it(client, source):
    admission = AdmissionFactory(city__name_en="Fez", cohort__year=2024)
    correction = CorrectionFactory(cohort=admission.cohort)
    for record in (admission, admission.cohort, correction):
        record.sources.add(source)
    ReportedFigureFactory(source=source)

    groups = client.get("/en/sources/release/").context["groups"]
    assert {str(label): [(str(record), address) for record, _, address in records] for label, records in groups} == {
        "admissions": [("Fez · 2024", admission.city.get_absolute_url())],
        "cohorts": [("Admissions of 2024", "/en/admissions/2024/")],
        "corrections": [("Admissions of 2024 · Admission withdrawn", "/en/admissions/2024/")],
        "reported figures": [("23 September 2020 · 229/64", "")],
    }


def test_a_source_that_only_waits_at_the_desk_has_no_page(client, source):
    IntakeFactory(source=source)
    assert client.get("/en/sources/release/").status_code == 404


def test_every_source_shown_leads_to_what_rests_on_it(client, source):
    AdmissionFactory(city__slug="fez").sources.add(source)
    assert 'href="/en/sources/release/"' in client.get("/en/cities/fez/").content.decode()


@pytest.mark.parametrize(("kinds", "said"), [(["press"], True), (["press", "network"], False), ([], False)])
def test_an_admission_known_from_the_press_only_says_so(client, db, kinds, said):
    admission = AdmissionFactory(city__slug="fez")
    admission.sources.set([SourceFactory(kind=kind) for kind in kinds])
    assert ("from the press only" in client.get("/en/cities/fez/").content.decode()) is said
