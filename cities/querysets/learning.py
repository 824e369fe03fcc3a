"""The questions people ask about initiatives of cities, and about what cities do together."""

from django.db.models import Count, F, Q

from cities.search import has_name
from records.as_of import today
from records.querysets import OpenRecordQuerySet
from records.search.querysets import Mentioning, sort_column


class InitiativeQuerySet(Mentioning, OpenRecordQuerySet):
    """Every question leaves one row to an initiative, however many answers it has."""

    def of_the_network(self):
        """All but those of cities whose admission was annulled and that were members at no other time."""
        admissions = self._related("city").model._meta.get_field("admissions").related_model.objects.order_by()
        annulled, admitted = admissions.annulled_by(today()), admissions.announced_by(today())
        return self.filter(~Q(city__in=annulled.values("city")) | Q(city__in=admitted.values("city")))

    def sorted_by_city(self):
        """Cities in the order of the reader's language; the initiatives of a city in that of their addresses."""
        return self.order_by(f"city__{sort_column()}", "city_id", "slug")

    def with_feature(self, *slugs):
        """Those that serve one of the key features."""
        return self._among(key_features__slug__in=slugs)

    def at(self, *venues):
        """Those that happen at one of the places of learning."""
        return self._among(venues__slug__in=venues)

    def made_for(self, *audiences):
        return self._among(audiences__slug__in=audiences)

    def towards(self, *goals):
        """Those that serve one of the Sustainable Development Goals, by their numbers."""
        return self._among(goals__number__in=goals)

    def described_in(self, *languages):
        """Those of which a source speaks in one of the languages."""
        return self._among(sources__language__in=languages)

    def in_regions(self, *regions):
        """Those of countries that UNESCO counts in one of the regions; "" stands for no region stated."""
        return self.filter(city__country__region__in=regions)

    def like(self, initiative):
        """Those of other cities that share most with it, each with the number of shared words, `shared`.

        What counts are places of learning, twice, then key features, audiences and goals: most initiatives serve
        everyone and the goal of education, so these tell the least.
        """
        alike = {
            relation: Count(
                relation, filter=Q(**{f"{relation}__in": getattr(initiative, relation).all()}), distinct=True
            )
            for relation in ("venues", "key_features", "audiences", "goals")
        }
        others = self.exclude(city=initiative.city_id).annotate(**{f"same_{name}": n for name, n in alike.items()})
        shared = 2 * F("same_venues") + F("same_key_features") + F("same_audiences") + F("same_goals")
        return (
            others.annotate(shared=shared).filter(shared__gt=0).order_by("-shared", f"city__{sort_column()}", "slug")
        )

    def _among(self, **lookups):
        # A subquery, not a join: an initiative with two of the places asked for is still one row.
        return self.filter(pk__in=self.model.objects.filter(**lookups).order_by().values("pk"))

    def _about_place(self, word):
        cities, countries = self._related("city"), self._related("city").model._meta.get_field("country").related_model
        of_city = cities.filter(has_name(cities.model, [word]))
        return Q(city__in=of_city) | Q(city__country__in=countries.objects.filter(has_name(countries, [word])))

    def _related(self, name):
        return self.model._meta.get_field(name).related_model.objects.order_by()


class PartnershipQuerySet(OpenRecordQuerySet):
    def newest_first(self):
        """By the day on which they began; those of which no source says it come last."""
        return self.order_by(F("since").desc(nulls_last=True), "slug")
