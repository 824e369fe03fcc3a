"""Awards that members received, and agreements that open the way for the cities of a country."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cities.models import City, Country, Source
from records.models import Translated
from records.querysets import OpenRecordQuerySet
from records.slugs import not_reserved
from records.validators import validate_visible


class Award(models.Model):
    """The UNESCO Learning City Award of a year, given to a member city."""

    read_on = sorted_with = "city"
    year = models.PositiveSmallIntegerField(_("year"))
    city = models.ForeignKey(City, models.PROTECT, related_name="awards", verbose_name=_("city"))
    name_as_announced = models.CharField(_("name as announced"), max_length=120, validators=[validate_visible])
    sources = models.ManyToManyField(Source, related_name="awards", verbose_name=_("sources"))

    objects = OpenRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["-year", "city__slug"]
        constraints = [models.UniqueConstraint(fields=["year", "city"], name="award_once_a_year")]

    def __str__(self):
        return f"{self.name_as_announced} · {self.year}"


class Agreement(Translated):
    """An agreement between public bodies and UNESCO, or between cities, on becoming learning cities."""

    read_on = "country"
    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    country = models.ForeignKey(Country, models.PROTECT, related_name="agreements", verbose_name=_("country"))
    title = models.CharField(_("title"), max_length=200, validators=[validate_visible])
    parties = models.CharField(_("parties"), max_length=300)
    summary = models.TextField(_("summary"))
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    cities = models.ManyToManyField(City, related_name="agreements", verbose_name=_("cities"), blank=True)
    sources = models.ManyToManyField(Source, related_name="agreements", verbose_name=_("sources"))

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["slug"]
        constraints = [not_reserved("agreement")]

    def __str__(self):
        return self.localized("title").text
