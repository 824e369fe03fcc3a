"""Admissions of cities, and the oddities about them that sources leave open."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from admissions.membership.days import days_of
from admissions.membership.querysets import AdmissionQuerySet
from admissions.membership.recompute import recompute
from cities.member_today import turn
from cities.models import City, CityName, Source
from records.as_of import today
from records.locking import hold_all
from records.models import Translated
from records.validators import validate_visible

from .cohort import Cohort
from .membership import Membership

OVER = Coalesce("annulled_on", "ended_on")


class Admission(Membership, Translated):
    """A city's admission as it was announced: in a cohort, under a name, by sources.

    An admission without a cohort is that of a city which a source shows as a member on the day `member_by`, while
    no source says when it was admitted. An annulled admission was announced and taken back by a correction; it
    counts nowhere. One `announced_again` was announced as new although the city was a member and no ending of that
    membership is known; the city is one member all the same.
    """

    read_on = sorted_with = "city"

    class Status(models.TextChoices):
        ADMITTED = "admitted", _("admitted")
        ANNULLED = "annulled", _("annulled by correction")

    class Confidence(models.TextChoices):
        """How the sources carry the admission."""

        LISTED = "listed", _("in a published list of the cohort")
        SINGLE = "single", _("stated by single sources")
        INFERRED = "inferred", _("inferred from sources")

    class EndReason(models.TextChoices):
        WITHDREW = "withdrew", _("withdrew")
        REPORTS = "reports", _("progress reports missing")
        MERGED = "merged", _("body merged or abolished")
        DECISION = "decision", _("decision of the network")

    city = models.ForeignKey(City, models.PROTECT, related_name="admissions", verbose_name=_("city"))
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, related_name="admissions", verbose_name=_("cohort"), null=True, blank=True
    )
    name_as_announced = models.CharField(_("name as announced"), max_length=120, validators=[validate_visible])
    region_as_announced = models.CharField(_("region as announced"), max_length=60, blank=True)
    confidence = models.CharField(_("confidence"), max_length=8, choices=Confidence)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.ADMITTED)
    admitted_on = models.DateField(
        _("admitted on"),
        null=True,
        blank=True,
        help_text=_("Leave empty for the day on which the cohort was announced."),
    )
    annulled_on = models.DateField(_("annulled on"), null=True, blank=True)
    member_by = models.DateField(
        _("shown as a member on"), null=True, blank=True,
        help_text=_("Only without a cohort: a day on which a source shows the city as a member."),
    )  # fmt: skip
    announced_again = models.BooleanField(
        _("announced again"), default=False,
        help_text=_("The city was a member already, and no ending of that membership is known."),
    )  # fmt: skip
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.CharField(_("reason of the end"), max_length=10, choices=EndReason, blank=True)
    end_sources = models.ManyToManyField(
        Source, related_name="ended_admissions", verbose_name=_("sources of the end"), blank=True
    )
    note = models.TextField(_("note"), blank=True)
    sources = models.ManyToManyField(Source, related_name="admissions", verbose_name=_("sources"))
    # Computed by `admissions.membership`: every question about a day reads these.
    counts_from = models.DateField(null=True, editable=False, db_index=True)
    counts_until = models.DateField(null=True, editable=False, db_index=True)

    objects = AdmissionQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("admission")
        verbose_name_plural = _("admissions")
        ordering = ["cohort__year", "city__slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["city", "cohort"], name="admission_once_in_a_cohort",
                violation_error_message=_("This city has an admission in this cohort already."),
            ),
            models.UniqueConstraint(
                fields=["city"],
                condition=Q(status="admitted", ended_on=None, announced_again=False, counts_from__isnull=False),
                name="admission_one_current_membership",
                violation_error_message=_(
                    "This city is a member already: end that membership first, or say that it was announced again."
                ),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(admitted_on=None) | Q(ended_on__gt=F("admitted_on")),
                name="admission_ends_after_it_starts",
                violation_error_message=_("A membership ends after the day of admission."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | ~Q(end_reason=""),
                name="admission_end_has_reason",
                violation_error_message=_("Say why the membership ended."),
            ),
            models.CheckConstraint(
                condition=Q(status="admitted", annulled_on=None)
                | Q(status="annulled", annulled_on__isnull=False, ended_on=None),
                name="admission_annulled_has_day",
                violation_error_message=_(
                    "An annulled admission has the day of the correction, and no other has one."
                ),
            ),
            models.CheckConstraint(
                condition=Q(cohort__isnull=False, member_by=None) | Q(cohort=None, status="admitted"),
                name="admission_has_cohort_or_day",
                violation_error_message=_(
                    "The day on which a source shows the city as a member is for admissions without a cohort."
                ),
            ),
            models.CheckConstraint(condition=~Q(name_as_announced=""), name="admission_has_announced_name"),
            models.CheckConstraint(
                condition=Q(counts_until=None) | Q(counts_from__isnull=False, counts_until__gte=F("counts_from")),
                name="admission_counts_in_order",
                violation_error_message=_(
                    "The day until which an admission counts is not before the day from which it counts."
                ),
            ),
            models.CheckConstraint(
                condition=Q(counts_from=None)
                | Q(annulled_on=None, ended_on=None, counts_until=None)
                | Q(counts_until__isnull=False, counts_until=Greatest(OVER, "counts_from"))
                & ~Q(annulled_on=None, ended_on=None),
                name="admission_counts_until_its_end",
                violation_error_message=_(
                    "An admission counts until its end or its correction, and without one for ever."
                ),
            ),
            models.CheckConstraint(
                condition=Q(admitted_on=None) | Q(counts_from__isnull=False, counts_from=F("admitted_on")),
                name="admission_counts_from_its_day",
                violation_error_message=_("An admission that has a day of its own counts from that day."),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.name_as_announced} · {self.cohort.years}" if self.cohort else self.name_as_announced

    def save(self, *args, **kwargs):
        """Its days, and whether the city is a member today, are stored with it; so is its name, as a spelling."""
        for name in ("admitted_on", "member_by", "ended_on", "annulled_on"):
            setattr(self, name, self._meta.get_field(name).to_python(getattr(self, name)))
        self.counts_from, self.counts_until = days_of(self)
        with transaction.atomic(savepoint=False):
            own = type(self)._base_manager.filter(pk=self.pk)
            city_before = None if self._state.adding else own.values_list("city_id", flat=True).first()
            super().save(*args, **kwargs)
            CityName.objects.get_or_create(
                city=self.city, text=self.name_as_announced, defaults={"kind": CityName.Kind.ANNOUNCED}
            )
            for difference in recompute(type(self).objects.filter(pk=self.pk)):
                # The cohort here was an older one than that of the register.
                self.counts_from, self.counts_until = difference.now
            if city_before not in (None, self.city_id):
                turn(City.objects.filter(pk=city_before))

    def delete(self, *args, **kwargs):
        with transaction.atomic(savepoint=False):
            deleted = super().delete(*args, **kwargs)
            turn(City.objects.filter(pk=self.city_id))
        return deleted

    @classmethod
    def hold_before(cls, key):
        """A deed about one admission of a city may write the others: all are held, in the order of their keys."""
        hold_all(cls._base_manager.filter(city__in=cls._base_manager.filter(pk=key).values("city")))

    def clean(self):
        """The Beijing Declaration of 2013 admitted nobody; a membership ends after it began."""
        if self.city_id:
            self.counts_from, self.counts_until = days_of(self)  # what must be true of them is checked with the rest
        if self.cohort_id and self.cohort.kind == Cohort.Kind.FOUNDING:
            raise ValidationError({"cohort": _("The founding of the network admitted nobody; choose another cohort.")})
        if self.ended_on and self.announced_on and self.ended_on <= self.announced_on:
            raise ValidationError({"ended_on": _("A membership ends after the day of admission.")})

    @property
    def who_says_so(self):
        """How close to the network those are who publish it, in words; "" where the network itself does.

        Needs its sources prefetched where there are many.
        """
        kinds = {source.kind for source in self.sources.all()}
        if kinds == {Source.Kind.PRESS}:
            return _("read in the press only")
        return "" if not kinds or Source.Kind.NETWORK in kinds else _("by others than the network itself")

    @property
    def is_current(self):
        """Whether the membership goes on today."""
        return self.counts_on(today())

    def counts_on(self, day):
        """Whether it makes its city a member on that day, by the days that are stored."""
        return self.is_public_by(day) and (self.counts_until is None or self.counts_until > day)

    def is_public_by(self, day):
        """Whether it had become public by that day, whatever became of it since."""
        return self.counts_from is not None and self.counts_from <= day

    def stood_by(self, day):
        """Whether it was public on that day and not withdrawn, whether the membership went on or had ended."""
        return self.is_public_by(day) and not self.is_annulled_by(day)

    def is_annulled_by(self, day):
        """Whether a correction had withdrawn it by that day."""
        return self.annulled_on is not None and self.annulled_on <= day

    @property
    def is_annulled(self):
        return self.is_annulled_by(today())

    @property
    def has_ended(self):
        """Whether the membership ended on a day that has come."""
        return self.ended_on is not None and self.ended_on <= today()

    @property
    def announced_on(self):
        """The day of admission if one is recorded here, else the day on which the cohort was announced."""
        return self.admitted_on or (self.cohort.announced_on if self.cohort else None)
