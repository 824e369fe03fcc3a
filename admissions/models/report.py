"""Progress reports: every two years a member reports, which keeps its membership."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from admissions.reporting import report_days
from cities.as_of import today
from cities.characters import validate_visible
from cities.history import attributed
from cities.refused import RefusedError

from .admission import Admission
from .steps import check_day, hold


class ProgressReport(models.Model):
    """What was done about one report of a membership. Not public.

    `due_on` is one of the days that `reporting.report_days` finds; `extended_to` a later day that was granted, or by
    which a report that was returned has to be completed. A report that is due and of which nothing was recorded has no
    record: `reporting.due_reports` finds it.
    """

    class State(models.TextChoices):
        DUE = "due", pgettext_lazy("report", "due")
        OVERDUE = "overdue", pgettext_lazy("report", "overdue")
        SUBMITTED = "submitted", pgettext_lazy("report", "submitted")
        RETURNED = "returned", pgettext_lazy("report", "returned for completion")
        REVIEWED = "reviewed", pgettext_lazy("report", "reviewed")

    admission = models.ForeignKey(Admission, models.PROTECT, related_name="reports", verbose_name=_("admission"))
    due_on = models.DateField(_("due on"))
    extended_to = models.DateField(_("extended to"), null=True, blank=True)
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True)
    returned_on = models.DateField(_("returned for completion on"), null=True, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, validators=[validate_visible])

    class Meta:
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        ordering = ["-due_on", "admission"]
        constraints = [
            models.UniqueConstraint(
                fields=["admission", "due_on"], name="report_once_when_due",
                violation_error_message=_("This report is on record already."),
            ),
            models.CheckConstraint(
                condition=Q(extended_to=None) | Q(extended_to__gt=F("due_on")), name="report_extended_later",
                violation_error_message=_("The new day comes after the day on which the report was due."),
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None) | Q(submitted_on__lte=F("returned_on"), reviewed_on=None),
                name="report_returned_after_submitted",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on=None) | Q(submitted_on__lte=F("reviewed_on")),
                name="report_reviewed_after_submitted",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.admission.city} · {self.due_on:%Y-%m-%d}"

    def clean(self):
        """The day is one on which this member has to report."""
        if self.admission_id and self.due_on and self.due_on not in report_days(self.admission, until=self.due_on):
            raise ValidationError({"due_on": gettext("No report of this membership is due on this day.")})
        if self.submitted_on and self.submitted_on > today():
            raise ValidationError({"submitted_on": gettext("This day is still to come.")})

    @property
    def deadline(self):
        return self.extended_to or self.due_on

    @property
    def state(self):
        if self.reviewed_on:
            return self.State.REVIEWED
        if self.returned_on:
            return self.State.RETURNED
        if self.submitted_on:
            return self.State.SUBMITTED
        return self.State.OVERDUE if self.deadline < today() else self.State.DUE

    @property
    def is_awaited(self):
        """Whether the member still has to send it, for the first time or completed."""
        return self.state in (self.State.DUE, self.State.OVERDUE, self.State.RETURNED)

    def may(self, verb):
        """Whether this step is the next one."""
        if verb == "take_back_last_step":
            return self.submitted_on is not None
        if verb in ("submit", "extend"):
            return self.is_awaited
        return self.state == self.State.SUBMITTED

    def submit(self, *, on, by=None):
        """The member has sent its report."""
        # A report may come before it is due, and never before the membership began.
        after = self.returned_on or self.admission.public_from
        self._step("submit", on, by, after=after, submitted_on=on, returned_on=None)

    def extend(self, *, until, by=None):
        """Grant a later day."""
        self._step("extend", None, by, extended_to=self._later(until))

    def return_for_completion(self, *, on, until, by=None):
        """Ask the member to complete its report by a day."""
        self._step("return_for_completion", on, by, returned_on=on, extended_to=self._later(until))

    def review(self, *, on, by=None):
        """The report has been read and is complete."""
        self._step("review", on, by, reviewed_on=on)

    def take_back_last_step(self, *, by=None):
        """Undo what was recorded by mistake: the review, the return, or the arrival of the report."""
        last = next(name for name in ("reviewed_on", "returned_on", "submitted_on") if getattr(self, name))
        self._step("take_back_last_step", None, by, **{last: None})

    def _later(self, until):
        if until <= self.deadline:
            raise RefusedError(gettext("The new day comes after the day on which the report was due."))
        return until

    @transaction.atomic
    def _step(self, verb, on, by, after=None, **facts):
        hold(self)
        if not self.may(verb):
            sentence = gettext("This is not the next step: the report is in the state “%(state)s”.")
            raise RefusedError(sentence % {"state": self.State(self.state).label})
        if on:
            check_day(on, after=after or self.submitted_on)
        for name, value in facts.items():
            setattr(self, name, value)
        with attributed(by):
            self.save()
