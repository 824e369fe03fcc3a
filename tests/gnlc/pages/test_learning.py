import pytest
from django.urls import reverse

from cities.facets import Chip
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CityFactory,
    CountryFactory,
    InitiativeFactory,
    KeyFeatureFactory,
    PartnershipFactory,
    SourceFactory,
    VenueFactory,
)

LIBRARY = "/en/learning/"


def listed(response):
    return [initiative.slug for initiative in response.context["object_list"]]


def counts(response, facet):
    (found,) = [f for f in response.context["facets"] if f.name == facet]
    return {choice.value: choice.number for choice in found.choices}


@pytest.fixture
def initiatives(db):
    """A reading network in Agadir, a bus in Agadir, and a café in Cork."""
    agadir = CityFactory(slug="agadir", name_en="Agadir")
    cork = CityFactory(slug="cork", name_en="Cork", country=CountryFactory(code="IE", region="europe_north_america"))
    families, work = KeyFeatureFactory(), KeyFeatureFactory(number=2, slug="work", name_en="Work")
    for slug, city, feature, place, language in (
        ("shelves", agadir, families, "library", "ar"),
        ("bus", agadir, work, "online", "fr"),
        ("talks", cork, families, "cafe_or_park", "en"),
    ):
        initiative = InitiativeFactory(slug=slug, city=city, name_en=slug.capitalize())
        initiative.key_features.add(feature)
        initiative.venues.add(VenueFactory(slug=place))
        initiative.sources.add(SourceFactory(language=language))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["bus", "shelves", "talks"]),
        ("?feature=feature-1", ["shelves", "talks"]),
        ("?feature=feature-1&feature=work", ["bus", "shelves", "talks"]),
        ("?place=cafe_or_park", ["talks"]),
        ("?country=ie", ["talks"]),
        ("?region=arab_states&feature=work", ["bus"]),
        ("?city=agadir&language=ar", ["shelves"]),
        ("?kind=programme&q=agadir", ["bus", "shelves"]),
        ("?kind=policy", []),
    ],
)
def test_the_library_shows_what_the_query_asks_for(client, initiatives, query, expected):
    assert listed(client.get(f"{LIBRARY}{query}")) == expected


def test_numbers_beside_the_choices_say_what_each_would_show(client, initiatives):
    response = client.get(f"{LIBRARY}?feature=feature-1&country=MA")
    assert counts(response, "feature") == {"feature-1": 1, "work": 1}
    assert counts(response, "place") == {"library": 1}
    assert counts(response, "country") == {"IE": 1, "MA": 1}
    assert counts(response, "language") == {"ar": 1}
    assert counts(response, "region") == {"arab_states": 1}
    assert counts(response, "kind") == {"programme": 1}


def test_each_active_filter_can_be_removed(client, initiatives):
    chips = client.get(f"{LIBRARY}?q=bus&place=online&city=agadir&page=1").context["chips"]
    assert chips == [
        Chip("bus", None, "?place=online&city=agadir"),
        Chip("Online", "en", "?q=bus&city=agadir"),
        Chip("Agadir", "en", "?q=bus&place=online"),
    ]


def test_a_key_feature_alone_opens_with_its_own_words(client, initiatives):
    assert client.get(f"{LIBRARY}?feature=work").context["feature"].name_en == "Work"
    for query in ("?feature=work&place=online", "?feature=work&feature=feature-1", "?feature=luck", ""):
        assert client.get(f"{LIBRARY}{query}").context["feature"] is None


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("feature=luck", "“luck” is not one of the six key features."),
        ("place=%00", "The library has no place of learning called"),
        ("audience=x", "The library has no audience called “x”."),
        ("goal=18", "“18” is not the number of a goal: they go from 1 to 17."),
        ("goal=" + "9" * 5000, "is not the number of a goal"),
        ("kind=x", "The library has nothing of the kind “x”."),
        ("region=atlantis", "“atlantis” is not a region of UNESCO."),
        ("country=XX", "The library has nothing from a country with the code “XX”."),
        ("city=atlantis", "The library has nothing from a city called “atlantis”."),
        ("language=xx", "The library has no source in the language “xx”."),
        ("q=" + "x" * 10_000, "This is too long: search with at most 100 letters."),
        ("q=%00", "Null characters are not allowed."),
    ],
)
def test_a_wrong_value_gets_a_clear_sentence(client, initiatives, query, sentence):
    response = client.get(f"{LIBRARY}?{query}")
    assert response.status_code == 200
    assert sentence in response.content.decode()


@pytest.mark.parametrize("number", [3, 60])
def test_the_library_runs_the_same_queries_however_much_it_holds(client, db, django_assert_num_queries, number):
    for _ in range(number):
        InitiativeFactory().venues.add(VenueFactory())
    with django_assert_num_queries(15):
        client.get(f"{LIBRARY}?q=reading")


def test_a_hundred_values_in_one_address_cost_no_more_queries_than_one(client, initiatives, django_assert_num_queries):
    many = "&".join(["feature=work&feature=feature-1"] * 50)
    for query in ("feature=work&feature=feature-1", many):
        with django_assert_num_queries(16):
            client.get(f"{LIBRARY}?{query}")


def test_an_initiative_has_a_page_with_its_sources_and_what_is_like_it(client, initiatives):
    response = client.get(f"{LIBRARY}shelves/")
    assert [other.slug for other in response.context["alike"]] == ["talks"]
    assert [other.slug for other in response.context["others"]] == ["bus"]
    assert "The network welcomes new members" in response.content.decode()


def test_an_unknown_initiative_is_not_found(client, db):
    assert client.get(f"{LIBRARY}atlantis/").status_code == 404


def test_a_city_shows_its_initiatives_with_their_pages_and_its_partnerships(client, initiatives):
    agadir, cork = CityFactory(slug="fez"), AdmissionFactory().city
    partnership = PartnershipFactory(cities=[agadir, cork], title_en="Agadir with Cork")
    partnership.sources.add(SourceFactory(title="A handshake"))
    for city in (agadir, cork):
        html = client.get(city.get_absolute_url()).content.decode()
        assert [words in html for words in ("Agadir with Cork", "A handshake")] == [True, True]
    assert f'href="{LIBRARY}bus/"' in client.get(reverse("cities:city", args=["agadir"])).content.decode()


def test_partnerships_stand_with_the_newest_first_and_those_without_a_day_last(client, db):
    undated = PartnershipFactory()
    old, new = (PartnershipFactory(since=f"{year}-01-01", since_precision="year") for year in (2015, 2020))
    response = client.get("/en/partnerships/")
    assert list(response.context["object_list"]) == [new, old, undated]
    assert "since 2020" in response.content.decode()


def test_without_a_partnership_the_page_says_so(client, db):
    assert "No source that was read so far states a partnership" in client.get("/en/partnerships/").content.decode()


@pytest.mark.parametrize("number", [2, 30])
def test_partnerships_run_the_same_queries_however_many_there_are(client, db, django_assert_num_queries, number):
    PartnershipFactory.create_batch(number)
    with django_assert_num_queries(5):
        client.get("/en/partnerships/")


def test_what_a_city_does_whose_admission_was_annulled_is_counted_nowhere(client, db):
    annulled = AnnulledAdmissionFactory().city
    InitiativeFactory(city=annulled, slug="annulled")
    assert (listed(client.get(LIBRARY)), client.get(f"{LIBRARY}annulled/").status_code) == ([], 200)

    AdmissionFactory(city=annulled, cohort__year=2024)
    assert listed(client.get(LIBRARY)) == ["annulled"]
