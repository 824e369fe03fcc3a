"""The growth of the network: recorded, published, and what lies between."""

from datetime import date, timedelta

import pytest
from lxml import html

from admissions.growth.ledger import growth
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CohortFactory,
    CorrectionFactory,
    CountryFactory,
    ReportedFigureFactory,
)

LATER = date(2026, 1, 1)


@pytest.fixture
def rounds(db):
    """Two rounds: 2 of 3 cities recorded, then 1 of 2 and one annulled; a member that left between them unseen."""
    first = CohortFactory(year=2019, announced_cities=3, network_cities_after=3, network_countries_after=2)
    second = CohortFactory(year=2020, announced_cities=2, network_cities_after=4, network_countries_after=2)
    AdmissionFactory.create_batch(2, cohort=first)
    AdmissionFactory(cohort=second)
    AnnulledAdmissionFactory(cohort=second, annulled_on=date(2020, 2, 15))
    CorrectionFactory(
        cohort=second, corrected_on=date(2020, 2, 15), cities_before=3, cities_after=2, network_before=5,
        network_after=4,
    )  # fmt: skip
    return first, second


def test_before_there_was_a_cohort_nothing_had_grown(client, db):
    assert growth(LATER) == []
    assert client.get("/en/network/").status_code == 200


def test_the_ledger_adds_up_from_stage_to_stage(rounds):
    ledger = [(stage.before, stage.admitted, stage.annulled, stage.ended, stage.after) for stage in growth(LATER)]
    assert ledger == [(0, 2, 0, 0, 2), (2, 2, 1, 0, 3)]
    assert all(before + admitted - annulled - ended == after for before, admitted, annulled, ended, after in ledger)


def test_what_is_open_between_the_numbers_is_said_in_plain_sentences(rounds):
    assert [stage.sentences() for stage in growth(LATER)] == [
        ["2 of 3 announced cities are recorded here.", "1 published member is not recorded here."],
        [
            "1 of 2 announced cities are recorded here.",
            (
                "Published: 3 members before and 2 new ones; 4 after it. "
                "That is 1 member fewer than the sum, and no source says why."
            ),
            "1 published member is not recorded here.",
        ],
    ]


def test_a_stage_runs_until_the_eve_of_the_next_and_the_last_one_goes_on(rounds):
    assert [(stage.until, stage.is_running) for stage in growth(LATER)] == [(date(2020, 2, 13), False), (LATER, True)]


def test_more_countries_than_were_announced_are_said_and_wait_for_an_explanation(db):
    cohort = CohortFactory(year=2019, announced_cities=2, announced_countries=1)
    for code in ("MA", "FR"):
        AdmissionFactory(cohort=cohort, city__country=CountryFactory(code=code))
    (stage,) = growth(LATER)
    assert stage.sentences() == ["2 countries are recorded here; the number announced is 1."]
    assert stage.is_unexplained
    cohort.difference_en = "One was admitted later."
    cohort.save()
    assert not growth(LATER)[0].is_unexplained


def test_fewer_countries_than_were_announced_go_with_the_cities_that_lack(db):
    AdmissionFactory(cohort=CohortFactory(year=2019, announced_cities=1, announced_countries=2))
    (stage,) = growth(LATER)
    assert (stage.sentences(), stage.is_unexplained) == ([], False)


def test_a_total_above_the_sum_and_members_above_the_total_are_told_as_numbers_without_a_reason(db):
    AdmissionFactory.create_batch(3, cohort=CohortFactory(year=2019, network_cities_after=2))
    AdmissionFactory.create_batch(5, cohort=CohortFactory(year=2020, announced_cities=5, network_cities_after=8))
    AdmissionFactory(cohort=None, member_by=date(2020, 2, 14))
    assert growth(LATER)[1].sentences() == [
        (
            "Published: 2 members before and 5 new ones; 8 after it. "
            "That is 1 member more than the sum, and no source says why."
        ),
        "1 member more is recorded here than was published, and no source says why.",
    ]


def test_as_of_the_day_of_the_announcement_the_correction_has_not_happened(rounds):
    stage = growth(date(2020, 2, 14))[1]
    assert (stage.cohort.announced_cities, stage.published, stage.after, stage.annulled) == (3, 5, 4, 0)


def test_a_correction_on_the_last_day_of_a_stage_belongs_to_it(rounds):
    first, second = rounds
    eve = second.counts_from - timedelta(days=1)
    AnnulledAdmissionFactory(cohort=first, annulled_on=eve)
    CorrectionFactory(cohort=first, corrected_on=eve, cities_before=3, cities_after=2)
    assert [stage.members_when_published for stage in growth(LATER)] == [2, 3]


def test_rival_claims_stand_side_by_side_and_one_is_taken(rounds):
    for cities in (4, 5, 5):
        ReportedFigureFactory(as_of=date(2020, 2, 14), cities=cities, countries=2)
    (stage,) = [stage for stage in growth(LATER) if stage.claims]
    assert [(claim.cities, len(claim.figures), claim.is_accepted) for claim in stage.claims] == [
        (4, 1, True),
        (5, 2, False),
    ]


def test_a_figure_of_which_only_the_year_is_known_stands_with_the_last_cohort_of_the_year(rounds):
    ReportedFigureFactory(as_of=date(2020, 1, 1), as_of_precision="year", cities=6)
    assert [len(stage.claims) for stage in growth(LATER)] == [0, 1]


def test_a_city_announced_again_and_one_that_ended_are_counted_once(rounds):
    first, second = rounds
    again = first.admissions.first()
    AdmissionFactory(city=again.city, cohort=second, announced_again=True)
    ended = first.admissions.last()
    ended.ended_on, ended.end_reason = date(2021, 1, 1), "withdrew"
    ended.save()
    stage = growth(LATER)[1]
    assert (stage.before, stage.admitted, stage.again, stage.ended, stage.after) == (2, 2, 1, 1, 2)


def ledger(client, **asked):
    """The cells of the rows, each with the heading that a phone shows before it."""
    rows = html.fromstring(client.get("/en/network/", asked).content).findall(".//table/tbody/tr")
    return [[(cell.get("data-label"), " ".join(cell.text_content().split())) for cell in row] for row in rows]


def test_each_row_says_from_when_until_when_it_runs_and_what_its_sum_is_of(client, rounds):
    first, second = ledger(client)
    assert first == [
        (None, "2019"), ("From", "14 February 2019"), ("Until", "13 February 2020"), ("Members before", "0"),
        ("+ admitted", "2"), ("+ shown by a source", "0"), ("− annulled", "0"), ("− ended", "0"),
        ("= recorded at its end", "2"), ("Published total", "3"),
    ]  # fmt: skip
    assert second[2] == ("Until", "today")
    assert ledger(client, as_of="2020-03-01")[1][2] == ("Until", "1 March 2020")
    page = html.fromstring(client.get("/en/network/").content)
    assert [cell.text for cell in page.iter("th") if cell.get("scope") == "col"] == [
        label or "Cohort" for label, _text in first
    ]


def test_a_row_says_how_many_of_its_cohort_were_members_already(client, rounds):
    first, second = rounds
    for admission in first.admissions.all():
        AdmissionFactory(city=admission.city, cohort=second, announced_again=True)
    assert ledger(client)[1][4] == ("+ admitted", "2 and 2 announced again")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_page_shows_the_ledger(client, rounds, language):
    response = client.get(f"/{language}/network/")
    assert [stage.after for stage in response.context["stages"]] == [2, 3]
    assert response.content.decode().count("<tr>") == 3


def test_a_figure_stands_with_the_cohort_in_whose_time_it_was_published(rounds):
    CohortFactory(year=2013, kind="founding")
    for day in (date(2019, 2, 14), date(2020, 2, 13), date(2020, 2, 14)):
        ReportedFigureFactory(as_of=day, cities=day.toordinal() % 100)
    found = {stage.cohort.year: [claim.cities for claim in stage.claims] for stage in growth(LATER)}
    assert found == {2013: [], 2019: [4, 68], 2020: [69]}


@pytest.mark.parametrize("day", [date(2012, 5, 1), date(2013, 2, 14), date(2018, 12, 31), date(2019, 2, 13)])
def test_what_was_published_before_the_first_admission_is_not_about_the_founding(client, rounds, day):
    CohortFactory(year=2013, kind="founding", title_en="The declaration")
    ReportedFigureFactory(as_of=day, cities=11, countries=9)
    founding, first, _second = growth(LATER)
    assert (founding.claims, founding.earlier) == ([], [])
    assert [claim.cities for claim in first.earlier] == [11]
    page = html.fromstring(client.get("/en/network/").content)
    (heading,) = page.xpath("//section[contains(., '11 cities')]/h3[starts-with(., 'Totals')]/text()")
    assert heading == "Totals published before this cohort was announced"


def test_totals_that_a_source_states_with_a_word_are_claims_of_their_own(client, rounds):
    for word in ("", "nearly", "about"):
        ReportedFigureFactory(as_of=date(2020, 3, 1), cities=4, countries=2, cities_qualifier=word)
    claims = growth(LATER)[1].claims
    assert [(claim.cities_qualifier, claim.is_accepted) for claim in claims] == [
        ("", True), ("nearly", False), ("about", False),
    ]  # fmt: skip
    for language, words in [("en", "nearly 4 cities"), ("fr", "près de 4 villes"), ("ar", "ما يقارب 4 مدن")]:
        assert words in client.get(f"/{language}/network/").content.decode()


@pytest.mark.parametrize("number", [2, 8])
def test_the_page_runs_the_same_queries_however_much_has_happened(client, db, django_assert_num_queries, number):
    for year in range(2015, 2015 + number):
        AdmissionFactory.create_batch(number, cohort__year=year)
        ReportedFigureFactory(as_of=date(year, 3, 1))
    with django_assert_num_queries(4):
        client.get("/en/network/")
