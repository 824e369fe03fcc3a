"""The charts of the whole network, as the register stood on a day: each a function of the day."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from admissions.growth.statistics import at_the_end_of_years, members_through_time, quota_use
from admissions.models import Admission, Cohort
from admissions.querysets import MOST_OF_A_COUNTRY
from cities.models import City, Country
from gnlc.charts import Bars, Dots, Row, Series
from gnlc.maps.tones import tones
from records.l10n import day_in_words, number_in_words

from .growth import UNDATED, growth_chart
from .schemes import by_continent, by_region
from .words import largest_first, recorded, row_of_cohort, row_of_country, rows_of, rows_of_countries

MOST_COUNTRIES = 20  # drawn


def so_far(day):
    return _("The last year: until %(day)s.") % {"day": day_in_words(day)}


def regions(day):
    return by_region(City.objects.as_of(day), _("Members by region of UNESCO"), recorded())


def continents(day):
    return by_continent(City.objects.as_of(day), _("Members by continent"), recorded())


def countries(day):
    numbers = City.objects.as_of(day).number_by_country()
    rows = largest_first(rows_of_countries({code: (number,) for code, number in numbers.items()}))
    rest = rows[MOST_COUNTRIES:]
    note = ngettext(
        "%(number)s country more has members; it is in the table.",
        "%(number)s countries more have members; all of them are in the table.",
        len(rest),
    ) % {"number": number_in_words(len(rest))}
    return Bars(
        "countries", _("Members by country"), _("A bar for each of the countries with most members."),
        _("Country"), (recorded(),), rows, note=note if rest else "", drawn=MOST_COUNTRIES,
    )  # fmt: skip


def years(day):
    changes = members_through_time(Admission.objects.all(), day)
    return Bars(
        "years", _("Members at the end of each year"),
        _("A line for each year, made of the members whose admission a source dates and of those first shown by one."),
        _("Year"), (recorded(_("Members admitted")), Series(_("Members, date of admission unknown"), "shown")),
        tuple(
            Row(str(year), (members - shown, shown)) for year, members, shown in at_the_end_of_years(changes, day)
        ),
        note=f"{UNDATED} {so_far(day)}", stacked=True,
    )  # fmt: skip


def cohorts(day):
    tone = tones()
    found = Cohort.objects.announced_by(day).admitting().with_recorded(day).prefetch_related("corrections")
    found = [cohort.as_announced_by(day) for cohort in found.order_by("year", "slug")]
    return Bars(
        "cohorts", _("Cities by cohort, announced and recorded"),
        _("Two bars for each cohort: the cities recorded here, and the number that was announced where one was."),
        _("Cohort"), (recorded(_("Recorded here")), Series(_("Announced"), "reported")),
        tuple(
            row_of_cohort(
                cohort, (cohort.recorded_cities, cohort.announced_cities), style=f"tone-{tone[cohort.slug]}"
            )
            for cohort in found
        ),
    )  # fmt: skip


def cohort_regions(day):
    numbers = Admission.objects.announced_by(day).number_by_cohort_and("city__country__region")
    stated = {region for _cohort, region in numbers}
    choices = [choice for choice in [*Country.Region.choices, ("", _("not stated"))] if choice[0] in stated]
    found = [*Cohort.objects.announced_by(day).admitting().order_by("year", "slug"), None]
    rows = [
        (cohort, tuple(numbers.get((cohort and cohort.pk, region), 0) for region, _label in choices))
        for cohort in found
    ]
    return Bars(
        "cohort-regions", _("Cities recorded in each cohort, by region"),
        _("A line for each cohort, made of one part for each region of UNESCO that had cities in it."),
        _("Cohort"), tuple(Series(str(label), f"part-{place}") for place, (_region, label) in enumerate(choices, 1)),
        tuple(
            row_of_cohort(cohort, found) if cohort else Row(_("year not known"), found)
            for cohort, found in rows if sum(found)
        ),
        stacked=True,
    )  # fmt: skip


def kinds(day):
    return Bars(
        "kinds", _("Members by kind of body"), _("A bar for each kind of body, the longest first."),
        _("Kind of body"), (recorded(),),
        largest_first(rows_of(City.Kind.choices, City.objects.as_of(day).number_by_kind())),
    )  # fmt: skip


def populations(day):
    return Bars(
        "populations", _("Members by population"), _("A bar for each class of population, the smallest cities first."),
        _("Population"), (recorded(),),
        tuple(Row(_inhabitants(begin, below), (number,)) for begin, below, number in
              City.objects.as_of(day).number_by_population()),
        note=_("By the population that is recorded here, which is of different years."),
    )  # fmt: skip


def _inhabitants(begin, below):
    if begin is None:
        return _("not known")
    if below is None:
        return _("%(number)s and more") % {"number": number_in_words(begin)}
    if not begin:
        return _("fewer than %(number)s") % {"number": number_in_words(below)}
    return _("%(from)s to %(to)s") % {"from": number_in_words(begin), "to": number_in_words(below - 1)}


def quota(day):
    use = quota_use(day)
    used = {number: use.countries_with(number) for number in range(1, MOST_OF_A_COUNTRY + 1)}
    return Bars(
        "quota", _("How many cities a country had admitted in a round"),
        _("A line for each round, made of the countries with one, two and three cities admitted in it."),
        _("Round"),
        tuple(
            Series(ngettext("Countries with %(number)d city", "Countries with %(number)d cities", number)
                   % {"number": number}, f"part-{number}")
            for number in used
        ),
        tuple(
            row_of_cohort(cohort, (used[number][place] for number in used))
            for place, cohort in enumerate(use.rounds)
        ),
        stacked=True,
    )  # fmt: skip


def quota_countries(day):
    use = quota_use(day)
    names = {country.code: country for country in Country.objects.filter(pk__in=use.admitted).sorted_by_name()}
    order = {code: place for place, code in enumerate(names)}
    most = sorted(use.admitted.items(), key=lambda item: (-sum(item[1]), order[item[0]]))
    full = [code for code, numbers in most if MOST_OF_A_COUNTRY in numbers]
    rows = sorted(most, key=lambda item: item[0] not in full)
    return Dots(
        "quota-countries", _("Countries that had three cities admitted in a round"),
        _("For each country and round three dots; a full one is a city admitted."),
        _("Country"), tuple(Series(cohort.years) for cohort in use.rounds),
        tuple(row_of_country(names[code], numbers) for code, numbers in rows), drawn=len(full),
        note=_("The table has all countries that had cities admitted in a round."),
    )  # fmt: skip


CHARTS = {
    "growth": growth_chart, "years": years, "regions": regions, "continents": continents, "countries": countries,
    "cohorts": cohorts, "cohort-regions": cohort_regions, "kinds": kinds, "populations": populations,
    "quota": quota, "quota-countries": quota_countries,
}  # fmt: skip
