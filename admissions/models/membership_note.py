"""What sources leave open about a membership."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cities.models import City, Source
from records.fields.partial_dates import DatePrecision, partial_date
from records.models import Translated
from records.querysets import OpenRecordQuerySet

from .cohort import Cohort


class MembershipNote(Translated):
    """Something about a membership that sources leave open, kept as a fact with its source."""

    read_on = sorted_with = "city"

    class Kind(models.TextChoices):
        ADMITTED_TWICE = "admitted_twice", _("Announced twice")
        ABSENT_FROM_LATER_LIST = "absent_from_later_list", _("Absent from a later list")
        REPORTED_EARLY = "reported_early", _("Reported before the announcement")
        DEPARTURE_SUSPECTED = "departure_suspected", _("A departure is suspected")

    city = models.ForeignKey(City, models.PROTECT, related_name="membership_notes", verbose_name=_("city"))
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, related_name="membership_notes", verbose_name=_("cohort"), null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=24, choices=Kind)
    day = models.DateField(_("date"), null=True, blank=True)
    day_precision = models.CharField(_("known to the"), max_length=5, choices=DatePrecision, blank=True)
    note = models.TextField(_("note"))
    sources = models.ManyToManyField(Source, related_name="membership_notes", verbose_name=_("sources"))

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("note on a membership")
        verbose_name_plural = _("notes on memberships")
        ordering = ["city__slug", "day"]

    def __str__(self):
        return f"{self.city} · {self.get_kind_display()}"

    @property
    def day_in_words(self):
        return partial_date(self.day, self.day_precision)
