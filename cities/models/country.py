"""Countries and the regions UNESCO counts them in."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cities.querysets.places import CountryQuerySet
from records.models import Translated
from records.querysets import OpenRecordQuerySet
from records.search.folding import search_key, sort_key
from records.validators import validate_visible


class Country(Translated):
    """An entry of ISO 3166-1, named as the United Nations name it; its code is its natural key."""

    sorted_with = "self"

    class Region(models.TextChoices):
        """The five regions of UNESCO."""

        AFRICA = "africa", _("Africa")
        ARAB_STATES = "arab_states", _("Arab States")
        ASIA_PACIFIC = "asia_pacific", _("Asia and the Pacific")
        EUROPE_NORTH_AMERICA = "europe_north_america", _("Europe and North America")
        LATIN_AMERICA_CARIBBEAN = "latin_america_caribbean", _("Latin America and the Caribbean")

    class Continent(models.TextChoices):
        """The regions of the M49 standard of the United Nations. The press counts by these, UNESCO by its own."""

        AFRICA = "africa", pgettext_lazy("continent", "Africa")
        AMERICAS = "americas", pgettext_lazy("continent", "Americas")
        ASIA = "asia", pgettext_lazy("continent", "Asia")
        EUROPE = "europe", pgettext_lazy("continent", "Europe")
        OCEANIA = "oceania", pgettext_lazy("continent", "Oceania")

    code = models.CharField(_("ISO code"), max_length=2, primary_key=True)
    iso3 = models.CharField(_("ISO code of three letters"), max_length=3, unique=True)
    name = models.CharField(_("name"), max_length=100, validators=[validate_visible])
    region = models.CharField(_("UNESCO region"), max_length=24, choices=Region, blank=True)
    continent = models.CharField(_("continent (UN M49)"), max_length=8, choices=Continent, blank=True)
    sort_en = models.CharField(max_length=900, editable=False, db_index=True)
    sort_fr = models.CharField(max_length=900, editable=False, db_index=True)
    sort_ar = models.CharField(max_length=900, editable=False, db_index=True)

    objects = CountryQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code=Upper("code")),
                name="country_code_upper_case",
                violation_error_message=_("The code of a country is written in capitals."),
            ),
            models.CheckConstraint(
                condition=Q(iso3=Upper("iso3")),
                name="country_iso3_upper_case",
                violation_error_message=_("The code of a country is written in capitals."),
            ),
            models.CheckConstraint(
                condition=Q(name_en__gt=""),
                name="country_has_english_name",
                violation_error_message=_("The English name is missing."),
            ),
        ]

    def __str__(self):
        return self.localized("name").text

    def save(self, *args, **kwargs):
        for language in ("en", "fr", "ar"):
            setattr(self, f"sort_{language}", sort_key(getattr(self, f"name_{language}") or self.name_en))
        super().save(*args, **kwargs)
        for name in {self.name_en, self.name_fr, self.name_ar} - {None, ""}:
            CountryName.objects.get_or_create(country=self, text=name)

    def get_absolute_url(self):
        return reverse("cities:country", args=[self.code.lower()])


class CountryName(models.Model):
    """A form under which a country is met in texts: short, official, older, in any language."""

    part_of = "country"
    read_on = "country"
    sorted_with = ""

    country = models.ForeignKey(Country, models.CASCADE, related_name="names", verbose_name=_("country"))
    text = models.CharField(_("name"), max_length=120, validators=[validate_visible])
    key = models.CharField(max_length=300, editable=False, db_index=True)

    objects = OpenRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("name of a country")
        verbose_name_plural = _("names of countries")
        ordering = ["country", "text"]
        constraints = [models.UniqueConstraint(fields=["country", "text"], name="country_name_once")]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.key = search_key(self.text)
        super().save(*args, **kwargs)
