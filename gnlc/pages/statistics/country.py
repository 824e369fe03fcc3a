"""The charts of a country's page: each a function of the country and the day."""

from django.utils.translation import gettext as _

from admissions.growth.statistics import quota_use
from admissions.models import Admission, Cohort
from admissions.querysets import MOST_OF_A_COUNTRY
from cities.models import City
from gnlc.charts import Bars, Dots, Row, Series
from gnlc.maps.tones import tones

from .growth import through_time
from .words import largest_first, recorded, row_of_cohort, row_of_country, rows_of_countries

MOST_NEIGHBOURS = 12  # drawn


def time(country, day):
    return through_time(
        Admission.objects.of_country(country), day, "time", _("Members through time"),
        _("A line that rises in steps with the members of this country recorded here."),
    )  # fmt: skip


def cohorts(country, day):
    """Cities in each cohort that had one of this country, and those of unknown year."""
    tone = tones()
    numbers = Admission.objects.of_country(country).announced_by(day).number_by_cohort_and("city__country")
    numbers = {cohort: number for (cohort, _country), number in numbers.items()}
    found = Cohort.objects.filter(pk__in=[pk for pk in numbers if pk]).order_by("year", "slug")
    rows = [row_of_cohort(cohort, (numbers[cohort.pk],), style=f"tone-{tone[cohort.slug]}") for cohort in found]
    if None in numbers:
        rows.append(Row(_("year not known"), (numbers[None],), style="tone-0"))
    return Bars(
        "cohorts", _("Cities by cohort"), _("A bar for each cohort with cities of this country."),
        _("Cohort"), (recorded(_("Recorded here")),), tuple(rows),
    )  # fmt: skip


def region(country, day):
    """The country among those of its region, which is always drawn."""
    numbers = City.objects.as_of(day).in_regions(country.region).number_by_country()
    rows = largest_first(rows_of_countries({code: (number,) for code, number in numbers.items()}, own=country.code))
    place = next((place for place, row in enumerate(rows) if row.style), 0)
    if place >= MOST_NEIGHBOURS:
        rest = (*rows[MOST_NEIGHBOURS - 1 : place], *rows[place + 1 :])
        rows = (*rows[: MOST_NEIGHBOURS - 1], rows[place], *rest)
    return Bars(
        "region", _("Members of the countries of the region"),
        _("A bar for each of the countries with most members in this region of UNESCO, and for this country."),
        _("Country"), (recorded(),), rows, drawn=MOST_NEIGHBOURS, linked=True,
        note=_("The table has all countries of the region with members.") if len(rows) > MOST_NEIGHBOURS else "",
    )  # fmt: skip


def quota(country, day):
    use = quota_use(day, Admission.objects.of_country(country))
    rows = [row_of_country(country, numbers) for numbers in use.admitted.values()]
    return Dots(
        "quota", _("Admitted in each round, of three at most"),
        _("For each round three dots; a full one is a city of this country that was admitted."),
        _("Country"), tuple(Series(cohort.years) for cohort in use.rounds), tuple(rows), most=MOST_OF_A_COUNTRY,
    )  # fmt: skip


CHARTS = {"time": time, "cohorts": cohorts, "region": region, "quota": quota}
