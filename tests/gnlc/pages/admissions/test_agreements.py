from datetime import date

import pytest

from admissions.models import Agreement
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CountryFactory, SourceFactory


def agreement(slug, country="MA", **facts):
    country = CountryFactory(code=country)
    signed = Agreement.objects.create(slug=slug, country=country, title_en=slug, parties_en="A; B", **facts)
    signed.sources.add(SourceFactory())
    return signed


def shown(client):
    return {each.slug: each for each in client.get("/en/agreements/").context["agreements"]}


def test_an_agreement_names_the_members_of_its_country_admitted_since(client, db):
    after = AdmissionFactory(cohort__year=2020).city
    AdmissionFactory(cohort__year=2015)
    AdmissionFactory(cohort=None, member_by=date(2021, 1, 1))
    AdmissionFactory(cohort__year=2020, city__country=CountryFactory(code="TN"))
    agreement("charter", signed_on=date(2019, 5, 13))
    agreement("undated")

    assert {slug: each.admitted_since for slug, each in shown(client).items()} == {"charter": [after], "undated": []}


def test_a_member_whose_admission_is_annulled_from_a_day_to_come_was_not_admitted_since(client, db):
    AnnulledAdmissionFactory(cohort__year=2020, annulled_on=date(2099, 1, 1))
    agreement("charter", signed_on=date(2019, 5, 13))
    assert shown(client)["charter"].admitted_since == []


def test_a_city_that_was_announced_again_since_had_been_admitted_before(client, db):
    city = AdmissionFactory(cohort__year=2015).city
    AdmissionFactory(cohort__year=2020, city=city, announced_again=True)
    agreement("charter", signed_on=date(2019, 5, 13))
    assert shown(client)["charter"].admitted_since == []


def test_agreements_stand_by_country_in_the_order_of_the_readers_language(client, db):
    agreement("second", "SN")
    agreement("first", "MA")
    html = client.get("/fr/agreements/").content.decode()
    assert html.index("Maroc") < html.index("Pays SN")


@pytest.mark.parametrize("number", [2, 20])
def test_the_page_runs_the_same_queries_however_many_there_are(client, db, django_assert_num_queries, number):
    for index in range(number):
        agreement(f"agreement-{index}").cities.add(AdmissionFactory().city)
    with django_assert_num_queries(8):
        client.get("/en/agreements/")
