"""The back office of countries and of the names they are met under."""

from django.contrib import admin
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cities.models import City, Country, CountryName
from records.admin import Gap, Linked, RecordInline, TranslatedAdmin, in_each_language, lacks, localized
from records.search.querysets import sort_column

# Nobody meets the others; many of them are territories that UNESCO counts in no region.
HAS_CITIES = Exists(City.objects.filter(country=OuterRef("pk")))


class WithMembers(admin.SimpleListFilter):
    title = _("members")
    parameter_name = "members"

    def lookups(self, request, model_admin):
        return [("some", _("Has member cities")), ("none", _("Has no member city"))]

    def queryset(self, request, queryset):
        some = Q(pk__in=City.objects.members().values("country"))
        return {"some": queryset.filter(some), "none": queryset.exclude(some)}.get(self.value(), queryset)


class CountryNameInline(RecordInline):
    model = CountryName
    fields = ["text"]


@admin.register(Country)
class CountryAdmin(TranslatedAdmin):
    list_display = ["name_shown", "code", "region", "members", "missing"]
    list_filter = ["region", WithMembers]
    search_fields = ["=code", "=iso3"]
    search_help_text = _("Any form of the name in English, French or Arabic, or the ISO code.")
    gaps = [
        Gap("french_name", _("French name"), lacks("name_fr"), "name_fr"),
        Gap("arabic_name", _("Arabic name"), lacks("name_ar"), "name_ar"),
        Gap("region", _("UNESCO region"), Q(region="") & HAS_CITIES),
    ]
    names = "pk"
    permanent = ("code", "iso3")
    inlines = [CountryNameInline]
    linked = [Linked("cities", ["kind"])]
    fieldsets = [(None, {"fields": [in_each_language("name"), ("code", "iso3"), ("region", "continent")]})]

    def get_queryset(self, request):
        members = Count("cities", filter=Q(cities__in=City.objects.members()), distinct=True)
        return super().get_queryset(request).annotate(order=F(sort_column()), members=members)

    def get_ordering(self, request):
        return [sort_column()]

    @admin.display(description=_("name"), ordering="order")
    def name_shown(self, country):
        return localized(country)

    @admin.display(description=_("member cities"), ordering="members")
    def members(self, country):
        address = reverse("admin:cities_city_changelist")
        return format_html('<a href="{}?country={}">{}</a>', address, country.code, country.members)
