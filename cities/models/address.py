"""Addresses of cities that are no more."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.querysets.places import FormerAddressQuerySet
from records.models import Translated

from .city import City
from .country import Country


class FormerAddress(Translated):
    """An address that was public. It goes on answering: it leads to the city's page, `moved_to`, where there is one,
    else it says that the page was taken back, and when.

    A city that is recorded later under the same address takes it over; the row stays as a fact. `public_from` is
    empty where nobody noted it. A city that nobody outside knew of, when it got another address, `was_public` not.
    """

    has_translators = False  # it keeps the names that the city had

    slug = models.SlugField(_("permanent address"), max_length=60)
    name = models.CharField(_("name"), max_length=120)
    country = models.ForeignKey(Country, models.PROTECT, related_name="former_addresses", verbose_name=_("country"))
    moved_to = models.ForeignKey(
        City, models.CASCADE, related_name="former_addresses", verbose_name=_("moved to"), null=True, blank=True
    )
    public_from = models.DateTimeField(_("public from"), null=True, blank=True)
    public_to = models.DateTimeField(_("public to"))
    was_public = models.BooleanField(_("was public"), default=True)

    objects = FormerAddressQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["-public_to", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(public_from=None) | models.Q(public_to__gte=models.F("public_from")),
                name="former_address_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return self.localized("name").text

    def get_absolute_url(self):
        return reverse("cities:city", args=[self.slug])
