"""The two schemes by which cities are counted: UNESCO's regions, and the continents of the United Nations' M49."""

from django.utils.translation import gettext as _

from cities.models import Country
from gnlc.charts import Bars

from .words import largest_first, rows_of


def by_region(cities, title, series, style=""):
    """A chart of these cities by UNESCO's regions, its bars in a style."""
    return Bars(
        "regions", title, _("A bar for each region of UNESCO, the longest first."),
        _("Region of UNESCO"), (series,),
        largest_first(rows_of(Country.Region.choices, cities.number_by_region(), style=style)),
        note=_("UNESCO counts the Arab States as a region, and North America with Europe."),
    )  # fmt: skip


def by_continent(cities, title, series, style=""):
    """A chart of these cities by continent, its bars in a style."""
    return Bars(
        "continents", title, _("A bar for each continent, the longest first."),
        _("Continent"), (series,),
        largest_first(rows_of(Country.Continent.choices, cities.number_by_continent(), style=style)),
        note=_("Continents as the standard M49 of the United Nations draws them: another scheme."),
    )  # fmt: skip
