"""Filters of lists by country."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _

from cities.models import Country


class CountryFilter(SimpleListFilter):
    """Countries in a list to choose from, for they are too many for links."""

    title = _("country")
    parameter_name = "country"
    template = "admin/choice_filter.html"
    path = "country"

    def lookups(self, request, model_admin):
        return [(country.code, country) for country in Country.objects.with_cities().sorted_by_name()]

    def queryset(self, request, queryset):
        return queryset.filter(**{self.path: self.value().upper()}) if self.value() else queryset

    def choices(self, changelist):
        """Each country with its code, and first of all the other parameters, which stay as they are."""
        others = changelist.get_filters_params().items()
        keep = {name: value for name, values in others if name != self.parameter_name for value in values}
        if changelist.query:
            keep["q"] = changelist.query
        codes = [None, *(code for code, country in self.lookup_choices)]
        for code, choice in zip(codes, super().choices(changelist), strict=True):
            yield choice | {"value": code or "", "keep": keep}


class CityCountryFilter(CountryFilter):
    """Records about a city, by the country of the city."""

    path = "city__country"
