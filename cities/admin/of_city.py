"""Records about one city: found by its names, sorted by its name and its country."""

from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from records.admin.texts import localized
from records.search.querysets import sort_column


class OfCity:
    """Stands before the class of a record's pages, as in `class AwardAdmin(OfCity, RecordAdmin)`.

    `names` is the way from a record to its city; the record itself has a `city`.
    """

    list_select_related = ["city__country"]
    names = "city"

    def get_queryset(self, request):
        columns = {
            "city_order": F(f"{self.names}__{sort_column()}"),
            "country_order": F(f"{self.names}__country__{sort_column()}"),
        }
        return super().get_queryset(request).annotate(**columns)

    @admin.display(description=_("city"), ordering="city_order")
    def city_shown(self, record):
        return localized(record.city) if record.city else ""

    @admin.display(description=_("country"), ordering="country_order")
    def country_shown(self, record):
        return localized(record.city.country) if record.city else ""
