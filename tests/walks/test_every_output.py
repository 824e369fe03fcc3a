"""Every output of the registry says the same of a city, for every kind of standing that it may have."""

import csv
import json
import re
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from lxml.html import fromstring

from admissions.desk.lists.standing import standings
from admissions.growth.events import events, members_after
from admissions.growth.ledger import growth
from admissions.growth.statistics import members_through_time
from admissions.membership.why import why
from admissions.models import Admission
from admissions.reporting import due_reports
from cities.models import City, Country
from gnlc.maps.growth_map import stays
from gnlc.share_images.views import _standing
from records.as_of import today
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CityFactory,
    CohortFactory,
    CountryFactory,
    InitiativeFactory,
)

pytestmark = pytest.mark.django_db
PAST, LONG_AGO = date(2021, 6, 1), date(2016, 1, 12)
LEFT = {"ended_on": PAST, "end_reason": "withdrew"}
DAYLESS = {"kind": "rolling", "announced_on": None}


def this_year():
    return today().year


def admitted(city, **facts):
    AdmissionFactory(city=city, **facts)


def annulled(city, **facts):
    AnnulledAdmissionFactory(city=city, **facts)


def announced_again(city, **fate):
    admitted(city, cohort__year=2019, **fate)
    admitted(city, cohort__year=2020, announced_again=True)


def readmitted(city, **facts):
    admitted(city, cohort__year=2019, **LEFT)
    admitted(city, **facts)


def in_days(days):
    return today() + timedelta(days)


STORIES = {  # how the city came to its standing: (deeds, the standing, the codes that the desk tells)
    "member": (admitted, "member", ["member"]),
    "member shown by a source": (lambda c: admitted(c, cohort=None, member_by=PAST), "member", ["member"]),
    "member of whom no day is known": (lambda c: admitted(c, cohort=None), "member", ["member"]),
    "former": (lambda c: admitted(c, **LEFT), "former", ["former"]),
    "ends in the future": (
        lambda c: admitted(c, ended_on=in_days(30), end_reason="withdrew"), "member", ["ending"],
    ),
    "ends tomorrow": (lambda c: admitted(c, ended_on=in_days(1), end_reason="withdrew"), "member", ["ending"]),
    "ends today": (lambda c: admitted(c, ended_on=today(), end_reason="withdrew"), "former", ["former"]),
    "annulled": (annulled, "annulled", ["annulled"]),
    "annulled on the first day": (lambda c: annulled(c, annulled_on=date(2020, 2, 14)), "annulled", ["annulled"]),
    "annulled before the end of a year without a day": (
        lambda c: annulled(c, cohort=CohortFactory(year=2017, **DAYLESS), annulled_on=date(2017, 6, 1)),
        "annulled", ["annulled"],
    ),
    "annulled today": (lambda c: annulled(c, annulled_on=today()), "annulled", ["annulled"]),
    "announced for later": (
        lambda c: admitted(c, cohort=CohortFactory(year=2100)), "announced", ["to_come"],
    ),
    "announced for tomorrow": (lambda c: admitted(c, admitted_on=in_days(1)), "announced", ["to_come"]),
    "announced today": (lambda c: admitted(c, admitted_on=today()), "member", ["member"]),
    "without a day in this year": (
        lambda c: admitted(c, cohort=CohortFactory(year=this_year(), **DAYLESS)), "never", ["without_day"],
    ),
    "without a day in years that still run": (
        lambda c: admitted(c, cohort=CohortFactory(year=2025, last_year=this_year(), **DAYLESS)),
        "never", ["without_day"],
    ),
    "without a day in a year to come": (
        lambda c: admitted(c, cohort=CohortFactory(year=this_year() + 1, **DAYLESS)), "never", ["without_day"],
    ),
    "without a day in a past year": (
        lambda c: admitted(c, cohort=CohortFactory(year=2017, **DAYLESS)), "member", ["member"],
    ),
    "without a day in a year that ran when it was recorded": (
        lambda c: admitted(c, cohort=CohortFactory(year=2025, recorded_on=date(2025, 7, 1), **DAYLESS)),
        "never", ["without_day"],
    ),
    "admitted one by one before its cohort": (
        lambda c: admitted(c, admitted_on=LONG_AGO, cohort=CohortFactory(year=2016)), "member", ["member"],
    ),
    "admitted one by one in a cohort without a day": (
        lambda c: admitted(c, admitted_on=PAST, cohort=CohortFactory(year=this_year(), **DAYLESS)),
        "member", ["member"],
    ),
    "announced again": (announced_again, "member", ["member", "member"]),
    "announced again after an end": (lambda c: announced_again(c, **LEFT), "member", ["former", "member"]),
    "admitted again": (lambda c: readmitted(c, cohort__year=2024), "member", ["former", "member"]),
    "admitted again without a day": (
        lambda c: readmitted(c, cohort=CohortFactory(year=this_year(), **DAYLESS)),
        "former", ["former", "without_day"],
    ),
    "admitted again for later": (
        lambda c: readmitted(c, cohort=CohortFactory(year=2100)), "former", ["former", "to_come"],
    ),
    "annulled and admitted later": (
        lambda c: [annulled(c), admitted(c, cohort__year=2024)], "member", ["annulled", "member"],
    ),
    "never": (lambda c: None, "never", []),
}  # fmt: skip
CARD = {"member": "Cohort of|Member", "former": "Former member"}
PAGE = {
    "member": "Member",
    "former": "Former member",
    "annulled": "The admission of this city was announced and then annulled by a correction.",
    "announced": "No admission of this city is recorded.",
    "never": "No admission of this city is recorded.",
}


@pytest.fixture(params=STORIES)
def story(request):
    """The city, public also where no admission of it is; its standing; what the desk tells of it."""
    deeds, standing, codes = STORIES[request.param]
    CohortFactory(slug="2013", year=2013, kind="founding", announced_on=date(2013, 10, 23))
    place = {"latitude": "34.05000", "longitude": "-5.00000", "precision": "place"}
    city = CityFactory(slug="fez", kind="consortium", country=CountryFactory(code="MA"), **place)
    InitiativeFactory(city=city)
    deeds(city)
    return City.objects.get(), standing, codes


def html(client, path, **query):
    response = client.get(f"/en/{path}", query)
    assert response.status_code == 200
    return response.content.decode()


def rows(client, **query):
    return list(csv.DictReader(StringIO(html(client, "cities/cities.csv", **query).lstrip("\ufeff"))))


def test_all_outputs_of_today_agree(client, story):
    city, standing, codes = story
    is_member = standing == "member"
    page = html(client, "cities/fez/")
    said = re.search(r'<p class="standing">(.*?)</p>', page, re.DOTALL)[1]
    nodes = "".join(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL))
    assert PAGE[standing] in said
    assert ('class="tag tag--good"' in said, "memberOf" in json.dumps(nodes)) == (is_member, is_member)
    assert ("until" in said) is (standing == "former")
    description = fromstring(page).xpath("string(//meta[@name='description']/@content)")
    assert ("is a member of" in description, "was a member of" in description) == (is_member, standing == "former")
    assert re.match(CARD.get(standing, "Not a member"), _standing(city))

    listed = {
        status: html(client, "cities/", status=status).count('href="/en/cities/fez/"')
        for status in ("member", "other")
    }
    assert {status: number > 0 for status, number in listed.items()} == {"member": is_member, "other": not is_member}
    assert len(rows(client)) == is_member
    (row,) = rows(client, status="member" if is_member else "other")
    is_public = standing not in ("announced", "never")
    assert row["status"] == (standing if is_public else "")
    assert bool(row["counted_from"]) is is_public

    assert client.get("/en/cities/map/").context["number"] == is_member
    growth_map = client.get("/en/network/map/").context
    assert (growth_map["members"], growth_map["countries"]) == (is_member, is_member)
    assert sum(stay.period.covers(today()) for stay in stays([])) == is_member
    assert growth(today())[-1].after == is_member
    assert ([0, *(change.members for change in members_through_time(Admission.objects.all(), today()))])[
        -1
    ] == is_member
    assert len(members_after(events(Admission.objects.select_related("cohort")), today())) == is_member
    assert Country.objects.with_members().count() == is_member
    assert City.objects.members().count() == City.objects.as_of(today()).count() == is_member
    assert City.objects.filter(member_today=True).count() == is_member

    assert [each.code for each in standings([city.pk], None).get(city.pk, [])] == codes
    assert why(city, today()).standing.kind == standing
    assert any(reason.counts for reason in why(city, today()).reasons) is is_member
    out = StringIO()
    call_command("why", "fez", stdout=out)
    assert (": member, since" in out.getvalue()) is is_member
    if not is_member:
        assert due_reports(Admission.objects.standing_on(today()), until=date(2040, 1, 1)) == []


def test_all_outputs_as_of_any_day_agree(client, story):
    city, _standing, _codes = story
    admissions = Admission.objects.select_related("cohort")
    turns = {event.day for event in events(admissions)}
    days = {day for turn in turns for day in (turn - timedelta(1), turn, turn + timedelta(1))}
    for day in sorted(each for each in {*days, LONG_AGO, PAST} if date(2013, 10, 23) <= each <= today()):
        is_member = city.standing(day).is_member
        as_of = day.isoformat()
        (row,) = [*rows(client, as_of=as_of), *rows(client, as_of=as_of, status="other")] or [None]
        assert {
            "list": client.get("/en/cities/", {"as_of": as_of}).context["paginator"].count,
            "countries": client.get("/en/countries/", {"as_of": as_of}).context["members"],
            "map": client.get("/en/cities/map/", {"as_of": as_of}).context["number"],
            "growth map": client.get("/en/network/map/", {"as_of": as_of}).context["members"],
            "file": row is not None and row["status"] == "member",
            "ledger": growth(day)[-1].after,
            "replay": len(members_after(events(admissions), day)),
            "why": any(reason.counts for reason in why(city, day).reasons),
        } == dict.fromkeys(["list", "countries", "map", "growth map", "file", "ledger", "replay", "why"], is_member), (
            day
        )


def test_what_has_no_day_is_public_nowhere(client):
    cohort = CohortFactory(year=this_year(), announced_on=None)
    AdmissionFactory(cohort=cohort, city__slug="fez")
    for path in ("cities/fez/", f"admissions/{cohort.slug}/", "countries/ma/"):
        assert client.get(f"/en/{path}").status_code == 404
    for path in ("cities/", "cities/map/", "admissions/", "network/", "statistics/", "cities/cities.csv"):
        assert "fez" not in html(client, path)
    assert "fez" not in client.get("/sitemap-cities.xml").content.decode()
