"""What stands beside a list as received, and whether it is taken as part of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from admissions.querysets import IntakeGroupQuerySet

from .intake import Intake
from .recording import person


class IntakeGroup(models.Model):
    """Lines of a list that stand together under `words` such as “Not admitted”, and what a person says of them.

    The words are those of the text: a heading, the value of a cell, the name of a sheet. Cities of a group that was
    not taken are no cities of the round, whatever else is decided.
    """

    class Answer(models.TextChoices):
        OPEN = "open", _("to be decided")
        TAKEN = "taken", pgettext_lazy("group", "taken")
        LEFT = "left", pgettext_lazy("group", "left aside")

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="beside", verbose_name=_("list"))
    words = models.CharField(_("words of the text"), max_length=150)
    answer = models.CharField(_("answer"), max_length=5, choices=Answer, default=Answer.OPEN)
    answered_by = person(_("answered by"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    objects = IntakeGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("group beside a list")
        verbose_name_plural = _("groups beside lists")
        ordering = ["intake", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["intake", "words"], name="intake_group_words_once"),
            models.CheckConstraint(condition=~Q(words=""), name="intake_group_has_words"),
            models.CheckConstraint(
                condition=Q(answer="open", answered_at=None) | ~Q(answer="open") & Q(answered_at__isnull=False),
                name="intake_group_answered_has_instant",
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def is_open(self):
        return self.answer == self.Answer.OPEN
