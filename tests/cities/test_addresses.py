"""Addresses of cities change and records of cities become one, and every address goes on answering."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from cities.addresses import keep_address, merge, move
from cities.models import City, FormerAddress
from records.exceptions import RefusedError
from tests.factories import (
    AdmissionFactory,
    CityFactory,
    CountryFactory,
    InitiativeFactory,
    MemberFactory,
    NewsItemFactory,
)


def test_an_old_address_leads_to_the_new_one_in_each_language(client, db):
    city = MemberFactory(slug="fes")
    move(city, "fez")
    for language in ("en", "fr", "ar"):
        response = client.get(f"/{language}/cities/fes/")
        assert (response.status_code, response.url) == (301, f"/{language}/cities/fez/")


def test_addresses_follow_one_another(client, db):
    city = MemberFactory(slug="a")
    for slug in ("b", "c"):
        move(city, slug)
    assert [client.get(f"/en/cities/{slug}/").url for slug in ("a", "b")] == ["/en/cities/c/"] * 2


def test_an_address_that_is_taken_is_refused(db):
    CityFactory(slug="fez")
    with pytest.raises(RefusedError, match="Another city has this address."):
        move(CityFactory(slug="fes"), "fez")


@pytest.fixture
def two(db):
    """Two records of one city: a bare one, and one with its admission, news, initiative and facts."""
    kept = CityFactory(slug="fez", name_en="Fez")
    double = CityFactory(slug="fes", name_en="Fes", name_fr="Fès", website="https://fes.example")
    return kept, double


def test_merging_brings_together_all_that_refers_to_either(client, two):
    kept, double = two
    admission = AdmissionFactory(city=double, name_as_announced="FES")
    initiative = InitiativeFactory(city=double)
    news = NewsItemFactory()
    news.cities.add(double)

    merge(double, kept)

    assert list(City.objects.all()) == [kept]
    assert (list(kept.admissions.all()), list(kept.initiatives.all()), list(news.cities.all())) == (
        [admission],
        [initiative],
        [kept],
    )
    assert set(kept.names.values_list("text", flat=True)) == {"Fez", "Fes", "Fès", "FES"}
    assert client.get("/en/cities/fes/").url == "/en/cities/fez/"


def test_facts_that_are_missing_are_taken_over_and_others_stay(two):
    kept, double = two
    kept.website = "https://fez.example"
    kept.save()
    merged = merge(double, kept)
    merged.refresh_from_db()
    assert (merged.name_en, merged.name_fr, merged.website) == ("Fez", "Fès", "https://fez.example")


def test_former_addresses_of_a_merged_record_lead_on(client, two):
    kept, double = two
    AdmissionFactory(city=kept)
    move(double, "fes-meknes")
    merge(double, kept)
    assert [client.get(f"/en/cities/{slug}/").url for slug in ("fes", "fes-meknes")] == ["/en/cities/fez/"] * 2
    assert FormerAddress.objects.count() == 2


def test_two_records_of_the_same_thing_are_for_a_person_to_settle(two):
    kept, double = two
    for city in two:
        AdmissionFactory(city=city, cohort__year=2024)
    with pytest.raises(RefusedError, match="Both records have “.* · 2024”: correct or remove one of the two first."):
        merge(double, kept)
    assert City.objects.count() == 2


def test_a_refused_merger_leaves_all_with_the_record_that_had_it(two):
    kept, double = two
    news, initiative = NewsItemFactory(), InitiativeFactory(city=double)
    news.cities.add(double)
    for city in two:
        AdmissionFactory(city=city, cohort__year=2024)
    with pytest.raises(RefusedError):
        merge(double, kept)
    initiative.refresh_from_db()
    assert (initiative.city, list(news.cities.all()), FormerAddress.objects.count()) == (double, [double], 0)


def test_cities_of_different_countries_are_never_one(two):
    kept, _double = two
    with pytest.raises(RefusedError, match="different countries"):
        merge(CityFactory(country=CountryFactory(code="ES")), kept)
    with pytest.raises(RefusedError, match="one record already"):
        merge(kept, kept)


def test_an_address_is_kept_with_the_names_and_for_as_long_as_it_is_said(db):
    city, began, ended = (
        CityFactory(slug="fez", name_en="Fez", name_ar="فاس"),
        *(datetime(2024, month, 1, tzinfo=UTC) for month in (2, 3)),
    )
    kept = keep_address(city, public_from=began, public_to=ended)
    assert (kept.slug, kept.name_en, kept.name_ar, kept.moved_to) == ("fez", "Fez", "فاس", None)
    assert (kept.public_from, kept.public_to, kept.was_public) == (began, ended, True)


def test_an_address_that_is_left_now_ends_now(db):
    before, city = timezone.now(), CityFactory()
    kept = keep_address(city, moved_to=city, was_public=False)
    assert before <= kept.public_to <= timezone.now()
    assert (kept.moved_to, kept.public_from, kept.was_public) == (city, None, False)
