from datetime import date, timedelta

import pytest
from icalendar import Calendar

from news.models import Conference
from records.as_of import today
from tests.factories import CityFactory, CountryFactory, EventFactory

EVENTS = "/en/events/"


def slugs(events):
    return [event.slug for event in events]


@pytest.fixture
def events(db):
    cork = CityFactory(name_en="Cork", name_ar="كورك", country=CountryFactory(code="IE", name_en="Ireland"))
    EventFactory(slug="charter", city=cork)
    EventFactory(slug="online", kind="announcement", starts_on=date(2020, 9, 23))
    EventFactory(slug="next", kind="conference", starts_on=today() + timedelta(days=3), city=cork)
    EventFactory(slug="later", starts_on=today() + timedelta(days=30))
    EventFactory(slug="under-way", starts_on=today() - timedelta(days=1))


def test_what_comes_stands_before_what_was_and_the_next_comes_first(client, events):
    context = client.get(EVENTS).context
    assert slugs(context["coming"]) == ["under-way", "next", "later"]
    assert slugs(context["object_list"]) == ["online", "charter"]


@pytest.mark.parametrize(
    ("query", "coming", "past"),
    [
        ("country=ie", ["next"], ["charter"]),
        ("year=2020", [], ["online"]),
        ("kind=announcement", [], ["online"]),
        ("kind=conference&kind=forum&country=IE", ["next"], ["charter"]),
        ("year=2019&kind=award", [], []),
    ],
)
def test_events_are_narrowed_down_by_kind_year_and_country(client, events, query, coming, past):
    context = client.get(f"{EVENTS}?{query}").context
    assert (slugs(context["coming"]), slugs(context["object_list"])) == (coming, past)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("kind=party", "There is no event of the kind “party”."),
        ("year=1999", "There is no event in the year “1999”."),
        ("year=%00", "There is no event in the year"),
        ("country=XX", "There is no event in a country with the code “XX”."),
    ],
)
def test_a_wrong_filter_gets_a_clear_sentence(client, events, query, sentence):
    response = client.get(f"{EVENTS}?{query}")
    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_the_page_of_a_conference_has_its_theme_and_its_neighbours_in_time(client, events):
    conference = EventFactory(slug="meeting", kind="conference", starts_on=date(2019, 10, 1))
    Conference.objects.create(
        number=4, slug="medellin", held_from=date(2019, 10, 1), held_to=date(2019, 10, 3), city_name_en="Medellín",
        theme_en="Inclusion", country=CountryFactory(), event=conference,
    )  # fmt: skip
    response = client.get(f"{EVENTS}meeting/")
    assert "Inclusion" in response.content.decode()
    assert (response.context["before"].slug, response.context["after"].slug) == ("charter", "online")


def test_two_events_that_begin_on_one_day_are_neighbours(db):
    first, second = EventFactory(slug="a"), EventFactory(slug="b")
    assert (first.before(), first.after(), second.before(), second.after()) == (None, second, first, None)


def calendar(client, path):
    response = client.get(path)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return [
        (str(entry["uid"]), entry.decoded("dtstart"), entry.decoded("dtend"), str(entry.get("location", "")))
        for entry in Calendar.from_ical(response.content).walk("VEVENT")
    ]


def test_a_calendar_program_gets_whole_days_the_end_being_the_day_after(client, events):
    charter = ("event-charter@registry-of-learning-cities", date(2019, 5, 13), date(2019, 5, 15), "Cork, Ireland")
    assert calendar(client, "/en/events/charter.ics") == [charter]
    assert calendar(client, "/en/events.ics?country=IE&year=2019") == [charter]
    assert len(calendar(client, "/en/events.ics")) == 5


def test_the_calendar_is_in_the_language_of_its_address_and_leads_to_the_page(client, events):
    file = client.get("/ar/events/charter.ics").content.decode().replace("\r\n ", "")
    assert "URL:http://testserver/ar/events/charter/" in file
    assert "كورك" in file


def test_a_calendar_of_what_cannot_be_is_empty_and_one_of_no_event_is_not_found(client, events):
    wrong = client.get("/en/events.ics?year=soon")
    assert (wrong.status_code, wrong.content.decode()) == (400, "There is no event in the year “soon”.")
    assert client.get("/en/events/atlantis.ics").status_code == 404


@pytest.mark.parametrize("number", [3, 30])
def test_events_run_the_same_queries_however_many_there_are(client, db, django_assert_num_queries, number):
    for day in range(number):
        EventFactory(city=CityFactory(), starts_on=today() + timedelta(days=day))
        EventFactory(city=CityFactory(), starts_on=date(2019, 1, 1) + timedelta(days=day))
    with django_assert_num_queries(7):
        client.get(EVENTS)
    with django_assert_num_queries(1):
        client.get("/en/events.ics")
