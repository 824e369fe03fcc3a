"""Two cohorts or two countries beside each other."""

from datetime import date

import pytest

from tests.factories import AdmissionFactory, CohortFactory, CountryFactory


@pytest.fixture
def network(db):
    """Two rounds and two countries; Fez was announced in both rounds."""
    morocco, france = CountryFactory(code="MA"), CountryFactory(code="FR", region="europe_north_america")
    first = CohortFactory(year=2022, announced_cities=77, network_cities_after=294)
    second = CohortFactory(year=2024, announced_cities=64)
    fez = AdmissionFactory(city__name_en="Fez", city__country=morocco, cohort=first).city
    AdmissionFactory(city=fez, cohort=second, announced_again=True)
    AdmissionFactory(city__name_en="Lille", city__country=france, cohort=second)


def compared(client, query):
    context = client.get(f"/en/compare/?{query}").context
    return {fact.label: fact.values for fact in [*context["facts"], *context["reported"]]}


def test_two_cohorts_have_what_is_recorded_and_what_was_announced_apart(client, network):
    context = client.get("/en/compare/?cohort=2022&cohort=2024").context
    assert {fact.label: fact.values for fact in context["facts"]} == {
        "Kind": ["Round of admission", "Round of admission"],
        "Announced on": ["14 February 2022", "14 February 2024"],
        "Cities recorded": ["1", "2"],
        "Countries recorded": ["1", "2"],
        "Countries new to the network": ["1", "1"],
    }
    assert {fact.label: fact.values for fact in context["reported"]} == {
        "Cities announced": ["77", "64"],
        "Countries announced": ["–", "–"],
        "Cities in the network after it": ["294", "–"],
        "Countries in the network after it": ["–", "–"],
    }
    assert [city.name_en for city in context["in_both"]] == ["Fez"]
    assert [[city.name_en for city in cities] for _record, cities in context["cities"]] == [["Fez"], ["Fez", "Lille"]]


def test_two_countries_are_compared_whatever_the_case_of_their_codes(client, network):
    assert compared(client, "country=ma&country=FR") == {
        "Region of UNESCO": ["Arab States", "Europe and North America"],
        "Continent": ["–", "–"],
        "Members recorded": ["1", "1"],
        "First cohort with its cities": ["2022", "2024"],
        "Most cities in one cohort": ["1", "1"],
        "Members with a Learning City Award": ["0", "0"],
    }


def test_the_charts_of_a_comparison_have_both_and_files_of_their_own(client, network):
    charts = client.get("/en/compare/?country=MA&country=FR&as_of=2024-02-20").context["charts"]
    time, cohorts = charts
    assert [(row.label, row.numbers) for row in time.rows] == [
        ("14 February 2022", (1, 0)), ("14 February 2024", (1, 1)),
    ]  # fmt: skip
    assert [(row.label, row.numbers) for row in cohorts.rows] == [("2022", (1, 0)), ("2024", (1, 1))]
    assert cohorts.address == "/en/compare/cohorts.csv?country=MA&country=FR&as_of=2024-02-20"
    response = client.get(cohorts.address)
    file = response.content.decode("utf-8-sig")
    assert file == "Cohort,Code,Morocco,Country FR\r\n2022,2022,1,0\r\n2024,2024,1,1\r\n"
    assert response["Content-Disposition"] == 'attachment; filename="gnlc-ma-fr-cohorts-2024-02-20-en.csv"'


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("cohort=2022&cohort=1999", "“1999” is not a cohort in which cities were admitted."),
        ("cohort=%00&cohort=2022", "is not a cohort in which cities were admitted."),
        ("country=XX&country=MA", "The registry has no city in a country with the code “XX”."),
        ("cohort=2022", "Choose two different cohorts."),
        ("country=MA&country=ma", "Choose two different countries."),
        ("country=MA&cohort=2022", "Compare two cohorts or two countries, not one with the other."),
    ],
)  # fmt: skip
def test_a_wrong_choice_gets_a_clear_sentence_and_the_choice_again(client, network, query, sentence):
    response = client.get(f"/en/compare/?{query}")
    assert (response.status_code, response.context["pair"]) == (200, [])
    assert sentence in response.content.decode()
    assert response.content.decode().count("<select") == 4


@pytest.mark.parametrize("query", ["", "cohort=2022", "country=MA&country=XX"])
def test_without_a_pair_there_is_no_file(client, network, query):
    assert client.get(f"/en/compare/cohorts.csv?{query}").status_code == 404


def test_a_file_of_a_wrong_day_is_refused(client, network):
    response = client.get("/en/compare/cohorts.csv?country=MA&country=FR&as_of=never")
    assert (response.status_code, response.content.decode()) == (
        400, "“never” is not a day: write it as 2020-09-23.",
    )  # fmt: skip


def test_nothing_chosen_shows_the_choices_only(client, db):
    response = client.get("/en/compare/?cohort=&cohort=&country=")
    assert (response.status_code, response.context["pair"]) == (200, [])
    assert 'role="alert"' not in response.content.decode()


def test_a_cohort_to_come_cannot_be_chosen_as_of_a_day_before(client, network):
    response = client.get(f"/en/compare/?cohort=2022&cohort=2024&as_of={date(2023, 1, 1)}")
    assert "“2024” is not a cohort in which cities were admitted." in response.content.decode()


@pytest.mark.parametrize("query", ["cohort=2022&cohort=2024", "country=MA&country=FR"])
@pytest.mark.parametrize("number", [1, 20])
def test_a_comparison_runs_the_same_queries_however_much_there_is(
    client, network, django_assert_num_queries, query, number
):
    AdmissionFactory.create_batch(number, cohort=CohortFactory(year=2022))
    AdmissionFactory.create_batch(number, cohort=CohortFactory(year=2024), city__country=CountryFactory(code="FR"))
    with django_assert_num_queries(13):
        client.get(f"/en/compare/?{query}")
