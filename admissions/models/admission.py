"""Admissions of cities, and the oddities about them that sources leave open."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from admissions.querysets import AdmissionQuerySet
from cities.models import City, CityName, Source
from records.as_of import OPENED
from records.models import Translated
from records.partial_dates import DatePrecision, partial_date
from records.querysets import OpenRecordQuerySet
from records.validators import validate_visible

from .cohort import Cohort
from .membership import Membership


class Admission(Membership, Translated):
    """A city's admission as it was announced: in a cohort, under a name, by sources.

    An admission without a cohort is that of a city which a source shows as a member on the day `member_by`, while
    no source says when it was admitted. An annulled admission was announced and taken back by a correction; it
    counts nowhere. One `announced_again` was announced as new although the city was a member and no ending of that
    membership is known; the city is one member all the same.
    """

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
                condition=Q(status="admitted", ended_on=None, announced_again=False),
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
        ]  # fmt: skip

    def __str__(self):
        return f"{self.name_as_announced} · {self.cohort.years}" if self.cohort else self.name_as_announced

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        CityName.objects.get_or_create(
            city=self.city, text=self.name_as_announced, defaults={"kind": CityName.Kind.ANNOUNCED}
        )

    def clean(self):
        """The Beijing Declaration of 2013 admitted nobody; a membership ends after it began."""
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
        return self.status == self.Status.ADMITTED and self.ended_on is None

    @property
    def public_from(self):
        """The day from which it counts, as `AdmissionQuerySet.public_by` has it."""
        return self.admitted_on or (self.cohort.counts_from if self.cohort else None) or self.member_by or OPENED

    @property
    def announced_on(self):
        """The day of admission if one is recorded here, else the day on which the cohort was announced."""
        return self.admitted_on or (self.cohort.announced_on if self.cohort else None)


class MembershipNote(Translated):
    """Something about a membership that sources leave open, kept as a fact with its source."""

    class Kind(models.TextChoices):
        ADMITTED_TWICE = "admitted_twice", _("Announced twice")
        ABSENT_FROM_LATER_LIST = "absent_from_later_list", _("Absent from a later list")
        REPORTED_EARLY = "reported_early", _("Reported before the announcement")
        DEPARTURE_SUSPECTED = "departure_suspected", _("A departure is suspected")

    city = models.ForeignKey(City, models.PROTECT, related_name="membership_notes", verbose_name=_("city"))
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, related_name="membership_notes", verbose_name=_("cohort"), null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=24, choices=Kind)
    day = models.DateField(_("date"), null=True, blank=True)
    day_precision = models.CharField(_("known to the"), max_length=5, choices=DatePrecision, blank=True)
    note = models.TextField(_("note"))
    sources = models.ManyToManyField(Source, related_name="membership_notes", verbose_name=_("sources"))

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("note on a membership")
        verbose_name_plural = _("notes on memberships")
        ordering = ["city__slug", "day"]

    def __str__(self):
        return f"{self.city} · {self.get_kind_display()}"

    @property
    def day_in_words(self):
        return partial_date(self.day, self.day_precision)
