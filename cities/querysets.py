"""The questions people ask about countries and cities; pages, filters and exports all start here."""

from difflib import get_close_matches

from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.utils.translation import get_language

from cities.names import search_words


def sort_column():
    """The column that orders names as a reader of the active language expects."""
    return f"sort_{get_language() or 'en'}"


class NamedQuerySet(models.QuerySet):
    """Questions about anything that has names."""

    def sorted_by_name(self):
        return self.order_by(sort_column(), "pk")

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

    def named_nearly(self, text, number=3):
        """Those with a name a letter or two away from the text, nearest first; for somebody who mistyped."""
        name = self.model._meta.get_field("names").related_model
        owner = self.model._meta.get_field("names").field.attname
        spellings = {key.rsplit(" ", 1)[-1]: pk for key, pk in name.objects.values_list("key", owner)}
        near = get_close_matches("".join(search_words(text)), spellings, n=number, cutoff=0.75)
        found = self.in_bulk([spellings[key] for key in near])
        return list(dict.fromkeys(found[spellings[key]] for key in near if spellings[key] in found))


class CountryQuerySet(NamedQuerySet):
    def with_members(self):
        """Countries that have a member city recorded, each with the number of its members as `members`."""
        current = Q(cities__admissions__status="admitted", cities__admissions__ended_on=None)
        # One city may have two admissions that go on: it is announced twice and one member.
        return self.annotate(members=Count("cities", filter=current, distinct=True)).filter(members__gt=0)

    def known_to_the_registry(self):
        """Countries of which anything public is recorded: a city, member or not."""
        cities = self.model._meta.get_field("cities").related_model
        return self.filter(Exists(cities.objects.filter(country=OuterRef("pk"))))


class CityQuerySet(NamedQuerySet):
    def members(self):
        """Cities that are members now, by what is recorded here."""
        return self._with_admission(status="admitted", ended_on=None)

    def not_members(self):
        """Cities kept in the registry that are no members: former ones and those whose admission was annulled."""
        return self.exclude(pk__in=self.model.objects.members().values("pk"))

    def sorted_by_country(self):
        return self.order_by(f"country__{sort_column()}", sort_column(), "pk")

    def newest_first(self):
        """By year of the latest admission; cities of which no year is known come last, as in all orders."""
        return self._with_latest_year().order_by(F("latest_year").desc(nulls_last=True), sort_column(), "pk")

    def oldest_first(self):
        return self._with_latest_year().order_by(F("latest_year").asc(nulls_last=True), sort_column(), "pk")

    def largest_first(self):
        return self.order_by(F("population").desc(nulls_last=True), sort_column(), "pk")

    def in_country(self, code):
        return self.filter(country_id=code.upper())

    def in_regions(self, *regions):
        """Cities of countries that UNESCO counts in one of the regions; "" stands for no region stated."""
        return self.filter(country__region__in=regions)

    def admitted_in(self, *years, unknown=False):
        """Cities admitted in one of the years, or with `unknown` also those of which no source says when.

        A cohort may cover several years; each of them finds its cities.
        """
        covered = Q(cohort__year__in=years)
        for year in years:
            covered |= Q(cohort__year__lte=year, cohort__last_year__gte=year)
        return self._with_admission(covered | Q(cohort=None) if unknown else covered, status="admitted")

    def admitted_in_unknown_year(self):
        """Members of which no source says when they were admitted."""
        return self.admitted_in(unknown=True)

    def admitted_with(self, city):
        """Cities of the cohorts in which the city was admitted."""
        cohorts = city.admissions.admitted().exclude(cohort=None).values("cohort")
        return self._with_admission(status="admitted", cohort__in=cohorts)

    def _with_latest_year(self):
        admitted = Q(admissions__status="admitted")
        return self.annotate(latest_year=Max("admissions__cohort__year", filter=admitted))

    def _with_admission(self, *conditions, **lookups):
        # Exists, not a join: a city admitted twice is still one row.
        admission = self.model._meta.get_field("admissions").related_model
        return self.filter(Exists(admission.objects.filter(*conditions, city=OuterRef("pk"), **lookups)))
