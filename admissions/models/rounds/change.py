"""What the publication of a round did to the register, so that it can be taken back."""

from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from .recording import Recording


class RecordedChange(models.Model):
    """One record that was made (`before` is empty) or changed, with the values of its fields before and after.

    `model` is a label such as `cities.City`, `key` the record's primary key. Values are JSON: dates and numbers in
    words, the records of a many-to-many field as a sorted list of keys. `kept_because` says why taking back left it.
    """

    class Kept(models.TextChoices):
        EDITED = "edited", _("edited since")
        USED = "used", _("other records refer to it")
        GONE = "gone", _("no longer there")

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="changes", verbose_name=_("recording"))
    model = models.CharField(_("model"), max_length=60)
    key = models.CharField(_("key"), max_length=60)
    label = models.CharField(_("record"), max_length=250)
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"))
    kept_because = models.CharField(_("kept because"), max_length=8, choices=Kept, blank=True)

    class Meta:
        verbose_name = _("recorded change")
        verbose_name_plural = _("recorded changes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "model", "key"],
                condition=Q(before__isnull=True),
                name="recorded_change_makes_once",
            )
        ]

    def __str__(self):
        return self.label

    @property
    def address(self):
        """Its page in the back office; "" for what has none, such as a spelling."""
        try:
            return reverse(f"admin:{self.model.lower().replace('.', '_')}_change", args=[self.key])
        except NoReverseMatch:
            return ""

    @property
    def is_new(self):
        return self.before is None
