"""Campaigns that the network and its members lead."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from admissions.models import Cohort
from cities.models import Source
from news.querysets import CampaignQuerySet
from records.as_of import today
from records.fields.partial_dates import DatePrecision, partial_date
from records.models import Translated
from records.slugs import not_reserved
from records.validators import validate_visible


class Campaign(Translated):
    """A campaign, or a form of it, with the tag it runs under."""

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    hashtag = models.CharField(_("tag"), max_length=60, blank=True)
    name = models.CharField(_("name"), max_length=150, validators=[validate_visible])
    summary = models.TextField(_("summary"))
    since = models.DateField(_("since"), null=True, blank=True)
    since_precision = models.CharField(_("known to the"), max_length=5, choices=DatePrecision, blank=True)
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, related_name="campaigns", verbose_name=_("led by the cohort"), null=True, blank=True
    )
    sources = models.ManyToManyField(Source, related_name="campaigns", verbose_name=_("sources"))

    objects = CampaignQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["slug"]
        constraints = [not_reserved("campaign")]

    def __str__(self):
        return self.localized("name").text

    @property
    def since_in_words(self):
        return partial_date(self.since, self.since_precision)

    def leading_admissions(self):
        """The admissions of the cities that lead it together, by country; none where no cohort leads it."""
        if self.cohort is None:
            return []
        return self.cohort.admissions.announced_by(today()).select_related("city__country").sorted_by_country()

    def kindred(self):
        """Other campaigns of the same cohort, among them the forms that this one has in other languages."""
        return Campaign.objects.filter(cohort=self.cohort_id).exclude(pk=self.pk) if self.cohort_id else []

    def get_absolute_url(self):
        return reverse("news:campaign", args=[self.slug])
