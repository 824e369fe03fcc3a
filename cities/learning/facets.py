"""The choices beside the library: how many initiatives each would show, and the address it leads to."""

from django.db.models import Count, Q
from django.utils.translation import pgettext

from cities.facets import Facet, choices_of
from cities.models import Audience, City, Country, Initiative, KeyFeature, SustainableDevelopmentGoal, Venue
from records.l10n import language_in_words
from records.listing.filters import UNKNOWN

FILTERS = ["q", "feature", "place", "audience", "goal", "kind", "region", "country", "city", "language"]
OPEN = ("feature", "place")
COMMONEST_FIRST = ("place", "audience", "language")


class Facets:
    """The facets of an `InitiativeFilter`: one query each for the records that are asked about, however many."""

    def __init__(self, filterset, query):
        self.filterset, self.query = filterset, query

    def all(self):
        described = [
            ("feature", KeyFeature.objects.all(), "initiatives", "slug"),
            ("place", Venue.objects.all(), "initiatives", "slug"),
            ("audience", Audience.objects.all(), "initiatives", "slug"),
            ("goal", SustainableDevelopmentGoal.objects.all(), "initiatives", "number"),
        ]
        places = [
            ("country", Country.objects.public().sorted_by_name(), "cities__initiatives", "code"),
            ("city", City.objects.public().sorted_by_name(), "initiatives", "slug"),
        ]
        return [
            *(self._of_records(*each) for each in described),
            self._of_values("kind", "kind", dict(Initiative.Kind.choices)),
            self._of_values(
                "region", "city__country__region", dict(self.filterset.filters["region"].extra["choices"])
            ),
            *(self._of_records(*each) for each in places),
            self._of_languages(),
        ]

    def _of_records(self, name, records, relation, value):
        """A facet whose choices are records, named in the reader's language; goals also by their numbers."""
        found = Q(**{f"{relation}__in": self.filterset.under_other_filters(name).values("pk")})
        counts, labels = {}, {}
        for record in records.annotate(found=Count(relation, filter=found, distinct=True)):
            key, (label, language, _is_fallback) = str(getattr(record, value)), record.localized("name")
            counts[key] = record.found
            labels[key] = (f"{record.number} · {label}" if name == "goal" else label, language)
        return self._facet(name, counts, labels)

    def _of_values(self, name, column, labels):
        counted = dict(self.filterset.under_other_filters(name).values_list(column).annotate(Count("pk")))
        counts = {value: counted.get(_stored(value), 0) for value in labels}
        return self._facet(name, counts, {value: (label, None) for value, label in labels.items()})

    def _of_languages(self):
        languages = self.filterset.under_other_filters("language").values_list("sources__language")
        counted = dict(languages.annotate(Count("pk", distinct=True)))
        counted = dict.fromkeys(self.query.data.getlist("language"), 0) | counted
        return self._facet("language", counted, {code: (_named(code), None) for code in sorted(filter(None, counted))})

    def _facet(self, name, counts, labels):
        choices = choices_of(self.query, name, counts, labels)
        if name in COMMONEST_FIRST:
            choices.sort(key=lambda choice: -choice.number)
        unit = pgettext("number follows", "initiatives:")
        return Facet(name, self.filterset.filters[name].label, choices, unit, is_open=name in OPEN)


def _stored(region):
    """A country without a region counts under a choice of its own, so that the choices add up."""
    return "" if region == UNKNOWN else region


def _named(code):
    name = language_in_words(code)
    return name[:1].upper() + name[1:]
