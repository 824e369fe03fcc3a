"""Two records beside each other: facts in words and numbers, and charts with both."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from admissions.growth.statistics import members_through_time
from admissions.models import Admission, Cohort
from cities.models import City, Country
from gnlc.charts import Bars, Row, Series, Steps
from records.l10n import day_in_words, number_in_words

from .words import row_of_cohort, rows_of, rows_of_countries

FIRST, SECOND = "part-1", "part-3"
MOST_COUNTRIES = 12  # drawn


@dataclass(frozen=True)
class Fact:
    """A line of the comparison; `is_reported` where others published it, else it is recorded or counted here."""

    label: str
    values: list
    is_reported: bool = False


def fact(label, values, is_reported=False):
    """Numbers are written as the page's language does; nothing is a dash."""
    written = [number_in_words(value) if isinstance(value, int) else value or "–" for value in values]
    return Fact(str(label), written, is_reported)


def facts_of_cohorts(pair, day):
    new = [Country.objects.new_with(cohort, day).count() for cohort in pair]
    return [
        fact(_("Kind"), [cohort.get_kind_display() for cohort in pair]),
        fact(_("Announced on"), [day_in_words(cohort.announced_on) if cohort.announced_on else "" for cohort in pair]),
        fact(_("Cities recorded"), [cohort.recorded_cities for cohort in pair]),
        fact(_("Countries recorded"), [cohort.recorded_countries for cohort in pair]),
        fact(_("Countries new to the network"), new),
        fact(_("Cities announced"), [cohort.announced_cities for cohort in pair], is_reported=True),
        fact(_("Countries announced"), [cohort.announced_countries for cohort in pair], is_reported=True),
        fact(_("Cities in the network after it"), [each.network_cities_after for each in pair], is_reported=True),
        fact(
            _("Countries in the network after it"), [each.network_countries_after for each in pair], is_reported=True
        ),
    ]


def charts_of_cohorts(pair, day):
    cities = [City.objects.of_cohort(cohort, day) for cohort in pair]
    series = _both([(cohort.years, None) for cohort in pair])
    regions = [found.number_by_region() for found in cities]
    countries = [found.number_by_country() for found in cities]
    numbers = {code: tuple(each.get(code, 0) for each in countries) for code in {**countries[0], **countries[1]}}
    return {
        "regions": Bars(
            "regions", _("Cities by region of UNESCO"), _("Two bars for each region, one for each cohort."),
            _("Region of UNESCO"), series, rows_of(Country.Region.choices, *regions),
        ),
        "countries": Bars(
            "countries", _("Cities by country"),
            _("Two bars for each of the countries with most cities, one for each cohort."),
            _("Country"), series, _by_sum(rows_of_countries(numbers)), drawn=MOST_COUNTRIES,
            note=_("The table has all countries.") if len(numbers) > MOST_COUNTRIES else "",
        ),
    }  # fmt: skip


def facts_of_countries(pair, day):
    codes = [country.code for country in pair]
    members = City.objects.as_of(day).number_by_country()
    awarded = City.objects.as_of(day).awarded(day.year).number_by_country()
    cohorts = _cohorts_of(pair, day)
    first = [next((row.label for row in cohorts if row.numbers[place]), "") for place in (0, 1)]
    most = [max((row.numbers[place] for row in cohorts), default=0) for place in (0, 1)]
    return [
        fact(_("Region of UNESCO"), [str(country.get_region_display()) for country in pair]),
        fact(_("Continent"), [str(country.get_continent_display()) for country in pair]),
        fact(_("Members recorded"), [members.get(code, 0) for code in codes]),
        fact(_("First cohort with its cities"), first),
        fact(_("Most cities in one cohort"), most),
        fact(_("Members with a Learning City Award"), [awarded.get(code, 0) for code in codes]),
    ]


def charts_of_countries(pair, day):
    series = _both([country.localized("name")[:2] for country in pair])
    return {
        "time": _through_time(pair, day),
        "cohorts": Bars(
            "cohorts", _("Cities by cohort"), _("Two bars for each cohort, one for each country."),
            _("Cohort"), series, tuple(_cohorts_of(pair, day)),
        ),
    }  # fmt: skip


def _cohorts_of(pair, day):
    """A row for each cohort that had cities of one of the countries, the oldest first."""
    numbers = Admission.objects.announced_by(day).number_by_cohort_and("city__country")
    rows = [
        (cohort, tuple(numbers.get((cohort.pk, country.pk), 0) for country in pair))
        for cohort in Cohort.objects.announced_by(day).admitting().order_by("year", "slug")
    ]
    return [row_of_cohort(cohort, found) for cohort, found in rows if any(found)]


def _through_time(pair, day):
    changes = [
        {change.day: change.members for change in members_through_time(Admission.objects.of_country(country), day)}
        for country in pair
    ]
    rows, members = [], [0, 0]
    days = sorted({*changes[0], *changes[1]})
    for each in days:
        members = [found.get(each, before) for found, before in zip(changes, members, strict=True)]
        rows.append(Row(day_in_words(each), tuple(members), key=each.isoformat()))
    (first, language), (second, other) = [country.localized("name")[:2] for country in pair]
    return Steps(
        "time", _("Members through time"), _("Two lines that rise in steps with the members recorded here."),
        _("Day"), (Series(first, "recorded", language), Series(second, "other", other)), tuple(rows),
        days=tuple(days), until=day,
    )  # fmt: skip


def _both(labels):
    return tuple(
        Series(text, style, language) for (text, language), style in zip(labels, (FIRST, SECOND), strict=True)
    )


def _by_sum(rows):
    return tuple(sorted(rows, key=lambda row: -sum(row.numbers)))
