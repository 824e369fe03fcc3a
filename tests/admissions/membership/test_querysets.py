"""The register as of a day."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from admissions.growth.events import events, members_after
from admissions.membership.periods import periods
from admissions.models import Admission, Award, Cohort
from cities.models import City, Country
from records.as_of import today
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CityFactory, CohortFactory, CountryFactory

ANNOUNCED = date(2020, 9, 23)
CORRECTED = date(2020, 9, 24)


@pytest.fixture
def round_of_2020(db):
    """Three cities announced on the 23rd of September, of which one was annulled the day after."""
    cohort = CohortFactory(year=2020, announced_on=ANNOUNCED)
    AdmissionFactory.create_batch(2, cohort=cohort)
    AnnulledAdmissionFactory(cohort=cohort, annulled_on=CORRECTED, city__name_en="Laayoune")
    return cohort


def recorded(day):
    return [cohort.recorded_cities for cohort in Cohort.objects.announced_by(day).with_recorded(day)]


def test_a_correction_changes_the_register_from_its_day_on(round_of_2020):
    counts = {day: (City.objects.as_of(day).count(), recorded(day)) for day in (ANNOUNCED, CORRECTED)}
    assert counts == {ANNOUNCED: (3, [3]), CORRECTED: (2, [2])}
    assert [City.objects.admitted_in(2020, day=day).count() for day in (ANNOUNCED, CORRECTED)] == [3, 2]


def test_before_its_announcement_nothing_of_a_cohort_is_there(round_of_2020):
    before = ANNOUNCED - timedelta(days=1)
    assert list(City.objects.as_of(before)) == list(City.objects.not_members(before)) == []
    assert (recorded(before), list(Country.objects.with_members(before))) == ([], [])


def test_a_membership_goes_on_until_the_day_it_ends(db):
    city = AdmissionFactory(cohort__year=2019, ended_on=date(2021, 6, 1), end_reason="withdrew").city
    assert list(City.objects.as_of(date(2021, 5, 31))) == [city]
    assert list(City.objects.as_of(date(2021, 6, 1))) == []
    assert list(City.objects.not_members(date(2021, 6, 1))) == [city]


def test_where_only_the_year_is_known_an_admission_counts_from_the_end_of_the_year(db):
    cohort = CohortFactory(year=2015, last_year=2016, slug="2015-2016", kind="rolling", announced_on=None)
    AdmissionFactory(cohort=cohort)
    assert [City.objects.as_of(date(2016, 12, day)).count() for day in (30, 31)] == [0, 1]


def test_a_member_without_a_cohort_counts_from_the_day_a_source_shows_it(db):
    AdmissionFactory(cohort=None, member_by=date(2019, 3, 27))
    assert [City.objects.as_of(date(2019, 3, day)).count() for day in (26, 27)] == [0, 1]


def test_an_admission_that_is_still_to_come_makes_no_member(db):
    AdmissionFactory(cohort__year=2100)
    assert not City.objects.members().exists()


day = st.dates(date(2015, 1, 1), date(2026, 12, 31))


class AsOfAnyDay(TestCase):
    """Counts as of any day are those of a replay of the register's events."""

    @settings(max_examples=30, deadline=None)
    @given(
        memberships=st.lists(
            st.tuples(st.integers(0, 3), day, st.one_of(st.none(), st.integers(1, 2000)), st.booleans()), max_size=12
        ),
        asked=st.lists(day, min_size=1, max_size=8),
    )
    def test_the_question_the_replay_and_the_periods_agree(self, memberships, asked):
        places = [CityFactory(country=CountryFactory(code=code)) for code in ("MA", "ES", "KR", "NI")]
        for number, (city, begins, days, is_annulled) in enumerate(memberships):
            ends = begins + timedelta(days=days) if days else None
            fate = {"announced_again": True}
            if ends and is_annulled:
                fate |= {"status": "annulled", "annulled_on": ends}
            elif ends:
                fate |= {"ended_on": ends, "end_reason": "withdrew"}
            cohort = CohortFactory(year=begins.year, slug=f"c{number}", announced_on=begins)
            AdmissionFactory(city=places[city], cohort=cohort, **fate)
        replayed, of_city = events(Admission.objects.select_related("cohort")), periods(Admission.objects.all())
        for each in [*asked, *(event.day for event in replayed)]:
            members = members_after(replayed, each)
            assert set(City.objects.as_of(each).values_list("pk", flat=True)) == members
            assert {city for city, own in of_city.items() if any(period.covers(each) for period in own)} == members
            countries = Country.objects.with_members(each)
            assert sum(country.members for country in countries) == len(members)


def page(client, path, as_of, language="en"):
    return client.get(f"/{language}/{path}", {"as_of": as_of})


@pytest.mark.parametrize(("as_of", "number"), [("2020-09-22", 0), ("2020-09-23", 3), ("2020-09-24", 2)])
def test_pages_answer_as_of_a_day_and_say_so(client, round_of_2020, as_of, number):
    assert page(client, "cities/", as_of).context["paginator"].count == number
    assert page(client, "countries/", as_of).context["members"] == number
    for path in ("cities/", "countries/", "countries/ma/", "admissions/", "admissions/2020/"):
        assert "As the register stood on" in page(client, path, as_of).content.decode()


def test_today_may_be_asked_for_and_tomorrow_not(client, round_of_2020):
    now = today()
    assert page(client, "cities/", now.isoformat()).context["as_of"] == now
    tomorrow = page(client, "cities/", (now + timedelta(days=1)).isoformat())
    assert (tomorrow.context["as_of"], "This day is still to come." in tomorrow.content.decode()) == (None, True)


@pytest.mark.parametrize(
    ("as_of", "is_said"),
    [("2015-08-31", False), ("2015-09-01", True), ("2016-08-22", True), ("2016-08-23", False)],
)
def test_before_the_founding_members_count_a_page_says_that_they_were_being_admitted(client, db, as_of, is_said):
    founding = {"year": 2015, "last_year": 2016, "kind": "rolling", "announced_on": date(2016, 8, 23)}
    AdmissionFactory(cohort=CohortFactory(**founding))
    sentence = (
        "Founding members were admitted one by one from September 2015; those whose own day is not known are "
        "counted here only from 23 August 2016."
    )
    for path in ("cities/", "countries/", "admissions/", "network/", "statistics/"):
        assert (sentence in page(client, path, as_of).content.decode()) is is_said


def test_the_page_of_a_country_has_the_awards_up_to_the_year_of_the_day(client, round_of_2020):
    city = City.objects.as_of(CORRECTED).first()
    for year in (2021, 2024):
        Award.objects.create(city=city, year=year, name_as_announced=city.name_en)

    def awards(day):
        return re.findall(r"award (\d+)", page(client, "countries/ma/", day).content.decode())

    assert [awards(day) for day in ("2020-12-31", "2021-01-01", "2024-01-01", "")] == [
        [], ["2021"], ["2024", "2021"], ["2024", "2021"],
    ]  # fmt: skip


def test_a_wrong_value_of_another_filter_leaves_the_years_as_of_the_day(client, round_of_2020):
    AdmissionFactory(cohort__year=2024)
    context = client.get("/en/cities/", {"as_of": ANNOUNCED, "region": "zz"}).context
    (years,) = [facet for facet in context["facets"] if facet.name == "year"]
    assert [(choice.value, choice.number) for choice in years.choices] == [("2020", 3)]
    assert context["as_of"] == ANNOUNCED


def test_what_was_annulled_later_stands_among_the_others_on_the_day_before(client, round_of_2020):
    before, after = (page(client, "admissions/2020/", day) for day in (ANNOUNCED, CORRECTED))
    assert [len(response.context["admissions"]) for response in (before, after)] == [3, 2]
    assert [len(response.context["annulled"]) for response in (before, after)] == [0, 1]


@pytest.mark.parametrize("path", ["cities/", "countries/", "countries/ma/", "admissions/", "admissions/2020/"])
@pytest.mark.parametrize(
    ("as_of", "sentence"),
    [
        ("yesterday", "“yesterday” is not a day: write it as 2020-09-23."),
        ("2020-02-30", "“2020-02-30” is not a day: write it as 2020-09-23."),
        ("2999-01-01", "This day is still to come."),
        ("1999-01-01", "The network was founded on 23 October 2013."),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_a_sentence(client, round_of_2020, path, as_of, sentence):
    html = page(client, path, as_of).content.decode()
    assert sentence in html
    assert "As the register stood on" not in html
