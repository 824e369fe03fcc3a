"""UNESCO's region as the lists print it, offered for countries of which the registry has none."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from admissions.desk.rounds import open_to_changes
from admissions.models import IntakeLine
from cities.models import Country
from records.exceptions import RefusedError
from records.history.attribution import attributed
from records.locking import locked


@dataclass(frozen=True)
class OfferedRegion:
    """A country without a region, and the regions under which lists of the round print its cities, mostly one."""

    country: Country
    regions: tuple[Country.Region, ...]


def offered_regions(recording):
    """The `OfferedRegion`s of a round, by country, in one query."""
    found = {}
    for line in _printed(recording).order_by("country", "pk"):
        found.setdefault(line.country, {})[Country.Region(line.region)] = True
    return [OfferedRegion(country, tuple(regions)) for country, regions in found.items()]


@transaction.atomic
def record_region(recording, country, region, *, by):
    """Record the region of a country that has none, as a list of the round prints it; the history names that list.

    Repeating it changes nothing. Raises `RefusedError` if no list prints it, or if the country has another region.
    """
    open_to_changes(recording, by)
    country = locked(country)
    if country.region == region:
        return country
    line = _printed(recording).filter(country=country, region=region).select_related("intake__source").first()
    if line is None:
        raise RefusedError(_("No list of this round prints this region for a country that has none."))
    reason = gettext_noop("As printed in “%(source)s”")
    with attributed(by, reason, source=str(line.intake.source)):
        country.region = region
        country.save()
    return country


def _printed(recording):
    lines = IntakeLine.objects.in_use().filter(intake__recording=recording, kind="city", country__region="")
    return lines.exclude(region="").select_related("country")
