"""Cohorts: the groups in which the network announced its members."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from admissions.membership.days import first_day_of_cohort
from admissions.membership.recompute import recompute
from admissions.querysets import CohortQuerySet
from cities.models import Source
from records.as_of import today
from records.locking import hold_all
from records.models import Translated
from records.slugs import not_reserved
from records.validators import validate_visible

from .qualifier import known_and_of_a_number, qualifier_field


class Cohort(Translated):
    """A group of admissions announced together, with the numbers as they were announced.

    The announced numbers are what the sources print. How many admissions are recorded here is another number,
    which `Cohort.objects.with_recorded()` counts; the two are never mixed.
    """

    class Kind(models.TextChoices):
        FOUNDING = "founding", _("Founding of the network")
        ROLLING = "rolling", _("Admissions one by one")
        ROUND = "round", _("Round of admission")

    slug = models.SlugField(_("permanent address"), max_length=40, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField(_("year"))
    last_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True)
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=150, validators=[validate_visible])
    event = models.CharField(_("event"), max_length=250, blank=True)
    basis = models.TextField(_("basis of the admissions"), blank=True)
    difference = models.TextField(_("why announced and recorded numbers differ"), blank=True)
    announced_cities = models.PositiveSmallIntegerField(_("cities announced"), null=True, blank=True)
    announced_countries = models.PositiveSmallIntegerField(_("countries announced"), null=True, blank=True)
    network_cities_after = models.PositiveSmallIntegerField(_("cities in the network after it"), null=True, blank=True)
    network_countries_after = models.PositiveSmallIntegerField(
        _("countries in the network after it"), null=True, blank=True
    )
    network_citizens_after = models.PositiveSmallIntegerField(
        _("citizens in the network after it, in millions"), null=True, blank=True
    )
    network_citizens_qualifier = qualifier_field(_("word before the citizens"))
    recorded_on = models.DateField(editable=False)
    counts_from = models.DateField(null=True, editable=False, db_index=True)
    network_basis = models.TextField(_("why this total is taken"), blank=True)
    sources = models.ManyToManyField(Source, related_name="cohorts", verbose_name=_("sources"))

    objects = CohortQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("cohort")
        verbose_name_plural = _("cohorts")
        ordering = ["-year", "slug"]
        constraints = [
            not_reserved("cohort"),
            models.CheckConstraint(
                condition=Q(title_en__gt=""),
                name="cohort_has_english_title",
                violation_error_message=_("The English title is missing."),
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2013, 2100)),
                name="cohort_year",
                violation_error_message=_("The year of a cohort is one from 2013 to 2100."),
            ),
            models.CheckConstraint(
                condition=Q(last_year=None) | Q(last_year__gt=F("year")),
                name="cohort_ends_later",
                violation_error_message=_("The last year of a cohort is later than its first."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="founding") | Q(announced_cities=None, announced_countries=None),
                name="cohort_founding_admits_nobody",
                violation_error_message=_(
                    "The founding of the network admitted nobody: leave the announced numbers empty."
                ),
            ),
            models.CheckConstraint(
                condition=known_and_of_a_number(network_citizens_qualifier="network_citizens_after"),
                name="cohort_word_before_number",
                violation_error_message=_("A word such as “nearly” needs the number that it stands before."),
            ),
        ]

    def __str__(self):
        return self.localized("title").text

    def save(self, *args, **kwargs):
        """Its admissions count from the day of the announcement, and move with it."""
        self.announced_on = self._meta.get_field("announced_on").to_python(self.announced_on)
        self.recorded_on = self.recorded_on or today()
        self.counts_from = self.first_day
        with transaction.atomic(savepoint=False):
            self.hold_before(self.pk)
            # Held before it is written: an admission that is made meanwhile waits, and then reads the new day.
            held = type(self)._base_manager.select_for_update().filter(pk=self.pk).order_by("pk")
            before = held.values_list("counts_from", flat=True).first()
            super().save(*args, **kwargs)
            if self.counts_from != before:
                recompute(self.admissions.all())

    @classmethod
    def hold_before(cls, key):
        """Whoever holds an admission may ask for its cohort, so its admissions are held before it."""
        hold_all(cls._meta.get_field("admissions").related_model._base_manager.filter(cohort=key))

    def clean(self):
        """The founding of the network admitted nobody."""
        if self.kind == self.Kind.FOUNDING and self.pk and self.admissions.exists():
            raise ValidationError({"kind": _("Cities were admitted in this cohort: it cannot be the founding.")})
        self._refuse_members_of_another()

    def _refuse_members_of_another(self):
        """With its first day, admissions begin to count; a city is a member once."""
        if not self.pk or self.first_day is None:
            return
        waiting = self.admissions.without_day().admitted().filter(ended_on=None, announced_again=False)
        running = self.admissions.model.objects.never_ending().filter(announced_again=False)
        cities = sorted(
            str(each.city) for each in running.filter(city__in=waiting.values("city")).select_related("city")
        )
        if cities:
            sentence = _(
                "Members already: %(cities)s. Say in their admissions of this cohort that they were announced again."
            )
            raise ValidationError({"announced_on": sentence % {"cities": ", ".join(cities)}})

    @property
    def first_day(self):
        """The day from which its admissions count, as its fields are now; None where they count nowhere."""
        return first_day_of_cohort(self)

    @property
    def is_public(self):
        """Whether it has been announced, as the question `public` has it."""
        return self.counts_from is not None and self.counts_from <= today()

    @property
    def years(self):
        """The year, or the span of years, as a reader writes it: `2024`, `2015–2016`."""
        return f"{self.year}–{self.last_year}" if self.last_year else str(self.year)

    def as_announced_by(self, day):
        """The same cohort, not to be saved, with the numbers that were announced by that day.

        Corrections published later are undone, the latest first.
        """
        for correction in sorted(self.corrections.all(), key=lambda each: each.corrected_on, reverse=True):
            if correction.corrected_on > day and correction.cities_before is not None:
                self.announced_cities = correction.cities_before
            if correction.corrected_on > day and correction.network_before is not None:
                self.network_cities_after = correction.network_before
        return self

    def get_absolute_url(self):
        return reverse("admissions:cohort", args=[self.slug])
