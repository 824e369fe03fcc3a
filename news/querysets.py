"""The questions people ask about news, events and campaigns."""

from django.db.models import F, Q
from django.utils import timezone

from cities.as_of import today
from cities.querysets import RecordQuerySet


class NewsItemQuerySet(RecordQuerySet):
    def public(self):
        """Items that visitors see now: published ones, and scheduled ones whose time has come."""
        return self.filter(Q(status="published") | Q(status="scheduled", shown_from__lte=timezone.now()))

    def newest_first(self):
        """By day of publication; items whose day is not known come last."""
        return self.order_by(F("published_on").desc(nulls_last=True), "slug")

    def languages(self):
        """The codes of the languages that the items are written in."""
        return self.order_by("language").values_list("language", flat=True).distinct()


class EventQuerySet(RecordQuerySet):
    def coming(self):
        """Events that have not ended, the next one first."""
        return self.filter(ends_on__gte=today()).order_by("starts_on", "slug")

    def past(self):
        """Events that have ended, the latest first."""
        return self.filter(ends_on__lt=today()).order_by("-starts_on", "slug")

    def years(self):
        """The years in which events begin, the latest first."""
        return [day.year for day in self.dates("starts_on", "year", order="DESC")]


class CampaignQuerySet(RecordQuerySet):
    def led_first(self):
        """Those that a cohort leads, the newest cohort first, by the day they began; then the others."""
        began = F("since").asc(nulls_last=True)
        return self.order_by(F("cohort__year").desc(nulls_last=True), began, "slug")
