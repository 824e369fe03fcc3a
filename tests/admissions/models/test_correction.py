"""Corrections: what was announced and then set right."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from lxml import html

from admissions.models import Correction
from tests.back_office import at_work, sentences
from tests.factories import AnnulledAdmissionFactory, CohortFactory, CorrectionFactory, SourceFactory


@pytest.fixture
def corrected(db):
    """Laayoune, announced in 2020 and removed a day later."""
    cohort = CohortFactory(year=2020, announced_on=date(2020, 9, 23), announced_cities=54, network_cities_after=229)
    admission = AnnulledAdmissionFactory(
        cohort=cohort, annulled_on=date(2020, 9, 24), city__slug="laayoune", city__name_en="Laayoune"
    )
    correction = CorrectionFactory(cohort=cohort, city=admission.city, note_fr="Une ville a été retirée.")
    correction.sources.add(SourceFactory(title="Corrigendum of the institute"))
    return correction


@pytest.mark.parametrize(("day", "announced"), [(date(2020, 9, 23), (55, 230)), (date(2020, 9, 24), (54, 229))])
def test_announced_numbers_are_those_of_the_day(corrected, day, announced):
    cohort = corrected.cohort.as_announced_by(day)
    assert (cohort.announced_cities, cohort.network_cities_after) == announced


def test_several_corrections_are_undone_in_their_order(corrected):
    CorrectionFactory(cohort=corrected.cohort, corrected_on=date(2021, 1, 1), cities_before=54, cities_after=53)
    corrected.cohort.announced_cities = 53
    seen = [corrected.cohort.as_announced_by(date(2021, 1, 1)).announced_cities]
    seen += [corrected.cohort.as_announced_by(day).announced_cities for day in (date(2020, 12, 31), date(2020, 9, 23))]
    assert seen == [53, 54, 55]


@pytest.mark.parametrize("path", ["admissions/2020/", "cities/laayoune/"])
@pytest.mark.parametrize(("language", "note"), [("en", "One city was removed."), ("fr", "Une ville a été retirée.")])
def test_the_pages_of_cohort_and_city_tell_the_correction_with_its_source(client, corrected, path, language, note):
    said = client.get(f"/{language}/{path}").content.decode()
    assert note in said
    assert "Corrigendum of the institute" in said


def test_the_list_of_corrections_tells_each_with_its_cohort_its_city_and_its_source(client, corrected):
    CorrectionFactory(slug="later", cohort=corrected.cohort, corrected_on=date(2021, 1, 1), note_en="A number.")
    CorrectionFactory(slug="not-yet", corrected_on=date(2090, 1, 1))

    page = html.fromstring(client.get("/en/corrections/").content.decode())
    entries = page.xpath("//li[starts-with(@id, 'correction-')]")
    assert [entry.get("id") for entry in entries] == ["correction-later", f"correction-{corrected.slug}"]
    assert "Cities announced: 55 before the correction, 54 after it." in entries[1].text_content()
    assert "Corrigendum of the institute" in entries[1].text_content()
    assert entries[1].xpath("p[1]/a/@href") == ["/en/cities/laayoune/", "/en/admissions/2020/"]
    assert entries[0].xpath("p[1]/a/@href") == ["/en/admissions/2020/"]
    assert "/en/corrections.atom" in page.xpath("//main//a/@href")


def test_the_list_of_corrections_asks_a_fixed_number_of_questions(client, corrected, django_assert_num_queries):
    for number in range(3):
        CorrectionFactory(cohort=CohortFactory(year=2021 + number), corrected_on=date(2021 + number, 6, 1))
    with django_assert_num_queries(3):
        client.get("/en/corrections/")


def test_admissions_lead_to_the_corrections(client, corrected):
    page = html.fromstring(client.get("/en/admissions/").content.decode())
    assert "/en/corrections/" in page.xpath("//main//a/@href")


def test_as_of_the_day_of_the_announcement_the_correction_is_not_known(client, corrected):
    said = client.get("/en/admissions/2020/", {"as_of": "2020-09-23"}).content.decode()
    assert "One city was removed." not in said
    assert "1 of the 55 announced cities" in said


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"cohort": None, "cities_before": None, "cities_after": None}, "correction_is_about_something"),
        ({"cities_after": None}, "correction_numbers_whole"),
        ({"network_before": None}, "correction_numbers_whole"),
        ({"note_en": ""}, "correction_has_english_note"),
        ({"cities_after": 55, "network_after": 230}, "correction_changes_a_number"),
    ],
)
def test_a_correction_is_whole(db, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        CorrectionFactory(**facts)


def test_a_registrar_records_a_correction_with_its_source(db):
    cohort = CohortFactory()
    filled = {
        "slug": "x", "nature": "numbers", "corrected_on": "2020-09-24", "cohort": cohort.pk, "authority": "UNESCO",
        "note_en": "Set right.", "cities_before": "55", "cities_after": "54",
    }  # fmt: skip
    registrar = at_work("registrar")
    response = registrar.post("/admin/admissions/correction/add/", filled)
    assert sentences(response) == ["Name at least one source; nothing is recorded without one."]

    registrar.post("/admin/admissions/correction/add/", filled | {"sources": [SourceFactory().pk]})
    assert str(Correction.objects.get()) == "Admissions of 2020 · Numbers corrected"
