"""Addresses of cities that are no more."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .country import Country
from .translated import Translated


class FormerAddress(Translated):
    """The address of a city whose page was public and was taken back. It goes on answering, and says so.

    A city that is recorded later under the same address takes it over; the row stays as a fact.
    """

    slug = models.SlugField(_("permanent address"), max_length=60, db_index=True)
    name = models.CharField(_("name"), max_length=120)
    country = models.ForeignKey(Country, models.PROTECT, related_name="former_addresses", verbose_name=_("country"))
    public_from = models.DateTimeField(_("public from"))
    public_to = models.DateTimeField(_("public to"))

    class Meta(Translated.Meta):
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["-public_to", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(public_to__gte=models.F("public_from")), name="former_address_ends_after_it_starts"
            ),
        ]

    def __str__(self):
        return self.localized("name").text

    def get_absolute_url(self):
        return reverse("cities:city", args=[self.slug])
