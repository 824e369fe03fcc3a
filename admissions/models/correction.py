"""Corrections: what was announced and then set right, by whom, and where that can be read."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from admissions.querysets import CorrectionQuerySet
from cities.models import City, Source
from records.models import Translated

from .cohort import Cohort


class Correction(Translated):
    """A published correction of something announced. What was announced stays on record beside it.

    It is about a cohort, a city, or both. Numbers are those announced before and after it; pages as of an earlier
    day show the former. The annulled admission itself has the day, `Admission.annulled_on`.
    """

    read_on = sorted_with = "city"

    class Nature(models.TextChoices):
        ANNULMENT = "annulment", _("Admission withdrawn")
        NUMBERS = "numbers", _("Numbers corrected")
        NAME = "name", _("Name corrected")
        DATE = "date", _("Date corrected")
        OTHER = "other", _("Correction")

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    nature = models.CharField(_("nature"), max_length=10, choices=Nature)
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, related_name="corrections", verbose_name=_("cohort"), null=True, blank=True
    )
    city = models.ForeignKey(
        City, models.PROTECT, related_name="corrections", verbose_name=_("city"), null=True, blank=True
    )
    corrected_on = models.DateField(_("corrected on"))
    authority = models.CharField(_("corrected by"), max_length=150)
    note = models.TextField(_("note"))
    cities_before = models.PositiveSmallIntegerField(_("cities announced before it"), null=True, blank=True)
    cities_after = models.PositiveSmallIntegerField(_("cities announced after it"), null=True, blank=True)
    network_before = models.PositiveSmallIntegerField(_("cities in the network before it"), null=True, blank=True)
    network_after = models.PositiveSmallIntegerField(_("cities in the network after it"), null=True, blank=True)
    sources = models.ManyToManyField(Source, related_name="corrections", verbose_name=_("sources"))

    objects = CorrectionQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-corrected_on", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(cohort__isnull=False) | Q(city__isnull=False),
                name="correction_is_about_something",
                violation_error_message=_("Say which cohort or which city is corrected."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(cities_before=None, cities_after=None)
                    | Q(cities_before__isnull=False, cities_after__isnull=False)
                )
                & (
                    Q(network_before=None, network_after=None)
                    | Q(network_before__isnull=False, network_after__isnull=False)
                ),
                name="correction_numbers_whole",
                violation_error_message=_(
                    "Give the numbers before and after the correction together, or none of them."
                ),
            ),
            models.CheckConstraint(
                condition=Q(cities_before=None) | Q(cohort__isnull=False),
                name="correction_numbers_of_a_cohort",
                violation_error_message=_("Corrected numbers belong to a cohort."),
            ),
            models.CheckConstraint(
                condition=Q(note_en__gt=""),
                name="correction_has_english_note",
                violation_error_message=_("The English note is missing."),
            ),
            models.CheckConstraint(
                condition=Q(cities_before=None)
                | ~Q(cities_before=F("cities_after"))
                | ~Q(network_before=F("network_after")),
                name="correction_changes_a_number",
                violation_error_message=_("The numbers before and after the correction are the same."),
            ),
        ]

    def __str__(self):
        about = " · ".join(str(each) for each in (self.city, self.cohort) if each)
        return f"{about} · {self.get_nature_display()}"
