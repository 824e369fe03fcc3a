"""The growth of the network on the map, from each day that changed the register to the next."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from admissions.announced import Announcement, last_announced, last_at_the_network
from admissions.membership.periods import Period, periods
from admissions.models import Admission, Cohort, Correction
from cities.models import City
from gnlc.maps.dots import on_the_map, point
from gnlc.maps.tones import NO_COHORT
from records.as_of import OPENED, today


@dataclass
class Stop:
    """A day from which on the register held something else, with the numbers counted from it as of that day.

    Of `change`, `shown` are new members of whom no source says when they were admitted.

    `figures` are what anybody published about the size of the network from that day until the next stop, `earlier`
    what was published before the first members count. `published` is what the network itself had announced last by
    that day, `at_the_network` the last of it that was read on its own pages.
    """

    day: date
    members: int
    countries: int
    change: int = 0
    shown: int = 0
    cohorts: list = field(default_factory=list)
    corrections: list = field(default_factory=list)
    figures: list = field(default_factory=list)
    earlier: list = field(default_factory=list)
    published: Announcement | None = None
    at_the_network: Announcement | None = None

    @property
    def opens(self):
        """Whether it is the day on which this register opened."""
        return self.day == OPENED


@dataclass(frozen=True)
class Stay:
    """A time of membership with the place of the city, if one is recorded, and the number of its colour."""

    country: str
    period: Period
    tone: int
    x: float | None
    y: float | None

    @property
    def path(self):
        return point(self.x, self.y, self.tone)


def stays(colours):
    """Every time of membership that has begun, by its first day; `colours` are those of cohorts."""
    places = {pk: row for pk, *row in City.objects.values_list("pk", "country_id", "longitude", "latitude")}
    tones = {cohort.slug: tone for cohort, tone in colours}
    found = [
        Stay(places[city][0], period, tones.get(period.cohort, NO_COHORT), *on_the_map(*places[city][1:]))
        for city, own in periods(Admission.objects.all()).items()
        for period in own
        if period.first_day <= today()
    ]
    return sorted(found, key=lambda stay: stay.period.first_day)


def stops(stays, figures, own):
    """The stops until today, the earliest first: days of the register and days on which a cohort was announced.

    `figures` are all that were published, `own` the announcements of the network.
    """
    cohorts, corrections = defaultdict(list), defaultdict(list)
    for cohort in Cohort.objects.announced_by(today()):
        cohorts[cohort.counts_from].append(cohort)
    for correction in Correction.objects.published_by(today()).select_related("cohort"):
        corrections[correction.corrected_on].append(correction)
    changes = {day for stay in stays for day in (stay.period.first_day, stay.period.ended_on) if day}
    days = sorted(day for day in {*changes, *cohorts} if day <= today())
    found = []
    for day in days:
        members = [stay for stay in stays if stay.period.covers(day)]
        before = found[-1].members if found else 0
        found.append(
            Stop(
                day, len(members), len({stay.country for stay in members}), len(members) - before,
                len([stay for stay in members if stay.period.first_day == day and not stay.period.is_dated]),
                cohorts[day], corrections[day],
            )
        )  # fmt: skip
    _give_figures(found, figures, own)
    return found


def _give_figures(stops, figures, own):
    """A figure stands with the last stop before the day that it is about.

    What was published before the first members count is not about the founding of the network, which admitted
    nobody: it stands with the first stop that has members.
    """
    for stop in stops:
        stop.published, stop.at_the_network = last_announced(own, stop.day), last_at_the_network(own, stop.day)
    peopled = [stop for stop in stops if stop.members]
    for figure in figures:
        begun = [stop for stop in peopled if stop.day <= figure.latest_day]
        if begun:
            begun[-1].figures.append(figure)
        elif peopled:
            peopled[0].earlier.append(figure)
