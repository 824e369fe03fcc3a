"""The growth of the network as a ledger: what is recorded here, step by step, beside what was published."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import zip_longest

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from admissions.growth.events import ANNULLED, BEGAN, ENDED, events, members_after
from admissions.models import Admission, Cohort, ReportedFigure


@dataclass(frozen=True)
class Claim:
    """A published size of the network, with all the figures that state it, and the words before its numbers."""

    cities: int | None
    countries: int | None
    cities_qualifier: str
    countries_qualifier: str
    figures: tuple
    is_accepted: bool


@dataclass
class Stage:
    """The time from the announcement of a cohort until the eve of the next, in members recorded and members published.

    `before` is the number of members on its eve, `after` that at the end of its last day, `until`; a time that has
    not ended `is_running`. `admitted` are cities that became members, `shown` those that a source shows without saying
    when, `again` those that were members already. `one_by_one` are cities of the cohort that were admitted before it
    was announced, and stand among the members before. Numbers are cities.
    `claims` are what was published about the size of the network in this time. `earlier` are those from before the
    first cohort that admitted cities, and stand with it: the founding of the network, which admitted nobody, has none.
    `members_when_published` were recorded on the day of the announcement, or of its last correction.
    """

    cohort: Cohort
    until: date
    before: int
    after: int
    admitted: int = 0
    shown: int = 0
    again: int = 0
    one_by_one: int = 0
    annulled: int = 0
    ended: int = 0
    claims: list = field(default_factory=list)
    earlier: list = field(default_factory=list)
    published_before: int | None = None
    members_when_published: int = 0
    is_running: bool = False

    @property
    def published(self):
        return self.cohort.network_cities_after

    def sentences(self):
        """The residuals in plain words."""
        found = []
        if self.cohort.announced_cities and self.cohort.announced_cities != self.cohort.recorded_cities:
            found.append(
                _("%(recorded)d of %(announced)d announced cities are recorded here.")
                % {"recorded": self.cohort.recorded_cities, "announced": self.cohort.announced_cities}
            )
        if self.one_by_one:
            found.append(
                ngettext(
                    "%(number)d city of this cohort was admitted before it was announced, and is a member before.",
                    "%(number)d cities of this cohort were admitted before it was announced, and are members before.",
                    self.one_by_one,
                )
                % {"number": self.one_by_one}
            )
        if self.has_more_countries:
            found.append(
                _("%(recorded)d countries are recorded here; the number announced is %(announced)d.")
                % {"recorded": self.cohort.recorded_countries, "announced": self.cohort.announced_countries}
            )
        if self.published is not None:
            found += [self._unexplained(), self._unrecorded()]
        return [sentence for sentence in found if sentence]

    @property
    def is_unexplained(self):
        """Whether numbers differ and nobody has written on the page of the cohort why."""
        announced, recorded = self.cohort.announced_cities, self.cohort.recorded_cities
        differing = (announced and announced != recorded) or self.has_more_countries or self.shortfall or self.missing
        return bool(differing) and not self.cohort.difference_en

    @property
    def has_more_countries(self):
        """Whether its cities lie in more countries than were announced, which no city that lacks can explain."""
        announced = self.cohort.announced_countries
        return bool(announced) and self.cohort.recorded_countries > announced

    @property
    def shortfall(self):
        """By how many cities the published total is below the one before and the new ones together, below zero if it
        is above; None if one of the numbers is not known."""
        if None in (self.published_before, self.published) or not self.cohort.announced_cities:
            return None
        return self.published_before + self.cohort.announced_cities - self.published

    @property
    def missing(self):
        """Published members that are not recorded here, below zero if more are; None if no total was published."""
        return None if self.published is None else self.published - self.members_when_published

    def _unexplained(self):
        """What the published totals leave open between themselves."""
        shortfall = self.shortfall
        if shortfall is None:
            return ""
        numbers = {"before": self.published_before, "new": self.cohort.announced_cities, "after": self.published}
        sum_of = _("Published: %(before)d members before and %(new)d new ones; %(after)d after it.") % numbers
        if shortfall > 0:
            rest = ngettext(
                "That is %(number)d member fewer than the sum, and no source says why.",
                "That is %(number)d members fewer than the sum, and no source says why.",
                shortfall,
            )
        elif shortfall < 0:
            rest = ngettext(
                "That is %(number)d member more than the sum, and no source says why.",
                "That is %(number)d members more than the sum, and no source says why.",
                -shortfall,
            )
        else:
            rest = _("These numbers agree.")
        return f"{sum_of} {rest % {'number': abs(shortfall)}}"

    def _unrecorded(self):
        missing = self.missing
        if missing > 0:
            sentence = ngettext(
                "%(number)d published member is not recorded here.",
                "%(number)d published members are not recorded here.",
                missing,
            )
        elif missing < 0:
            sentence = ngettext(
                "%(number)d member more is recorded here than was published, and no source says why.",
                "%(number)d members more are recorded here than were published, and no source says why.",
                -missing,
            )
        else:
            return _("As many members are recorded here as were published.")
        return sentence % {"number": abs(missing)}


def growth(day):
    """The stages up to that day, oldest first, in a fixed number of queries."""
    cohorts = Cohort.objects.announced_by(day).with_recorded(day).prefetch_related("corrections")
    cohorts = [cohort.as_announced_by(day) for cohort in cohorts.order_by("counts_from", "year")]
    figures = list(ReportedFigure.objects.filter(as_of__lte=day).select_related("source").order_by("as_of", "pk"))
    happened = [event for event in events(Admission.objects.select_related("cohort")) if event.day <= day]
    stages, published = [], None
    for cohort, following in zip_longest(cohorts, cohorts[1:]):
        last_day = following.counts_from - timedelta(days=1) if following else day
        stage = _stage(cohort, last_day, happened, figures)
        stage.published_before = published
        stage.is_running = following is None
        published = cohort.network_cities_after or published
        stages.append(stage)
    _give_earlier_claims(stages, figures)
    return stages


def _give_earlier_claims(stages, figures):
    admitting = [stage for stage in stages if stage.cohort.kind != Cohort.Kind.FOUNDING]
    if admitting:
        first = admitting[0].cohort
        admitting[0].earlier = _claims([each for each in figures if each.latest_day < first.counts_from], first)


def _stage(cohort, last_day, happened, figures):
    first_day = cohort.counts_from
    own = [event for event in happened if first_day <= event.day <= last_day]
    before = members_after(happened, first_day - timedelta(days=1))
    after = members_after(happened, last_day)
    began = [event.admission for event in own if event.kind == BEGAN]
    dated = {admission.city_id for admission in began if admission.cohort_id or admission.admitted_on}
    undated = {admission.city_id for admission in began} - dated
    settled = max(
        [first_day, *(each.corrected_on for each in cohort.corrections.all() if each.corrected_on <= last_day)]
    )
    return Stage(
        cohort,
        last_day,
        len(before),
        len(after),
        admitted=len(dated - before),
        shown=len(undated - before),
        again=len(dated & before),
        one_by_one=len(_of_cohort(happened, cohort, first_day)),
        annulled=len([event for event in own if event.kind == ANNULLED]),
        ended=len([event for event in own if event.kind == ENDED]),
        claims=[]
        if cohort.kind == Cohort.Kind.FOUNDING
        else _claims([figure for figure in figures if first_day <= figure.latest_day <= last_day], cohort),
        members_when_published=len(members_after(happened, settled)),
    )


def _of_cohort(happened, cohort, first_day):
    """Cities that were admitted in the cohort on a day before its first one."""
    began = [event.admission for event in happened if event.kind == BEGAN and event.day < first_day]
    return {admission.city_id for admission in began if admission.cohort_id == cohort.pk}


def _claims(figures, cohort):
    """The figures of a stage by what they state, the accepted one first, then the most often stated."""
    by_numbers = {}
    for figure in figures:
        if figure.cities is not None:
            numbers = figure.cities, figure.countries, figure.cities_qualifier, figure.countries_qualifier
            by_numbers.setdefault(numbers, []).append(figure)
    accepted = (cohort.network_cities_after, cohort.network_countries_after, "", "")
    claims = [Claim(*numbers, tuple(found), numbers == accepted) for numbers, found in by_numbers.items()]
    return sorted(claims, key=lambda claim: (not claim.is_accepted, -len(claim.figures), claim.cities))
