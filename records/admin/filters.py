"""Filters of lists."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _


class GapFilter(SimpleListFilter):
    """Records that lack something, by the gaps that their list declares."""

    title = _("what is missing")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        self.gaps = {gap.name: gap for gap in model_admin.gaps}
        return [(gap.name, gap.label) for gap in model_admin.gaps]

    def queryset(self, request, queryset):
        gap = self.gaps.get(self.value())
        return queryset.filter(gap.condition) if gap else queryset
