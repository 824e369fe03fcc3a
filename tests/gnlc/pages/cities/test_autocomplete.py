import pytest

from tests.factories import AdmissionFactory, AnnulledAdmissionFactory


def offered(client, text, language="en"):
    """The texts of the options and where they lead."""
    answer = client.get(f"/{language}/search/names/", {"q": text})
    options = answer.content.decode().split('<li role="option" data-href="')[1:]
    return [option.split('"')[0] for option in options]


@pytest.fixture
def fez(db):
    return AdmissionFactory(city__slug="fez", city__name_en="Fez", city__name_ar="فاس", city__country__code="MA").city


def test_typing_offers_cities_by_any_of_their_names_in_any_script(client, fez):
    assert offered(client, "fe") == ["/en/cities/fez/"]
    assert offered(client, "فا") == ["/en/cities/fez/"]
    assert offered(client, "ez") == []


def test_members_come_before_cities_that_are_none(client, fez):
    AnnulledAdmissionFactory(city__slug="a-fez", city__name_en="A Fez", city__country=fez.country)

    assert offered(client, "fez") == ["/en/cities/fez/", "/en/cities/a-fez/"]


def test_countries_with_members_are_offered_after_cities(client, fez):
    fez.country.name_en = "Fezland"
    fez.country.save()

    assert offered(client, "fez") == ["/en/cities/fez/", "/en/countries/ma/"]


def test_the_spelling_that_was_typed_stands_beside_a_name_that_does_not_show_it(client, fez):
    fez.names.create(text="Fas", language="tr")

    assert '<bdi lang="tr" dir="ltr">Fas</bdi>' in client.get("/en/search/names/?q=fas").content.decode()
    assert "Fas" not in client.get("/en/search/names/?q=fez").content.decode()


def test_at_most_seven_cities_are_offered(client, fez):
    for number in range(10):
        AdmissionFactory(city__name_en=f"Fez {number}", city__country=fez.country)

    assert len(offered(client, "fez")) == 7


@pytest.mark.parametrize("text", ["", " ", "%", "\0", "'\"<script>", "x" * 5000, "‏"])
def test_what_names_nothing_offers_nothing(client, fez, text):
    assert offered(client, text) == []


def test_offering_takes_a_constant_number_of_queries(client, fez, django_assert_num_queries):
    AdmissionFactory(city__name_en="Fezzan", city__country=fez.country)
    with django_assert_num_queries(4):
        client.get("/en/search/names/?q=fez")


def test_search_engines_leave_suggestions_alone(client, fez):
    answer = client.get("/en/search/names/?q=fez")
    assert (answer["X-Robots-Tag"], answer["Cache-Control"]) == ("noindex", "public, max-age=60")
