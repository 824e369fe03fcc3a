"""The choices beside the list of cities: how many cities each would show, and the address it leads to."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cities.filters import CityFilter
from cities.models import Country
from records.l10n import day_in_words
from records.listing.filters import UNKNOWN

MOST_CHIPS = 30  # of one filter; more are given by machines only
IN_VIEW = 8  # choices that the box of a facet shows without scrolling


@dataclass(frozen=True)
class Choice:
    """A value of a filter, in words, with its number of records and the address that adds or removes it.

    `language` is that of a label that is a name; None says that the label is in words of the page.
    """

    value: str
    label: str
    language: str | None
    number: int
    is_chosen: bool
    url: str


@dataclass(frozen=True)
class Facet:
    """A filter with its choices. The records of a choice are counted under all the other filters.

    `unit` stands before each number for those who hear the page; `is_open` unfolds the facet from the start; `note`
    says what has to be known of its numbers.
    """

    name: str
    label: str
    choices: list[Choice]
    unit: str
    is_open: bool = False
    note: str = ""

    @property
    def chosen(self):
        return [choice for choice in self.choices if choice.is_chosen]


@dataclass(frozen=True)
class Chip:
    """An active filter in words, the language of the words, and the address that leads on without it.

    A `language` of None says that the label is in words of the page.
    """

    label: str
    language: str | None
    url: str


@dataclass(frozen=True)
class WayOut:
    """A filter without which something is found, and how many records."""

    chip: Chip
    number: int


@dataclass(frozen=True)
class Alternative:
    """One of several ways to see the same records, such as an order."""

    label: str
    url: str
    is_chosen: bool


class Query:
    """The query string of the list, and the addresses that differ from it by one value."""

    def __init__(self, data):
        self.data = data.copy()
        self.data.pop("page", None)
        self.data.setlist("country", [code.upper() for code in self.data.getlist("country")])

    def without(self, *names):
        data = self.data.copy()
        for name in names:
            data.pop(name, None)
        return data

    def toggled(self, name, value):
        """The address with the value added to the filter, or without it when it is there."""
        chosen = self.data.getlist(name)
        data = self.data.copy()
        data.setlist(name, [v for v in chosen if v != value] if value in chosen else [*chosen, value])
        return f"?{data.urlencode()}"

    def replaced(self, name, value):
        data = self.data.copy()
        data[name] = value
        return f"?{data.urlencode()}"


def chips(query, facets, names=("q", "region", "country", "year", "status", "as_of")):
    """The active filters of these names, in words. Wrong values are included, as they were given."""
    labels = {
        (facet.name, choice.value): (choice.label, choice.language) for facet in facets for choice in facet.chosen
    }
    labels |= {("status", "member"): (_("Members"), None), ("status", "other"): (_("Not members"), None)}
    for day in query.data.getlist("as_of"):
        if words := _in_words(day):
            labels["as_of", day] = (_("As of %(day)s") % {"day": words}, None)
    return [
        Chip(*labels.get((name, value), (value, None)), query.toggled(name, value))
        for name in names
        for value in dict.fromkeys(query.data.getlist(name)[:MOST_CHIPS])
        if value
    ]


def choices_of(query, name, counts, labels):
    """The choices of a filter that find something or are chosen, in the order of `labels`; of a list longer than its
    box, the chosen ones come first, where they are seen.

    `counts` are {value: number of records}, `labels` {value: (words, their language)}.
    """
    chosen = query.data.getlist(name)
    choices = [
        Choice(value, label, language, counts.get(value, 0), value in chosen, query.toggled(name, value))
        for value, (label, language) in labels.items()
        if counts.get(value) or value in chosen
    ]
    return sorted(choices, key=lambda choice: not choice.is_chosen) if len(choices) > IN_VIEW else choices


def labels_of_countries():
    """Countries of the registry by name, as labels of choices."""
    countries = Country.objects.public().sorted_by_name()
    return {country.code: country.localized("name")[:2] for country in countries}


def _in_words(day):
    try:
        return day_in_words(date.fromisoformat(day))
    except ValueError:
        return ""


def facets(filterset, cities):
    """The facets of a CityFilter over `cities`: one query each, however many choices there are."""
    query = Query(filterset.data)

    def under_other_filters(name):
        data = query.without(name, "sort", *filterset.form.errors)
        return CityFilter(data, cities).qs.order_by()

    def facet(name, counts, labels):
        choices = choices_of(query, name, counts, labels)
        unit = pgettext("number follows", "cities:")
        note = _("A city announced twice counts in each of its years.") if name == "year" else ""
        return Facet(name, filterset.filters[name].label, choices, unit, name in ("region", "year"), note)

    def counted(name, column):
        return dict(under_other_filters(name).values_list(column).annotate(Count("pk")))

    return [
        facet(
            "region",
            _regions(counted("region", "country__region")),
            {region: (label, None) for region, label in filterset.filters["region"].extra["choices"]},
        ),
        facet("year", *_years(under_other_filters("year"), filterset.day)),
        facet("country", counted("country", "country_id"), labels_of_countries()),
    ]


def _regions(counts):
    """A country without a region counts under a choice of its own, so that the choices add up."""
    return {region or UNKNOWN: number for region, number in counts.items()}


def _years(cities, day):
    """Cities by cohort, newest first, with the years each cohort covers as its label."""
    admissions = cities.model._meta.get_field("admissions").related_model.objects
    cohorts = (
        cities.filter(admissions__in=admissions.announced_by(day))
        .values_list("admissions__cohort__year", "admissions__cohort__last_year")
        .annotate(Count("pk", distinct=True))
    )
    counts, labels = {}, {}
    for year, last_year, number in sorted(cohorts, key=lambda row: row[0] or 0, reverse=True):
        value = str(year or UNKNOWN)
        counts[value] = number
        labels[value] = (f"{year}–{last_year}" if last_year else str(year or _("year not known")), None)
    return counts, labels
