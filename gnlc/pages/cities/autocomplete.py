"""What a search box offers while somebody types."""

from django.db.models import Prefetch
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.generic import TemplateView

from cities.models import City, CityName, Country
from records.search.folding import search_key

MOST_CITIES = 7
MOST_COUNTRIES = 2
MOST_LOOKED_AT = 40
LONGEST = 100


@method_decorator(cache_control(public=True, max_age=60), name="dispatch")
class AutocompleteView(TemplateView):
    """Members, then other cities of the registry, then countries with such a name: a fragment of a page."""

    template_name = "cities/_autocomplete.html"

    def get_context_data(self, **kwargs):
        text = self.request.GET.get("q", "")[:LONGEST]
        return super().get_context_data(
            cities=completed_cities(text),
            countries=list(Country.objects.with_members().named(text).sorted_by_name()[:MOST_COUNTRIES]),
            **kwargs,
        )

    def render_to_response(self, context, **kwargs):
        return super().render_to_response(context, headers={"X-Robots-Tag": "noindex"}, **kwargs)


def completed_cities(text):
    """At most seven cities with such a name, members first, and those first whose name on the page was typed.

    Each of the others has the spelling that was meant, `meant`.
    """
    spelled, public_names = City.objects.all().words_meant(text), Prefetch("names", CityName.objects.public())
    found = []
    for cities in (City.objects.members(), City.objects.public().not_members()):
        named = cities.named(text).select_related("country").prefetch_related(public_names).sorted_by_name()
        found += sorted(named[:MOST_LOOKED_AT], key=lambda city: not _shows(city, spelled))
    for city in (offered := found[:MOST_CITIES]):
        city.meant = None if _shows(city, spelled) else _spelling(city, spelled)
    return offered


def _shows(city, spelled):
    return _answers(search_key(city.localized("name")[0]), spelled)


def _spelling(city, spelled):
    return next((name for name in city.names.all() if _answers(name.key, spelled)), None)


def _answers(key, spelled):
    return any(all(f" {word}" in key for word in words) or f" {''.join(words)}" in key for words in spelled)
