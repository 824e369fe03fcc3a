"""The cities of a round while it is being recorded, and what is decided about each."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from admissions.querysets import RoundEntryQuerySet
from cities.models import City, Country
from records.validators import validate_visible

from .recording import Recording, person


class RoundEntry(models.Model):
    """One city of a round: its lines in each list, what matching proposes, and the decision.

    `candidates` are what `pair` found, likeliest first, each as `{city, geonames_id, name, score, reason}`.
    A decision without `decided_by` was made automatically, because there was no doubt. `version` grows with every
    change, and a decision made in view of an older one is refused. Names are those of the lists, the English one of a
    city that no list names in Latin letters that of its place; unless a person wrote them, `is_named_by_person`.
    """

    class Decision(models.TextChoices):
        OPEN = "open", _("to be decided")
        EXISTING = "existing", _("in the registry")
        NEW = "new", _("new city")
        HOMONYM = "homonym", _("a different place with the same name")
        LEFT_OUT = "left_out", _("left out")

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="entries", verbose_name=_("recording"))
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("country"))
    candidates = models.JSONField(_("candidates"), default=list)
    pairing = models.JSONField(_("why its lines belong together"), default=dict)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision, default=Decision.OPEN)
    city = models.ForeignKey(
        City, models.PROTECT, related_name="round_entries", verbose_name=_("city"), null=True, blank=True
    )
    geonames_id = models.PositiveIntegerField(_("GeoNames number"), null=True, blank=True)
    kind = models.CharField(_("kind of body"), max_length=12, choices=City.Kind, blank=True)
    name_en = models.CharField(_("English name"), max_length=120, blank=True, validators=[validate_visible])
    name_fr = models.CharField(_("French name"), max_length=120, blank=True, validators=[validate_visible])
    name_ar = models.CharField(_("Arabic name"), max_length=120, blank=True, validators=[validate_visible])
    is_named_by_person = models.BooleanField(default=False, editable=False)
    reason = models.CharField(_("why it is left out"), max_length=250, blank=True)
    decided_by = person(_("decided by"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = RoundEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of a round")
        verbose_name_plural = _("entries of a round")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision="existing") | Q(city__isnull=False), name="entry_existing_has_city"
            ),
            models.CheckConstraint(
                condition=~Q(decision="left_out") | ~Q(reason=""),
                name="entry_left_out_has_reason",
                violation_error_message=_("Say why this entry is left out."),
            ),
            models.UniqueConstraint(
                fields=["recording", "city"], condition=Q(decision="existing"), name="entry_city_once"
            ),
            models.UniqueConstraint(
                fields=["recording", "geonames_id"],
                condition=Q(decision__in=["new", "homonym"], geonames_id__isnull=False),
                name="entry_place_once",
            ),
        ]

    def __str__(self):
        return self.name_en or self.name_fr or self.name_ar or str(next(iter(self.lines.all()), ""))

    @property
    def makes_a_city(self):
        return self.decision in (self.Decision.NEW, self.Decision.HOMONYM)

    @property
    def is_open(self):
        return self.decision == self.Decision.OPEN

    @property
    def is_automatic(self):
        """Whether there was no doubt, and nobody has decided otherwise."""
        return not self.is_open and self.decided_at is None
