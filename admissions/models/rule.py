"""The rules of the network, as sources state them."""

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from cities.models import Source
from records.models import Translated
from records.querysets import OpenRecordQuerySet


class Rule(Translated):
    """A rule of membership, nomination, selection or award, and the year by which a source states it."""

    class Subject(models.TextChoices):
        """In the order in which a city meets them."""

        ELIGIBILITY = "eligibility", _("Who can join")
        COMMITMENT = "commitment", _("What a city commits itself to")
        APPLICATION = "application", _("How a city applies")
        QUOTA = "quota", _("How many cities a country can send")
        SELECTION = "selection", _("How cities are selected")
        DUTY = "duty", _("What members do")
        CONFERENCE = "conference", _("Conferences")
        AWARD = "award", _("Learning City Award")

    slug = models.SlugField(_("short name"), max_length=40, unique=True)
    subject = models.CharField(_("subject"), max_length=12, choices=Subject)
    rule = models.TextField(_("rule"))
    valid_by = models.PositiveSmallIntegerField(_("in force since, at the latest"))
    sources = models.ManyToManyField(Source, related_name="rules", verbose_name=_("sources"))

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("rule of the network")
        verbose_name_plural = _("rules of the network")
        ordering = ["subject", "slug"]

    def __str__(self):
        return Truncator(self.localized("rule").text).chars(90)
