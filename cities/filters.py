"""How the list of cities is narrowed down and ordered, by the query string that pages and files share."""

from functools import partial

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cities.models import City, Country, Source
from records.as_of import today
from records.listing.filters import UNKNOWN, DayFilter, KnownField, WordsFilter, YearsFilter


class CodesField(KnownField):
    """ISO codes of countries, in capitals or not."""

    def to_python(self, value):
        return list(dict.fromkeys(code.upper() for code in super().to_python(value)))


class CodesFilter(django_filters.MultipleChoiceFilter):
    field_class = CodesField


class RegionsFilter(django_filters.MultipleChoiceFilter):
    """Records in one of UNESCO's regions, or in countries of which none is stated, by their question `in_regions`."""

    def __init__(self, **options):
        super().__init__(
            label=_("Region"),
            choices=[*Country.Region.choices, (UNKNOWN, _("region not stated"))],
            error_messages={"invalid_choice": _("“%(value)s” is not a region of UNESCO.")},
            **options,
        )

    def filter(self, records, regions):
        return records.in_regions(*("" if region == UNKNOWN else region for region in regions)) if regions else records


def country_codes():
    return [(code, code) for code in Country.objects.public().values_list("code", flat=True)]


class CityFilter(django_filters.FilterSet):
    """The filters of the list of cities. Without `status` it shows members only."""

    SORTS = {
        "name": pgettext_lazy("order", "name"),
        "country": pgettext_lazy("order", "country"),
        "newest": pgettext_lazy("order", "newest first"),
        "oldest": pgettext_lazy("order", "oldest first"),
        "population": pgettext_lazy("order", "population"),
    }

    q = django_filters.CharFilter(
        method="by_name",
        label=_("Name"),
        max_length=100,
        error_messages={"max_length": _("This is too long for a name: search with at most %(limit_value)d letters.")},
    )
    region = RegionsFilter()
    country = CodesFilter(
        field_name="country_id",
        label=_("Country"),
        choices=country_codes,
        error_messages={"invalid_choice": _("The registry has no city in a country with the code “%(value)s”.")},
    )
    year = YearsFilter(
        method="by_year",
        label=_("Year of admission"),
        error_messages={"invalid_choice": _("“%(value)s” is not a year.")},
    )
    status = django_filters.ChoiceFilter(
        method="by_status",
        label=_("Status"),
        choices=[("member", _("Members")), ("other", _("Not members"))],
        error_messages={"invalid_choice": _("“%(value)s” is not a status: use “member” or “other”.")},
    )
    sort = django_filters.ChoiceFilter(
        method="in_order",
        label=_("Order"),
        choices=list(SORTS.items()),
        error_messages={"invalid_choice": _("The list cannot be ordered by “%(value)s”.")},
    )

    as_of = DayFilter(method="as_of_day", label=_("As of"))

    class Meta:
        model = City
        fields = []

    @property
    def day(self):
        """The day asked for, else today."""
        return self.asked_day or today()

    @property
    def asked_day(self):
        # A wrong value of another filter leaves the day as it was asked for.
        is_known = self.form.is_bound and "as_of" not in self.form.errors
        return self.form.cleaned_data.get("as_of") if is_known else None

    def filter_queryset(self, cities):
        if not self.form.cleaned_data["status"]:
            cities = cities.as_of(self.day)
        if not self.form.cleaned_data["sort"]:
            cities = cities.sorted_by_name()
        return super().filter_queryset(cities)

    def by_name(self, cities, field, text):
        return cities.named(text)

    def by_year(self, cities, field, years):
        known = [int(year) for year in years if year != UNKNOWN]
        return cities.admitted_in(*known, unknown=UNKNOWN in years, day=self.asked_day) if years else cities

    def by_status(self, cities, field, status):
        return cities.as_of(self.day) if status == "member" else cities.public().not_members(self.asked_day)

    def as_of_day(self, cities, field, day):
        return cities  # all the other filters ask as of this day

    def in_order(self, cities, field, sort):
        orders = {
            "name": cities.sorted_by_name,
            "country": cities.sorted_by_country,
            "newest": partial(cities.newest_first, self.asked_day),
            "oldest": partial(cities.oldest_first, self.asked_day),
            "population": cities.largest_first,
        }
        return orders[sort]() if sort else cities


class SourceFilter(django_filters.FilterSet):
    """Sources by the words of their title and their publisher, and by the kind of publisher."""

    q = WordsFilter()
    kind = django_filters.ChoiceFilter(
        label=_("Kind of publisher"),
        choices=Source.Kind.choices,
        error_messages={"invalid_choice": _("“%(value)s” is not a kind of publisher.")},
    )

    class Meta:
        model = Source
        fields = []
