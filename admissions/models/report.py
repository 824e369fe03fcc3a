"""Progress reports: every two years a member reports, which keeps its membership."""

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from admissions.reporting import YEARS_BETWEEN_REPORTS, report_days
from records.as_of import today
from records.exceptions import RefusedError
from records.history.attribution import attributed
from records.states import Steps, check_day
from records.validators import validate_visible

from .admission import Admission


class ProgressReport(Steps, models.Model):
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

    AWAITED = (State.DUE, State.OVERDUE, State.RETURNED)
    STEPS = {
        "submit": (AWAITED, State.SUBMITTED),
        "extend": (AWAITED, State.DUE),
        "return_for_completion": ((State.SUBMITTED,), State.RETURNED),
        "review": ((State.SUBMITTED,), State.REVIEWED),
    }
    NOT_NEXT = _("This is not the next step: the report is in the state “%(state)s”.")

    admission = models.ForeignKey(Admission, models.PROTECT, related_name="reports", verbose_name=_("admission"))
    due_on = models.DateField(_("due on"))
    extended_to = models.DateField(_("extended to"), null=True, blank=True)
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True)
    returned_on = models.DateField(_("returned for completion on"), null=True, blank=True)
    completed_on = models.DateField(_("completed on"), null=True, blank=True)
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
                condition=Q(returned_on=None) | Q(submitted_on__lte=F("returned_on")),
                name="report_returned_after_submitted",
                violation_error_message=_("A report is returned on the day it was submitted or later."),
            ),
            models.CheckConstraint(
                condition=Q(completed_on=None) | Q(returned_on__lte=F("completed_on")),
                name="report_completed_after_returned",
                violation_error_message=_("A report is completed on the day it was returned or later."),
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on=None) | Q(returned_on=None) | Q(completed_on__lte=F("reviewed_on")),
                name="report_reviewed_once_complete",
                violation_error_message=_("A report that was returned is reviewed once it is complete."),
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on=None) | Q(submitted_on__lte=F("reviewed_on")),
                name="report_reviewed_after_submitted",
                violation_error_message=_("A report is reviewed on the day it was submitted or later."),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.admission.city} · {self.due_on:%Y-%m-%d}"

    def clean(self):
        """A new report is for a day on which this member has to report."""
        if self.submitted_on and self.submitted_on > today():
            raise ValidationError({"submitted_on": gettext("This day is still to come.")})
        if not self._state.adding or not self.admission_id or not self.due_on:
            return
        counts = self.admission.status == Admission.Status.ADMITTED and not self.admission.announced_again
        is_near = self.due_on <= today() + relativedelta(years=YEARS_BETWEEN_REPORTS)
        if not counts or not is_near or self.due_on not in report_days(self.admission, until=self.due_on):
            raise ValidationError({"due_on": gettext("No report of this membership is due on this day.")})

    @property
    def city(self):
        """The city that reports."""
        return self.admission.city

    @property
    def deadline(self):
        return self.extended_to or self.due_on

    @property
    def state(self):
        if self.reviewed_on:
            return self.State.REVIEWED
        if self.returned_on and not self.completed_on:
            return self.State.RETURNED
        if self.submitted_on:
            return self.State.SUBMITTED
        return self.State.OVERDUE if self.deadline < today() else self.State.DUE

    @property
    def is_awaited(self):
        """Whether the member still has to send it, for the first time or completed."""
        return self.state in self.AWAITED

    def may(self, verb):
        """Whether this step is the next one."""
        return self.submitted_on is not None if verb == "take_back_last_step" else super().may(verb)

    @transaction.atomic
    def submit(self, *, on, by=None):
        """The member has sent its report, or what it lacked."""
        self.begin_step("submit")
        # A report may come before it is due, and never before the membership began.
        check_day(on, after=self.returned_on or self.admission.counts_from)
        self._set(by, **{"completed_on" if self.returned_on else "submitted_on": on})

    @transaction.atomic
    def extend(self, *, until, by=None):
        """Grant a later day."""
        self.begin_step("extend")
        if until <= self.deadline:
            raise RefusedError(gettext("The new day comes after the day on which the report was due."))
        self._set(by, extended_to=until)

    @transaction.atomic
    def return_for_completion(self, *, on, until, by=None):
        """Ask the member to complete its report by a day."""
        self.begin_step("return_for_completion")
        check_day(on, after=self.completed_on or self.submitted_on)
        if until <= on:
            raise RefusedError(gettext("The report is completed after the day on which it is returned."))
        later = until if until > self.due_on else self.extended_to
        self._set(by, returned_on=on, completed_on=None, extended_to=later)

    @transaction.atomic
    def review(self, *, on, by=None):
        """The report has been read and is complete."""
        self.begin_step("review")
        check_day(on, after=self.completed_on or self.submitted_on)
        self._set(by, reviewed_on=on)

    @transaction.atomic
    def take_back_last_step(self, *, by=None):
        """Undo what was recorded by mistake: the review, what was completed, the return, or the report's arrival."""
        self.begin_step("take_back_last_step")
        steps = ("reviewed_on", "completed_on", "returned_on", "submitted_on")
        self._set(by, **{next(name for name in steps if getattr(self, name)): None})

    def _set(self, by, **facts):
        for name, value in facts.items():
            setattr(self, name, value)
        with attributed(by):
            self.save()
