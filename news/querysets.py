"""The questions people ask about news."""

from django.db.models import F, Q
from django.utils import timezone

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
