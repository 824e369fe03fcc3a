"""What cities of the network do together."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.querysets.learning import PartnershipQuerySet
from records.fields.partial_dates import DatePrecision, partial_date
from records.models import Translated
from records.slugs import not_reserved
from records.validators import validate_visible

from .city import City
from .source import Source


class Partnership(Translated):
    """Two or more cities that learn from each other or work together, as a source states it."""

    class Kind(models.TextChoices):
        SUPPORT = "support", _("Support on the way into the network")
        CHARTER = "charter", _("Charter of several cities")
        EXCHANGE = "exchange", _("Exchange of experience")
        PROJECT = "project", _("Joint project")
        TWINNING = "twinning", _("Town twinning")

    slug = models.SlugField(_("short name"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = models.CharField(_("title"), max_length=150, validators=[validate_visible])
    summary = models.TextField(_("summary"), blank=True)
    cities = models.ManyToManyField(City, related_name="partnerships", verbose_name=_("cities"))
    since = models.DateField(_("since"), null=True, blank=True)
    since_precision = models.CharField(_("known to the"), max_length=5, choices=DatePrecision, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    until_precision = models.CharField(_("known to the"), max_length=5, choices=DatePrecision, blank=True)
    sources = models.ManyToManyField(Source, related_name="partnerships", verbose_name=_("sources"))

    objects = PartnershipQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("partnership between cities")
        verbose_name_plural = _("partnerships between cities")
        ordering = ["slug"]
        constraints = [
            not_reserved("partnership"),
            models.CheckConstraint(
                condition=Q(title_en__gt=""),
                name="partnership_has_english_title",
                violation_error_message=_("The English title is missing."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["support", "charter", "exchange", "project", "twinning"]),
                name="partnership_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="partnership_ends_after_it_starts",
                violation_error_message=_("A partnership does not end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(since=None, since_precision="") | Q(since__isnull=False, since_precision__gt=""),
                name="partnership_since_whole",
                violation_error_message=_("Say how exactly the beginning is known, or give no date."),
            ),
            models.CheckConstraint(
                condition=Q(until=None, until_precision="") | Q(until__isnull=False, until_precision__gt=""),
                name="partnership_until_whole",
                violation_error_message=_("Say how exactly the end is known, or give no date."),
            ),
        ]

    def __str__(self):
        return self.localized("title").text

    @property
    def since_in_words(self):
        return partial_date(self.since, self.since_precision)

    @property
    def until_in_words(self):
        return partial_date(self.until, self.until_precision)

    def get_absolute_url(self):
        return f"{reverse('cities:partnerships')}#{self.slug}"
