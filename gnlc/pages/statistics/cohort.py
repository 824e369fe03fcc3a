"""The charts of a cohort's page: each a function of the cohort and the day."""

from django.utils.translation import gettext as _

from cities.models import City
from gnlc.charts import Bars, Row, Series
from gnlc.maps.tones import tone_of

from .schemes import by_continent, by_region
from .words import recorded


def announced(cohort, day):
    """What was announced beside what is recorded here. Needs a cohort of `with_recorded(day)`."""
    style = _tone_of(cohort)
    return Bars(
        "announced", _("Announced and recorded"),
        _("Two bars each for cities and countries: the number recorded here, and the number announced."),
        _("What is counted"), (recorded(_("Recorded here")), Series(_("Announced"), "reported")),
        (
            Row(_("Cities"), (cohort.recorded_cities, cohort.announced_cities), style=style),
            Row(_("Countries"), (cohort.recorded_countries, cohort.announced_countries), style=style),
        ),
    )  # fmt: skip


def regions(cohort, day):
    cities = City.objects.of_cohort(cohort, day)
    return by_region(cities, _("Cities by region of UNESCO"), recorded(_("Recorded here")), _tone_of(cohort))


def continents(cohort, day):
    cities = City.objects.of_cohort(cohort, day)
    return by_continent(cities, _("Cities by continent"), recorded(_("Recorded here")), _tone_of(cohort))


def _tone_of(cohort):
    return f"tone-{tone_of(cohort)}"


CHARTS = {"announced": announced, "regions": regions, "continents": continents}
