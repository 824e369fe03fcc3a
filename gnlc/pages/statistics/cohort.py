"""The charts of a cohort's page: each a function of the cohort and the day."""

from django.utils.translation import gettext as _

from cities.models import City, Country
from gnlc.pages.charts import Bars, Row, Series
from gnlc.pages.tones import tones

from .words import largest_first, recorded, rows_of


def announced(cohort, day):
    """What was announced beside what is recorded here. Needs a cohort of `with_recorded(day)`."""
    style = f"tone-{tones()[cohort.slug]}"
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
    numbers = City.objects.of_cohort(cohort, day).number_by_region()
    rows = rows_of(Country.Region.choices, numbers)
    return Bars(
        "regions", _("Cities by region of UNESCO"), _("A bar for each region of UNESCO, the longest first."),
        _("Region of UNESCO"), (recorded(_("Recorded here")),), _in_the_tone_of(cohort, rows),
        note=_("UNESCO counts the Arab States as a region, and North America with Europe."),
    )  # fmt: skip


def continents(cohort, day):
    numbers = City.objects.of_cohort(cohort, day).number_by_continent()
    rows = rows_of(Country.Continent.choices, numbers)
    return Bars(
        "continents", _("Cities by continent"), _("A bar for each continent, the longest first."),
        _("Continent"), (recorded(_("Recorded here")),), _in_the_tone_of(cohort, rows),
        note=_("Continents as the standard M49 of the United Nations draws them: another scheme."),
    )  # fmt: skip


def _in_the_tone_of(cohort, rows):
    tone = tones()[cohort.slug]
    return tuple(Row(row.label, row.numbers, style=f"tone-{tone}") for row in largest_first(rows))


CHARTS = {"announced": announced, "regions": regions, "continents": continents}
