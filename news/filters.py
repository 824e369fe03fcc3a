"""How the lists of news and of events are narrowed down."""

import django_filters
from django.utils.translation import gettext_lazy as _

from admissions.models import Cohort
from cities.filters import CodesFilter, country_codes
from cities.models import Country
from news.models import Event, NewsItem
from records.listing.filters import UNKNOWN, KnownFilter, WordsFilter, YearsFilter


def languages():
    return [(code, code) for code in NewsItem.objects.public().languages()]


def cohorts():
    return [(slug, slug) for slug in Cohort.objects.in_the_news().values_list("slug", flat=True)]


class NewsFilter(django_filters.FilterSet):
    """News by its words, by year, by language, by country and by cohort."""

    q = WordsFilter()
    year = YearsFilter(
        method="of_years",
        label=_("Year"),
        error_messages={"invalid_choice": _("“%(value)s” is not a year.")},
    )
    language = django_filters.MultipleChoiceFilter(
        label=_("Language"),
        choices=languages,
        error_messages={"invalid_choice": _("There is no news in the language “%(value)s”.")},
    )
    country = CodesFilter(
        method="about_countries",
        label=_("Country"),
        choices=country_codes,
        error_messages={"invalid_choice": _("The registry has no city in a country with the code “%(value)s”.")},
    )
    cohort = django_filters.MultipleChoiceFilter(
        field_name="cohort__slug",
        label=_("Cohort"),
        choices=cohorts,
        error_messages={"invalid_choice": _("There is no news about a cohort called “%(value)s”.")},
    )

    class Meta:
        model = NewsItem
        fields = []

    def of_years(self, items, field, years):
        known = [int(year) for year in years if year != UNKNOWN]
        return items.of_years(*known, unknown=UNKNOWN in years) if years else items

    def about_countries(self, items, field, codes):
        return items.about_countries(*codes) if codes else items


def years():
    return [(str(year), str(year)) for year in Event.objects.years()]


def countries():
    return [
        (code, code)
        for code in Country.objects.filter(cities__events__isnull=False).values_list("code", flat=True).distinct()
    ]


class EventFilter(django_filters.FilterSet):
    """Events by kind, by the year in which they begin, and by country."""

    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"),
        choices=Event.Kind.choices,
        error_messages={"invalid_choice": _("There is no event of the kind “%(value)s”.")},
    )
    year = KnownFilter(
        field_name="starts_on__year",
        label=_("Year"),
        choices=years,
        error_messages={"invalid_choice": _("There is no event in the year “%(value)s”.")},
    )
    country = CodesFilter(
        field_name="city__country_id",
        label=_("Country"),
        choices=countries,
        error_messages={"invalid_choice": _("There is no event in a country with the code “%(value)s”.")},
    )

    class Meta:
        model = Event
        fields = []
