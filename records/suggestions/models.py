"""What readers say is wrong: a claim with its source, until somebody of the staff has decided on it."""

import re

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.history.attribution import attributed
from records.states import Steps
from records.suggestions.querysets import SuggestionQuerySet
from records.validators import validate_visible

LINK = re.compile(r"https?://|(?<!//)\bwww\.", re.IGNORECASE)


class Suggestion(Steps, models.Model):
    """What somebody wrote about a record on its public page. It changes nothing by itself and is not public.

    Nothing is kept of who wrote it but an e-mail address, where one was given for questions; that is forgotten with
    the decision.
    """

    class State(models.TextChoices):
        RECEIVED = "received", pgettext_lazy("suggestion", "received")
        ACCEPTED = "accepted", pgettext_lazy("suggestion", "accepted")
        NOT_FOLLOWED = "not_followed", pgettext_lazy("suggestion", "not followed")
        SPAM = "spam", pgettext_lazy("suggestion", "spam")

    DECIDED = (State.ACCEPTED, State.NOT_FOLLOWED, State.SPAM)
    STEPS = {
        "accept": ((State.RECEIVED,), State.ACCEPTED),
        "decline": ((State.RECEIVED,), State.NOT_FOLLOWED),
        "mark_as_spam": ((State.RECEIVED,), State.SPAM),
        "reopen": (DECIDED, State.RECEIVED),
    }
    NOT_NEXT = _("This is not the next step: the suggestion is in the state “%(state)s”.")

    content_type = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", verbose_name=_("kind of record"), editable=False
    )
    key = models.CharField(max_length=60, editable=False)
    record = GenericForeignKey("content_type", "key")
    wrong = models.TextField(_("what is wrong"), editable=False)
    right = models.TextField(_("what would be right"), editable=False)
    source = models.TextField(_("source"), editable=False)
    email = models.EmailField(
        _("e-mail address for questions"), blank=True, editable=False, validators=[validate_visible]
    )
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.RECEIVED)
    answer = models.TextField(_("why it is not followed"), blank=True, validators=[validate_visible])
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("decided by"), null=True, blank=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggested correction")
        verbose_name_plural = _("suggested corrections")
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["content_type", "key"], name="suggestion_about")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(wrong="") & ~Q(right="") & ~Q(source=""), name="suggestion_whole",
                violation_error_message=_("Say what is wrong, what would be right, and by which source."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["received", "accepted", "not_followed", "spam"]), name="suggestion_state_known",
                violation_error_message=_("A suggestion cannot be in this state."),
            ),
            models.CheckConstraint(
                condition=Q(state="received", decided_at=None) | (~Q(state="received") & Q(decided_at__isnull=False)),
                name="suggestion_decided_has_instant",
                violation_error_message=_("Whatever was decided has its date, and nothing else has one."),
            ),
            models.CheckConstraint(
                condition=Q(state="not_followed") & ~Q(answer="") | ~Q(state="not_followed") & Q(answer=""),
                name="suggestion_not_followed_has_reason",
                violation_error_message=_("Say why the suggestion is not followed."),
            ),
            models.CheckConstraint(
                condition=Q(state="received") | Q(email=""), name="suggestion_decided_forgets_email",
                violation_error_message=_("The e-mail address is forgotten once the suggestion is decided."),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.record or self.key} · {self.received_at:%Y-%m-%d}"

    @property
    def links(self):
        """How many addresses of pages stand in it."""
        return sum(len(LINK.findall(text)) for text in (self.wrong, self.right, self.source))

    @transaction.atomic
    def accept(self, *, by=None):
        """The record was, or will be, corrected by somebody."""
        self._go("accept", by)

    @transaction.atomic
    def decline(self, *, why, by=None):
        """The record stays as it is, for a reason."""
        self._go("decline", by, why)

    @transaction.atomic
    def mark_as_spam(self, *, by=None):
        """It says nothing about the record."""
        self._go("mark_as_spam", by)

    @transaction.atomic
    def reopen(self, *, by=None):
        """Decide once more. The e-mail address does not come back."""
        self._go("reopen", by)

    def _go(self, verb, by, answer=""):
        self.begin_step(verb)
        state = self.after(verb)
        is_decided = state in self.DECIDED
        self.state, self.answer, self.email = state, answer, "" if is_decided else self.email
        self.decided_by, self.decided_at = (by, timezone.now()) if is_decided else (None, None)
        with attributed(by):
            self.save()
