import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from admissions.models import Admission
from cities.facets import Chip, WayOut
from cities.models import City
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CityFactory,
    CohortFactory,
    CountryFactory,
    MemberFactory,
    SourceFactory,
)


def listed(response):
    """The English names of the cities in the list that a page shows."""
    return [city.name_en for city in response.context["object_list"]]


def counts(response, facet):
    (found,) = [f for f in response.context["facets"] if f.name == facet]
    return {choice.value: choice.number for choice in found.choices}


@pytest.fixture
def cities(db):
    AdmissionFactory(city__name_en="Benguerir", cohort__year=2020)
    AdmissionFactory(
        city__name_en="Fez", city__slug="fez", city__name_fr="Fès", city__name_ar="فاس", cohort__year=2024
    )
    AdmissionFactory(city__name_en="Evry", city__country=CountryFactory(code="FR", region="europe_north_america"))
    AnnulledAdmissionFactory(city__name_en="Laayoune", city__slug="laayoune")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Benguerir", "Evry", "Fez"]),
        ("?country=MA", ["Benguerir", "Fez"]),
        ("?country=ma&year=2020", ["Benguerir"]),
        ("?country=MA&country=FR&year=2020", ["Benguerir", "Evry"]),
        ("?year=2020&year=2024", ["Benguerir", "Evry", "Fez"]),
        ("?region=europe_north_america", ["Evry"]),
        ("?q=f%C3%A8s", ["Fez"]),
        ("?status=other", ["Laayoune"]),
        ("?sort=newest", ["Fez", "Benguerir", "Evry"]),
        ("?sort=country", ["Evry", "Benguerir", "Fez"]),
        ("?year=2013", []),
    ],
)
def test_the_list_shows_what_the_query_asks_for(client, cities, query, expected):
    assert listed(client.get(f"/en/cities/{query}")) == expected


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_list_shows_the_same_cities_in_every_language(client, cities, language):
    response = client.get(f"/{language}/cities/?country=MA&q=%D9%81%D8%A7%D8%B3")
    assert listed(response) == ["Fez"]


def test_counts_beside_the_choices_add_up_and_leave_out_what_was_annulled(client, cities):
    response = client.get("/en/cities/?year=2020")
    assert response.context["paginator"].count == 2
    assert counts(response, "country") == {"MA": 1, "FR": 1}
    assert counts(response, "region") == {"arab_states": 1, "europe_north_america": 1}
    assert counts(response, "year") == {"2024": 1, "2020": 2}


def test_each_active_filter_can_be_removed(client, cities):
    chips = client.get("/en/cities/?q=fez&country=MA&year=2024&page=1").context["chips"]
    assert chips == [
        Chip("fez", None, "?country=MA&year=2024"),
        Chip("Morocco", "en", "?q=fez&year=2024"),
        Chip("2024", None, "?q=fez&country=MA"),
    ]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("country=XX", "The registry has no city in a country with the code “XX”."),
        ("year=20x4", "“20x4” is not a year."),
        ("year=9999999999", "“9999999999” is not a year."),
        ("year=1999", "“1999” is not a year."),
        ("region=atlantis", "“atlantis” is not a region of UNESCO."),
        ("status=gone", "“gone” is not a status: use “member” or “other”."),
        ("sort=luck", "The list cannot be ordered by “luck”."),
        ("q=" + "x" * 10_000, "This is too long for a name: search with at most 100 letters."),
        ("q=%00", "Null characters are not allowed."),
        ("year=%00", "is not a year."),
        ("country=%00&country=MA", "The registry has no city in a country with the code"),
    ],
)
def test_a_wrong_value_gets_a_clear_sentence(client, cities, query, sentence):
    response = client.get(f"/en/cities/?{query}")
    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_a_search_mentions_a_city_that_is_recorded_without_being_a_member(client, cities):
    response = client.get("/en/cities/?q=laayoune")
    assert listed(response) == []
    assert [city.name_en for city in response.context["not_members"]] == ["Laayoune"]


def test_an_empty_result_says_which_filter_to_loosen(client, cities):
    response = client.get("/en/cities/?country=MA&q=evry")
    assert response.context["ways_out"] == [
        WayOut(Chip("evry", None, "?country=MA"), 2),
        WayOut(Chip("Morocco", "en", "?q=evry"), 1),
    ]


def test_an_empty_result_offers_names_that_differ_by_a_letter(client, cities):
    assert [city.name_en for city in client.get("/en/cities/?q=bengerir").context["nearly_named"]] == ["Benguerir"]


def test_a_search_for_a_country_leads_to_its_page(client, cities):
    assert [country.code for country in client.get("/en/cities/?q=maroc").context["countries_meant"]] == ["MA"]


@pytest.mark.parametrize("number", [10, 1000])
def test_the_list_runs_the_same_queries_however_many_cities_there_are(client, db, django_assert_num_queries, number):
    country, cohort = CountryFactory(), CohortFactory()
    cities = City.objects.bulk_create(CityFactory.build_batch(number, country=country))
    Admission.objects.bulk_create(AdmissionFactory.build(city=city, cohort=cohort) for city in cities)
    with django_assert_num_queries(8):
        assert len(listed(client.get("/en/cities/"))) == min(number, 50)


def test_a_hundred_years_in_one_address_cost_no_more_queries_than_one(client, cities, django_assert_num_queries):
    years = "&".join(f"year={year}" for year in range(2000, 2100))
    with django_assert_num_queries(8):
        client.get(f"/en/cities/?{years}&{years}")


def test_a_country_without_a_region_has_its_place_and_its_count(client, db):
    AdmissionFactory(city__country=CountryFactory(code="KW", region=""))
    regions = client.get("/en/countries/").context["regions"]
    assert [(region, [c.code for c in found], members) for region, found, members in regions if found] == [
        ("", ["KW"], 1)
    ]
    assert counts(client.get("/en/cities/?region=unknown"), "region") == {"unknown": 1}
    assert len(listed(client.get("/en/cities/?region=unknown"))) == 1


def test_the_page_of_an_annulled_city_says_what_happened(client, cities):
    html = client.get("/en/cities/laayoune/").content.decode()
    assert "Not a member" in html
    assert (
        "This admission was announced on 14 February 2020 and annulled by a correction on 15 February 2020. "
        "It is kept here as a fact and counted nowhere." in html
    )


def test_a_city_page_shows_its_names_in_three_languages_each_marked(client, cities):
    html = client.get("/ar/cities/fez/").content.decode()
    assert '<bdi lang="ar" dir="rtl">فاس</bdi>' in html
    assert '<bdi lang="fr" dir="ltr">Fès</bdi>' in html
    assert '<html lang="ar" dir="rtl">' in html


def test_a_text_in_another_language_is_marked_and_carries_its_language(client, db):
    city = MemberFactory(slug="fez", profile_en="A city of crafts.")
    html = client.get(f"/fr{reverse('cities:city', args=[city.slug])[3:]}").content.decode()
    assert re.search(r'<span lang="en" dir="ltr">A city of crafts\.</span> <small class="mark">[^<]+</small>', html)


def test_a_proposed_name_is_shown_as_a_proposal(client, db):
    AdmissionFactory(city__name_en="Anadia", city__name_ar="أناديا", city__name_ar_status="proposed")
    assert '<bdi class="proposed"' in client.get("/ar/cities/").content.decode()
    assert '<bdi class="proposed"' not in client.get("/en/cities/").content.decode()


def test_that_names_are_proposals_is_said_once_outside_the_headings(client, db):
    for name in ("أناديا", "كاسكايس"):
        AdmissionFactory(city__name_ar=name, city__name_ar_status="proposed")
    page = client.get("/ar/cities/").content.decode()
    assert page.count('<p class="legend quiet">') == 1
    assert '</bdi><span class="visually-hidden"> (' not in page


def test_countries_stand_in_their_regions_with_their_members(client, cities):
    regions = client.get("/en/countries/").context["regions"]
    assert [(region, [c.code for c in found], members) for region, found, members in regions if found] == [
        ("arab_states", ["MA"], 2),
        ("europe_north_america", ["FR"], 1),
    ]


def test_a_country_shows_members_and_apart_from_them_what_was_annulled(client, cities):
    context = client.get("/en/countries/ma/").context
    assert [city.name_en for city in context["members"]] == ["Benguerir", "Fez"]
    assert [city.name_en for city in context["not_members"]] == ["Laayoune"]


@pytest.mark.parametrize(
    "path", ["countries/zz/", "countries/de/", "cities/atlantis/", "cities/%00/", "admissions/1999/"]
)
def test_what_is_not_recorded_is_not_found(client, cities, path):
    assert client.get(f"/en/{path}").status_code == 404


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("withdrew", "This membership ended on 1 March 2017 at the member's own wish."),
        ("reports", "the progress reports on which it rests had not been received."),
        ("merged", "when the body was merged with another or abolished."),
        ("decision", "This membership ended on 1 March 2017 by decision of the network."),
    ],
)
def test_a_former_member_keeps_its_page_which_says_since_when_why_and_by_which_source(client, db, reason, sentence):
    admission = AdmissionFactory(cohort__year=2015)
    admission.end(on=date(2017, 3, 1), reason=reason, source=SourceFactory(title="Farewell"))
    html = unescape(client.get(admission.city.get_absolute_url()).content.decode())
    assert "of the UNESCO Global Network of Learning Cities, until 1 March 2017" in html
    assert sentence in html
    assert "Farewell" in html
