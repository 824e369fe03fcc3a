"""The page of one city: what it says of its country, and what it costs."""

import re
from datetime import date
from html import unescape

import pytest
from django.core.files.base import ContentFile
from lxml import html

from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CohortFactory,
    CountryFactory,
    InitiativeFactory,
    KeyFeatureFactory,
    MemberFactory,
    NewsItemFactory,
    SourceFactory,
)
from tests.one_of_everything import PHOTO
from tests.support.markup import in_one_line


def page(client, city, language="en"):
    return unescape(client.get(f"/{language}/cities/{city.slug}/").content.decode())


def said_of_country(client, city, language="en"):
    found = re.search(r'<p class="place__context">(.*?)</p>', page(client, city, language), re.DOTALL)[1]
    return re.sub(r"<[^>]+>", "", found).strip()


def test_it_says_how_many_members_its_country_has_and_since_when(client, db):
    first = AdmissionFactory(cohort__year=2020).city
    second = AdmissionFactory(cohort__year=2024).city
    AnnulledAdmissionFactory(cohort__year=2017)
    AdmissionFactory(cohort__year=2015, city__country=CountryFactory(code="FR"))
    assert said_of_country(client, first) == "Morocco: one of 2 members, and among the first, in 2020."
    assert said_of_country(client, second) == "Morocco: one of 2 members, the first admitted in 2020."
    assert said_of_country(client, second, "fr") == "Maroc\u00a0: l’un des 2 membres, le premier admis en 2020."


def test_an_admission_that_is_still_to_be_announced_is_nowhere_on_the_page(client, db):
    city = AdmissionFactory(cohort__year=2019, ended_on=date(2021, 6, 1), end_reason="withdrew").city
    to_come = CohortFactory(year=2031, announced_on=date(2031, 1, 1), title_en="The round to come")
    AdmissionFactory(city=city, cohort=to_come)
    content = page(client, city)
    assert [word in content for word in ("2031", "The round to come", "Former member")] == [False, False, True]
    assert client.get("/en/admissions/2031/").status_code == 404


def test_a_cohort_of_several_years_is_named_with_all_of_them(client, db):
    founding = CohortFactory(year=2015, last_year=2016, slug="2015-2016", kind="rolling")
    first, second = AdmissionFactory(cohort=founding).city, AdmissionFactory(cohort__year=2024).city
    assert said_of_country(client, first) == "Morocco: one of 2 members, and among the first, in 2015–2016."
    assert said_of_country(client, second) == "Morocco: one of 2 members, the first admitted in 2015–2016."


def test_the_only_member_of_a_country_is_called_so(client, db):
    assert said_of_country(client, AdmissionFactory().city) == "Morocco: its only member, admitted in 2020."


def test_a_year_that_is_not_known_leaves_open_who_was_first(client, db):
    city = AdmissionFactory(cohort__year=2024).city
    AdmissionFactory(cohort=None, member_by=date(2019, 3, 27))
    assert said_of_country(client, city) == "Morocco: one of 2 members."


def test_one_that_stayed_after_the_first_had_left_is_the_only_one_today(client, db):
    AdmissionFactory(cohort__year=2015, ended_on=date(2019, 3, 1), end_reason="withdrew")
    city = AdmissionFactory(cohort__year=2024).city
    assert said_of_country(client, city) == "Morocco: its only member today, the first admitted in 2015."


@pytest.mark.parametrize("number", [0, 2])
def test_a_city_that_is_no_member_is_not_counted(client, db, number):
    city = AnnulledAdmissionFactory().city
    AdmissionFactory.create_batch(number, cohort__year=2024)
    assert said_of_country(client, city) == f"Morocco: {number} members today."


ARABIC = {
    2: "المغرب: إحدى مدينتين عضوين، وقُبلت أولاهما عام 2020.",
    3: "المغرب: إحدى 3 مدن أعضاء، وقُبلت أولاها عام 2020.",
    11: "المغرب: إحدى 11 مدينة عضوًا، وقُبلت أولاها عام 2020.",
    100: "المغرب: إحدى 100 مدينة عضو، وقُبلت أولاها عام 2020.",
}


@pytest.mark.parametrize("number", ARABIC)
def test_arabic_counts_members_in_its_own_forms(client, db, number):
    AdmissionFactory.create_batch(number - 1, cohort__year=2020)
    city = AdmissionFactory(cohort__year=2024).city
    assert said_of_country(client, city, "ar") == ARABIC[number]


def test_a_photo_takes_the_place_of_the_pattern(client, db):
    pattern = page(client, MemberFactory(slug="bare"))
    assert ('class="lattice"' in pattern, "<img" in pattern) == (True, False)
    image = ContentFile(PHOTO, "fez.png")
    credited = {"photo_credit": "A", "photo_licence": "B", "photo_alt_en": "A gate."}
    shown = page(client, MemberFactory(slug="fez", photo=image, **credited))
    assert ('class="lattice"' in shown, 'alt="A gate."' in shown) == (False, True)


def test_it_says_why_a_member_is_similar(client, db):
    facts = {"city__kind": "county", "city__population": 1000}
    here = AdmissionFactory(**facts).city
    there = AdmissionFactory(city__country=CountryFactory(code="FR"), **facts).city
    feature = KeyFeatureFactory(name_en="Inclusive learning")
    for city in (here, there):
        InitiativeFactory(city=city).key_features.add(feature)
    reasons = re.search(r'<ul class="reasons">(.*?)</ul>', in_one_line(page(client, here)))[1]
    assert [re.sub(r"<[^>]+>", "", reason).strip() for reason in re.findall(r"<li>(.*?)</li>", reasons)] == [
        "same key feature: Inclusive learning",
        "same cohort",
        "same kind of body: County",
        "about as many people: 1,000",
    ]


def test_it_is_shared_without_anybody_else_s_buttons(client, db):
    html = page(client, MemberFactory(slug="fez", name_en="Fez & co"))
    assert 'readonly value="http://testserver/en/cities/fez/"' in html
    assert "mailto:?subject=Fez%20%26%20co&body=http%3A%2F%2Ftestserver%2Fen%2Fcities%2Ffez%2F" in html


@pytest.mark.parametrize("number", [2, 20])
def test_it_costs_the_same_queries_however_much_there_is_to_say(client, db, number, django_assert_num_queries):
    city = AdmissionFactory(city__slug="fez", city__latitude=34, city__longitude=-5, city__precision="place").city
    feature = KeyFeatureFactory()
    for degrees in range(number):
        AdmissionFactory(city__latitude=degrees, city__longitude=0, city__precision="place")
        AdmissionFactory(city__country=CountryFactory(code="FR"))
        initiative = InitiativeFactory(city=city)
        initiative.key_features.add(feature)
        initiative.sources.add(SourceFactory())
        NewsItemFactory().cities.add(city)
    with django_assert_num_queries(28):
        client.get("/en/cities/fez/")


def test_identifiers_lead_to_where_they_are_from_and_the_gazetteer_is_named_beside_its_population(client, db):
    city = AdmissionFactory(city__geonames_id=2548885, city__wikidata_id="Q80985", city__population=1191905).city
    geonames = '<a href="https://www.geonames.org/2548885/" rel="external noopener">GeoNames'
    shown = in_one_line(page(client, city))
    assert f"(year not stated · {geonames}</a>)" in shown
    assert f'{geonames} <bdi dir="ltr">2548885</bdi></a>' in shown
    assert '<a href="http://www.wikidata.org/entity/Q80985" rel="external noopener">Wikidata' in shown

    city.population_year = 2024
    city.save()
    assert "(2024)" in page(client, city)


@pytest.mark.parametrize(("asked", "near"), [("benguerirr", ["/en/cities/benguerir/"]), ("atlantis", [])])
def test_an_address_that_no_city_has_names_those_with_a_similar_one(client, db, asked, near):
    AdmissionFactory(city__slug="benguerir", city__name_en="Benguerir")
    response = client.get(f"/en/cities/{asked}/")
    found = html.fromstring(response.content.decode())
    assert response.status_code == 404
    assert found.xpath("//main//li/a/@href") == near


def test_what_is_similar_to_an_address_costs_a_fixed_number_of_questions(client, db, django_assert_num_queries):
    for number in range(3):
        AdmissionFactory(city__slug=f"benguerir-{number}", city__name_en=f"Benguerir{number}")
    with django_assert_num_queries(4):
        client.get("/en/cities/benguerir/")
