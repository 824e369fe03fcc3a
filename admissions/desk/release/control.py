"""Control totals: what was found in the lists against what they declare."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from admissions.desk.lists.compare import staying_members
from admissions.models import Admission
from admissions.querysets import MOST_OF_A_COUNTRY
from cities.models import Country
from records.as_of import today


@dataclass(frozen=True)
class Control:
    """One number found beside the one declared; None where nothing is declared. `key` names it in any language."""

    key: str
    label: str
    found: int
    declared: int | None

    @property
    def differs(self):
        return self.declared is not None and self.declared != self.found


def controls(recording):
    """All control totals of a recording: cities, countries, cities by region, and the network after the round.

    Where the lists are a supplement to a cohort, its other members count with them.
    """
    entries = list(recording.entries.counting().prefetch_related("lines"))
    staying = [admission.city.country for admission in staying_members(recording)]
    number = len(entries) + len(staying)
    countries = {entry.country_id for entry in entries} | {country.pk for country in staying}
    found = [
        Control("cities", _("Cities"), number, recording.announced_cities),
        Control("countries", _("Countries"), len(countries), recording.announced_countries),
    ]
    by_region = Counter([*map(_region, entries), *(country.region for country in staying)])
    for region, declared in recording.announced_by_region.items():
        found.append(Control(region, Country.Region(region).label, by_region[region], declared))
    if recording.network_cities_before is not None and recording.network_cities_after is not None:
        after = recording.network_cities_before + number - _members_already(recording, entries)
        found.append(Control("network", _("Cities in the network after it"), after, recording.network_cities_after))
    return found


def differing_numbers(recording):
    """The numbers that differ, as JSON: a reason is written for these, and for no others."""
    return [[control.key, control.found, control.declared] for control in controls(recording) if control.differs]


def crowded_countries(entries):
    """{country: number} of countries with more entries than may be nominated: worth a look, not an error."""
    counts = Counter(entry.country_id for entry in entries)
    return {code: number for code, number in counts.items() if number > MOST_OF_A_COUNTRY}


def _region(entry):
    return next((line.region for line in entry.lines.all() if line.region), "")


def _members_already(recording, entries):
    """How many of the cities are members by another cohort on its day, whom the round does not add to the network."""
    keys = [entry.city_id for entry in entries if entry.city_id]
    current = Admission.objects.standing_on(recording.announced_on or today()).filter(city__in=keys)
    if recording.cohort_id:
        current = current.exclude(cohort=recording.cohort_id)
    return current.values("city").distinct().count()
