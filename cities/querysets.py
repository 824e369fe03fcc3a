"""The questions people ask about countries and cities; pages, filters and exports all start here."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import get_language

from cities.names import search_words


class SortedByName(models.QuerySet):
    def sorted_by_name(self, *, descending=False):
        """In the order a reader of the active language expects."""
        column = f"sort_{(get_language() or 'en')[:2]}"
        return self.order_by(f"-{column}" if descending else column, "pk")

    def named(self, text):
        """Those with a name that contains every word, or all words run together, at the beginning of a word."""
        words = search_words(text)
        if not words:
            return self.none()
        name = self.model._meta.get_field("names").related_model
        owner = self.model._meta.get_field("names").field.name
        each_word = Q(*(Q(key__contains=f" {word}") for word in words))
        together = Q(key__contains=f" {''.join(words)}")
        return self.filter(Exists(name.objects.filter(each_word | together, **{owner: OuterRef("pk")})))


class CountryQuerySet(SortedByName):
    def with_members(self):
        """Countries that have a member city recorded, each with the number of its members as `members`."""
        cities = self.model._meta.get_field("cities").related_model
        members = Count("cities", filter=Q(cities__in=cities.objects.members()), distinct=True)
        return self.annotate(members=members).filter(members__gt=0)

    def known_to_the_registry(self):
        """Countries of which anything public is recorded: a city, member or not."""
        cities = self.model._meta.get_field("cities").related_model
        return self.filter(Exists(cities.objects.filter(country=OuterRef("pk"))))


class CityQuerySet(SortedByName):
    def members(self):
        """Cities that are members now, by what is recorded here."""
        return self._with_admission(status="admitted", ended_on=None)

    def not_members(self):
        """Cities kept in the registry that are no members: former ones and those whose admission was annulled."""
        return self.exclude(pk__in=self.model.objects.members().values("pk"))

    def in_country(self, code):
        return self.filter(country_id=code.upper())

    def in_region(self, region):
        return self.filter(country__region=region)

    def admitted_in(self, year):
        """Cities admitted in the cohort of that year; the first cohort covers several years."""
        covered = Q(cohort__year=year) | Q(cohort__year__lte=year, cohort__last_year__gte=year)
        return self._with_admission(covered, status="admitted")

    def admitted_in_unknown_year(self):
        """Members of which no source says when they were admitted."""
        return self._with_admission(cohort=None, status="admitted")

    def _with_admission(self, *conditions, **lookups):
        # Exists, not a join: a city admitted twice is still one row.
        admission = self.model._meta.get_field("admissions").related_model
        return self.filter(Exists(admission.objects.filter(*conditions, city=OuterRef("pk"), **lookups)))
