"""The questions people ask about news, events and campaigns."""

from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import get_language

from cities.search import has_name
from records.as_of import today
from records.querysets import OpenRecordQuerySet, RecordQuerySet
from records.search.querysets import Mentioning


class NewsItemQuerySet(Mentioning, RecordQuerySet):
    def public(self):
        """Items that visitors see now: published ones, and scheduled ones whose time has come."""
        return self.filter(Q(status="published") | Q(status="scheduled", shown_from__lte=timezone.now()))

    def drafts(self):
        """Items that no visitor has seen yet."""
        return self.exclude(pk__in=self.model.objects.public().values("pk"))

    def newest_first(self):
        """By day of publication; items whose day is not known come last."""
        return self.order_by(F("published_on").desc(nulls_last=True), "slug")

    def newest_told_once(self, number):
        """The newest items as a list; of one in several languages that in the reader's, else the first."""
        told = []
        for item in self.newest_first()[: 3 * number]:
            version = next((each for each in told if item.is_version_of(each)), None)
            if version is None:
                told.append(item)
            elif item.language == get_language():
                told[told.index(version)] = item
        return told[:number]

    def languages(self):
        """The codes of the languages that the items are written in."""
        return self.order_by("language").values_list("language", flat=True).distinct()

    def years(self):
        """The years in which items appeared, newest first, each with how many did."""
        dated = self.exclude(published_on=None).order_by("-published_on__year")
        return list(dated.values_list("published_on__year").annotate(number=Count("pk")))

    def of_years(self, *years, unknown=False):
        """Items that appeared in one of the years; with `unknown`, also those of which no source says the day."""
        asked = Q(published_on__year__in=years)
        return self.filter(asked | Q(published_on=None) if unknown else asked)

    def about_countries(self, *codes):
        """Items that speak of a city in one of the countries."""
        # Through the relation, not by a join: an item about two of its cities is still one row.
        of_cities = self.model.cities.through.objects.filter(city__country__in=codes)
        return self.filter(pk__in=of_cities.values("newsitem"))

    def _about_place(self, word):
        of_cities, city = self.model.cities.through.objects, self.model._meta.get_field("cities").related_model
        country = city._meta.get_field("country").related_model
        of_city = of_cities.filter(city__in=city.objects.filter(has_name(city, [word])))
        of_country = of_cities.filter(city__country__in=country.objects.filter(has_name(country, [word])))
        return Q(pk__in=of_city.values("newsitem")) | Q(pk__in=of_country.values("newsitem"))

    def related_to(self, item):
        """Others about the same cities, those with most in common first, then others about the same cohort."""
        shared = Count("cities", filter=Q(cities__in=item.cities.values("pk")))
        others = self.exclude(pk=item.pk).annotate(shared=shared)
        same_cohort = Q(cohort=item.cohort_id) if item.cohort_id else Q(pk=None)
        found = others.filter(Q(shared__gt=0) | same_cohort)
        return found.order_by("-shared", F("published_on").desc(nulls_last=True), "slug")

    def after(self, item):
        """Those that follow an item in the order of `newest_first`, the nearest first."""
        if item.published_on is None:
            return self.filter(published_on=None, slug__gt=item.slug).newest_first()
        same_day = Q(published_on=item.published_on, slug__gt=item.slug)
        older = Q(published_on__lt=item.published_on) | Q(published_on=None)
        return self.filter(older | same_day).newest_first()

    def before(self, item):
        """Those that precede it, the nearest first."""
        if item.published_on is None:
            newer, same_day = Q(published_on__isnull=False), Q(published_on=None, slug__lt=item.slug)
        else:
            newer = Q(published_on__gt=item.published_on)
            same_day = Q(published_on=item.published_on, slug__lt=item.slug)
        return self.filter(newer | same_day).newest_first().reverse()


class EventQuerySet(OpenRecordQuerySet):
    def closest(self, number):
        """The next events as a list, filled up with the latest of the past."""
        coming = list(self.coming()[:number])
        return coming + list(self.past()[: number - len(coming)])

    def coming(self):
        """Events that have not ended, the next one first."""
        return self.filter(ends_on__gte=today()).order_by("starts_on", "slug")

    def past(self):
        """Events that have ended, the latest first."""
        return self.filter(ends_on__lt=today()).order_by("-starts_on", "slug")

    def years(self):
        """The years in which events begin, the latest first."""
        return [day.year for day in self.dates("starts_on", "year", order="DESC")]


class CampaignQuerySet(OpenRecordQuerySet):
    def led_first(self):
        """Those that a cohort leads, the newest cohort first, by the day they began; then the others."""
        began = F("since").asc(nulls_last=True)
        return self.order_by(F("cohort__year").desc(nulls_last=True), began, "slug")
