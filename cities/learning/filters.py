"""How the library is narrowed down, by a query string."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cities.filters import CodesFilter, RegionsFilter
from cities.models import Audience, City, Country, Initiative, KeyFeature, Source, SustainableDevelopmentGoal, Venue
from records.listing.filters import KnownFilter, WordsFilter


def values_of(records, name):
    """The choices of a filter: each value of the field, which its own page names in words."""
    return lambda: [(str(value), str(value)) for value in records().values_list(name, flat=True).distinct()]


def with_initiatives(model, relation):
    return lambda: model.objects.filter(**{f"{relation}__isnull": False}).order_by()


class InitiativeFilter(django_filters.FilterSet):
    """The filters of the library. Several values of one filter widen it, several filters narrow the list down."""

    q = WordsFilter()
    feature = KnownFilter(
        method="by_feature",
        label=_("Key feature"),
        choices=values_of(KeyFeature.objects.order_by, "slug"),
        error_messages={"invalid_choice": _("“%(value)s” is not one of the six key features.")},
    )
    place = KnownFilter(
        method="by_place",
        label=_("Where it happens"),
        choices=values_of(Venue.objects.order_by, "slug"),
        error_messages={"invalid_choice": _("The library has no place of learning called “%(value)s”.")},
    )
    audience = KnownFilter(
        method="by_audience",
        label=_("For whom"),
        choices=values_of(Audience.objects.order_by, "slug"),
        error_messages={"invalid_choice": _("The library has no audience called “%(value)s”.")},
    )
    goal = KnownFilter(
        method="by_goal",
        label=_("Sustainable Development Goal"),
        choices=values_of(SustainableDevelopmentGoal.objects.order_by, "number"),
        error_messages={"invalid_choice": _("“%(value)s” is not the number of a goal: they go from 1 to 17.")},
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"),
        distinct=False,
        choices=Initiative.Kind.choices,
        error_messages={"invalid_choice": _("The library has nothing of the kind “%(value)s”.")},
    )
    region = RegionsFilter()
    country = CodesFilter(
        field_name="city__country_id",
        label=_("Country"),
        distinct=False,
        choices=values_of(with_initiatives(Country, "cities__initiatives"), "code"),
        error_messages={"invalid_choice": _("The library has nothing from a country with the code “%(value)s”.")},
    )
    city = KnownFilter(
        field_name="city__slug",
        label=_("City"),
        distinct=False,
        choices=values_of(with_initiatives(City, "initiatives"), "slug"),
        error_messages={"invalid_choice": _("The library has nothing from a city called “%(value)s”.")},
    )
    language = KnownFilter(
        method="by_language",
        label=_("Language of the sources"),
        choices=values_of(with_initiatives(Source, "initiatives"), "language"),
        error_messages={"invalid_choice": _("The library has no source in the language “%(value)s”.")},
    )

    class Meta:
        model = Initiative
        fields = []

    def under_other_filters(self, name):
        """The initiatives as all filters but this one narrow them down, in no order."""
        initiatives = Initiative.objects.of_the_network().order_by()
        cleaned = self.form.cleaned_data if self.form.is_bound else {}
        for other in cleaned.keys() - {name}:
            initiatives = self.filters[other].filter(initiatives, cleaned[other])
        return initiatives

    def by_feature(self, initiatives, field, slugs):
        return initiatives.with_feature(*slugs) if slugs else initiatives

    def by_place(self, initiatives, field, slugs):
        return initiatives.at(*slugs) if slugs else initiatives

    def by_audience(self, initiatives, field, slugs):
        return initiatives.made_for(*slugs) if slugs else initiatives

    def by_goal(self, initiatives, field, numbers):
        return initiatives.towards(*numbers) if numbers else initiatives

    def by_language(self, initiatives, field, languages):
        return initiatives.described_in(*languages) if languages else initiatives
