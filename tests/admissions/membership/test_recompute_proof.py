"""Stored days, the replay of events, the periods and each question hold each other: they agree on every day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from admissions.growth.events import events, members_after
from admissions.membership.periods import periods
from admissions.membership.recompute import recompute
from admissions.models import Admission, Cohort
from cities.member_today import turn
from cities.models import City
from records.as_of import OPENED, today
from tests.factories import AdmissionFactory, CityFactory, CohortFactory

day = st.dates(date(2015, 1, 1), date(2028, 12, 31))
maybe_a_day = st.one_of(st.none(), day)
cohort = st.fixed_dictionaries(
    {
        "year": st.integers(2015, 2028),
        "span": st.integers(0, 2),
        "announced_on": maybe_a_day,
        "recorded_on": day,
    }
)
admission = st.fixed_dictionaries(
    {
        "city": st.integers(0, 2),
        "cohort": st.one_of(st.none(), st.integers(0, 3)),
        "own": maybe_a_day,
        "over": maybe_a_day,
        "is_annulled": st.booleans(),
    }
)
moved = st.tuples(st.integers(0, 3), maybe_a_day)


def made(cohorts, admissions):
    """The cities of a register with these records."""
    cities = CityFactory.create_batch(3)
    groups = []
    for number, each in enumerate(cohorts):
        last_year = each["year"] + each["span"] if each["span"] else None
        facts = {"announced_on": each["announced_on"], "recorded_on": each["recorded_on"]}
        groups.append(CohortFactory(slug=f"c{number}", year=each["year"], last_year=last_year, **facts))
    taken = set()
    for each in admissions:
        group = groups[each["cohort"] % len(groups)] if each["cohort"] is not None and groups else None
        if group and (each["city"], group) in taken:
            continue
        taken.add((each["city"], group))
        facts = {"cohort": group, "announced_again": True}
        facts |= {"admitted_on": each["own"]} if group else {"member_by": each["own"]}
        if each["over"] and each["is_annulled"] and group:
            facts |= {"status": "annulled", "annulled_on": each["over"]}
        elif each["over"] and not (group and each["own"] and each["over"] <= each["own"]):
            facts |= {"ended_on": each["over"], "end_reason": "withdrew"}
        AdmissionFactory(city=cities[each["city"]], **facts)
    return cities


def is_member_by_the_facts(admission, asked):
    """The rule once more, from what is recorded alone and written in another way."""
    group = admission.cohort
    if group is None:
        days = [admission.admitted_on, admission.member_by, OPENED]
    else:
        years = range(group.year, (group.last_year or group.year) + 1)
        was_over = all(year < group.recorded_on.year for year in years)
        days = [admission.admitted_on, group.announced_on, date(max(years), 12, 31) if was_over else None]
    known = [each for each in days if each is not None]
    overs = [each for each in (admission.annulled_on, admission.ended_on) if each is not None]
    return bool(known) and known[0] <= asked and all(asked < each for each in overs)


class OnAnyDay(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(
        cohorts=st.lists(cohort, max_size=4),
        admissions=st.lists(admission, max_size=8),
        moves=st.lists(moved, max_size=3),
        asked=st.lists(day, min_size=1, max_size=4),
    )
    def test_the_facts_the_stored_days_the_replay_the_periods_and_the_questions_agree(
        self, cohorts, admissions, moves, asked
    ):
        cities = made(cohorts, admissions)
        for number, announced_on in moves:
            for group in Cohort.objects.filter(slug=f"c{number}"):
                group.announced_on = announced_on
                group.save()
        assert recompute(Admission.objects.all()) == []
        assert turn(City.objects.all()) == 0
        recorded = list(Admission.objects.select_related("cohort"))
        replayed, of_city = events(recorded), periods(Admission.objects.all())
        around = {event.day + timedelta(shift) for event in replayed for shift in (-1, 0)}
        for each in {*asked, *around, today()}:
            members = {one.city_id for one in recorded if is_member_by_the_facts(one, each)}
            assert set(City.objects.as_of(each).values_list("pk", flat=True)) == members
            assert members_after(replayed, each) == members
            assert {city for city, own in of_city.items() if any(period.covers(each) for period in own)} == members
            assert {city.pk for city in cities if city.standing(each).is_member} == members
        assert set(City.objects.filter(member_today=True)) == set(City.objects.as_of(today()))
