"""The sizes of the network that it announced itself, and where each was read: there, in a copy, or in a reprint."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from admissions.models import Cohort, ReportedFigure
from cities.models import Source
from records.l10n import day_in_words


@dataclass(frozen=True)
class Announcement:
    """A size of the network in cities and countries, announced on a day; `source` is where it was read.

    A total of a `cohort` that no reported figure states has no source of its own: those of the cohort have it.
    """

    day: date
    cities: int
    countries: int | None
    source: Source | None
    cohort: Cohort | None = None

    @property
    def day_in_words(self):
        return day_in_words(self.day)

    @property
    def is_at_the_network(self):
        """Whether it was read where the network itself published it."""
        return bool(self.source) and self.source.kind == Source.Kind.NETWORK and not self.source.is_copy

    @property
    def is_in_a_copy(self):
        """Whether what was read is a copy, kept by somebody else, of a page of the network."""
        return bool(self.source) and self.source.kind == Source.Kind.NETWORK and self.source.is_copy


def announcements():
    """All of them, the oldest first; of one day, the total taken with a cohort comes last. Three queries.

    They are what the network published for a known day, there or read in a copy, and the totals with cohorts: where
    a correction changed one, each counts from its own day.
    """
    figures = list(ReportedFigure.objects.of_a_known_day())
    own = [
        Announcement(figure.as_of, figure.cities, figure.countries, figure.source)
        for figure in figures
        if figure.source.kind == Source.Kind.NETWORK
    ]
    return sorted([*own, *_with_cohorts(figures)], key=lambda each: (each.day, each.cohort is not None))


def last_announced(announcements, day):
    """Of announcements, the oldest first, the last one by a day, or None."""
    return next((each for each in reversed(announcements) if each.day <= day), None)


def last_at_the_network(announcements, day):
    """The last one by a day that was read at the network itself, or None."""
    return last_announced([each for each in announcements if each.is_at_the_network], day)


def _with_cohorts(figures):
    cohorts = list(
        Cohort.objects.exclude(counts_from=None).prefetch_related("corrections").order_by("counts_from", "year")
    )
    for cohort, following in zip_longest(cohorts, cohorts[1:]):
        before, last = None, cohort.network_cities_after
        for day in sorted({cohort.counts_from, *(each.corrected_on for each in cohort.corrections.all())}):
            cohort.network_cities_after = last
            cities = last and cohort.as_announced_by(day).network_cities_after
            if cities and cities != before:
                numbers = cities, cohort.network_countries_after
                yield Announcement(day, *numbers, _read_in(figures, numbers, cohort, following), cohort)
            before = cities
        cohort.network_cities_after = last


def _read_in(figures, numbers, cohort, following):
    """Where the total of a cohort was read: at the network, else in a copy, else where it was printed first."""
    until = following.counts_from if following else date.max
    found = [
        figure
        for figure in figures
        if (figure.cities, figure.countries) == numbers and cohort.counts_from <= figure.as_of < until
    ]
    closeness = [
        (figure.source.kind != Source.Kind.NETWORK, figure.source.is_copy, figure.as_of, figure.source.slug)
        for figure in found
    ]
    return found[closeness.index(min(closeness))].source if found else None
