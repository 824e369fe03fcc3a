"""What a person says of a group beside a list, such as what stands under “Not admitted”: whether it is taken."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from admissions.desk.rounds import open_to_changes
from admissions.models import IntakeGroup
from records.exceptions import RefusedError

from .gather import gather


def take_group(intake, words, *, by):
    """Take what stands under these words as part of the list; its cities are matched like all others.

    Repeating it changes nothing. Raises `RefusedError` if the round is at rest, or if the list has no such group.
    """
    return _answer(intake, words, IntakeGroup.Answer.TAKEN, by)


def leave_group(intake, words, *, by):
    """Leave aside what stands under these words. It is kept, shown beside the list, and counts for nothing.

    Repeating it changes nothing. Raises as `take_group` does.
    """
    return _answer(intake, words, IntakeGroup.Answer.LEFT, by)


@transaction.atomic
def _answer(intake, words, answer, by):
    recording = open_to_changes(intake.recording, by)
    group = intake.beside.filter(words=words).first()
    if group is None:
        raise RefusedError(_("This list has no group “%(words)s”.") % {"words": words})
    if group.answer == answer:
        return group
    group.answer, group.answered_by, group.answered_at = answer, by, timezone.now()
    group.save()
    if answer == IntakeGroup.Answer.LEFT:
        intake.lines.filter(group=words).update(entry=None)
    gather(recording)
    return group
