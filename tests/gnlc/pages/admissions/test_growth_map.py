"""The growth of the network on the map."""

import re
from datetime import date

import pytest
from lxml import html

from cities.models import City, Country
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CohortFactory,
    CorrectionFactory,
    CountryFactory,
    ReportedFigureFactory,
)
from tests.support.markup import in_one_line

PLACE = {"city__latitude": 34, "city__longitude": -5, "city__precision": "place"}


@pytest.fixture
def network(db):
    """Founded in 2013; one member of 2019 that left in 2021; in 2020 two more, one of them annulled the day after."""
    CohortFactory(year=2013, kind="founding", announced_on=date(2013, 10, 23))
    AdmissionFactory(cohort__year=2019, ended_on=date(2021, 6, 1), end_reason="withdrew", **PLACE)
    AdmissionFactory(cohort__year=2020, city__country=CountryFactory(code="KR"))
    AnnulledAdmissionFactory(cohort__year=2020, **PLACE)
    CorrectionFactory(cohort=CohortFactory(year=2020), corrected_on=date(2020, 2, 15))


def opened(client, day=None):
    return client.get("/en/network/map/", {"as_of": day} if day else None)


def test_each_day_that_changed_the_register_is_a_stop_with_its_numbers(client, network):
    stops = opened(client).context["stops"]
    assert [(stop.day, stop.members, stop.countries, stop.change) for stop in stops] == [
        (date(2013, 10, 23), 0, 0, 0),
        (date(2019, 2, 14), 1, 1, 1),
        (date(2020, 2, 14), 3, 2, 2),
        (date(2020, 2, 15), 2, 2, -1),
        (date(2021, 6, 1), 1, 1, -1),
    ]
    assert [len(stop.corrections) for stop in stops] == [0, 0, 0, 1, 0]


def test_what_is_recorded_for_a_day_to_come_is_not_shown(client, network):
    AdmissionFactory(cohort__year=2024, admitted_on=date(2099, 3, 1), **PLACE)
    html = opened(client).content.decode()
    assert ("2099" in html, len(opened(client).context["stops"])) == (False, 6)


def said_of(client, day):
    """What the list says of a stop besides its numbers."""
    stop = html.fromstring(opened(client).content).find(f".//li[@data-day='{day}']")
    return [" ".join(each.text_content().split()) for each in stop.findall("p[@class='quiet']")]


def test_members_whom_a_source_only_shows_do_not_read_as_admitted_on_that_day(client, network):
    AdmissionFactory(cohort=None, member_by=date(2020, 2, 14))
    AdmissionFactory.create_batch(2, cohort=None, member_by=date(2023, 6, 15))
    AdmissionFactory(cohort=None)
    stops = opened(client).context["stops"]
    assert [(stop.change, stop.shown) for stop in stops] == [(0, 0), (1, 0), (3, 1), (-1, 0), (-1, 0), (2, 2), (1, 1)]
    assert said_of(client, "2019-02-14") == []
    assert said_of(client, "2020-02-14") == [
        "1 of the new members was first shown by a source; the day of its admission is not known."
    ]
    assert said_of(client, "2023-06-15") == ["First shown by a source; the day of admission is not known."]
    assert said_of(client, "2026-11-21") == [
        "The day of admission is not known; counted from the day this register opened."
    ]


def test_the_numbers_of_every_stop_are_those_of_the_register_on_that_day(client, network):
    for stop in opened(client).context["stops"]:
        context = opened(client, stop.day.isoformat()).context
        asked = (City.objects.as_of(stop.day).count(), Country.objects.with_members(stop.day).count())
        assert (stop.members, stop.countries) == (context["members"], context["countries"]) == asked
        assert context["stop"].day == stop.day


def test_a_day_shows_the_dots_of_its_members_and_hides_the_others(client, network):
    html = in_one_line(opened(client, "2020-02-14").content.decode())
    dots = re.findall(r'<(path|g)[^>]*? class="tone-\d( is-out)?" data-from="([^"]+)"(?: data-until="([^"]+)")?', html)
    assert dots == [
        ("path", "", "2019-02-14", "2021-06-01"),
        ("g", "", "2020-02-14", ""),
        ("path", "", "2020-02-14", "2020-02-15"),
    ]
    assert opened(client, "2020-02-15").content.decode().count("is-out") == 1


def test_between_two_stops_the_register_is_that_of_the_first(client, network):
    context = opened(client, "2019-12-31").context
    assert (context["stop"].day, context["members"]) == (date(2019, 2, 14), 1)


def test_what_the_network_announced_last_by_a_day_stands_apart_as_on_the_home_page(client, network):
    first = ReportedFigureFactory(as_of=date(2012, 1, 1), cities=1)
    ReportedFigureFactory(as_of=date(2020, 1, 1), as_of_precision="year", cities=230)
    second = ReportedFigureFactory(as_of=date(2020, 2, 14), cities=229)
    ReportedFigureFactory(as_of=date(2020, 2, 14), cities=230, source__kind="press")
    ReportedFigureFactory(as_of=date(2021, 6, 2), cities=231, source__kind="press")
    stops = opened(client).context["stops"]
    sources = [first.source, first.source, second.source, second.source, second.source]
    assert [stop.published.source for stop in stops] == sources
    assert [len(stop.figures) for stop in stops] == [0, 0, 2, 1, 1]
    assert opened(client, "2020-02-13").context["published"].source == first.source
    today = opened(client).context["published"]
    assert today == client.get("/en/").context["reported"]
    assert 'data-published="229" data-published-on="14 February 2020' in in_one_line(opened(client).content.decode())


def test_what_was_published_before_the_first_members_stands_with_them(client, network):
    figure = ReportedFigureFactory(as_of=date(2018, 3, 30), cities=11, cities_qualifier="about")
    stops = opened(client).context["stops"]
    assert [(stop.members, stop.earlier, stop.figures) for stop in stops][:2] == [(0, [], []), (1, [figure], [])]
    html = opened(client).content.decode()
    assert "Published before the first members count here" in html
    assert "about 11 cities" in html


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("soon", "“soon” is not a day: write it as 2020-09-23."), ("2999-01-01", "This day is still to come.")],
)
def test_a_day_that_cannot_be_is_refused_with_a_sentence(client, network, day, sentence):
    assert sentence in opened(client, day).content.decode()


def test_an_empty_register_has_no_stops(client, db):
    assert opened(client).context["stops"] == []


@pytest.mark.parametrize("number", [2, 8])
def test_the_page_runs_the_same_queries_however_much_has_happened(client, db, django_assert_num_queries, number):
    for year in range(2015, 2015 + number):
        AdmissionFactory(cohort__year=year, **PLACE)
        ReportedFigureFactory(as_of=date(year, 3, 1))
    with django_assert_num_queries(11):
        opened(client)
