"""In which language a list is, where it looks like another one than the person said who brought it."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from admissions.desk.rounds import open_to_changes
from admissions.forms import LANGUAGES
from admissions.models import Intake
from records.exceptions import RefusedError
from records.history.attribution import attributed

from .gather import gather


@transaction.atomic
def mark_language(intake, language, *, by):
    """Say in which language a list is: its own one as given, or another one. It is asked no more.

    The names of the entries follow, and so does the language of a source that was recorded with this list alone.
    Repeating it changes nothing. Raises `RefusedError` if the round is at rest, or for a language no list can be in.
    """
    recording = open_to_changes(intake.recording, by)
    if language not in LANGUAGES:
        raise RefusedError(_("A list cannot be marked as being in this language."))
    kept = Intake.objects.filter(pk=intake.pk)
    before = kept.get().language
    kept.update(language=language, looks_like="")
    if language == before:
        return
    source = intake.source
    if source.language == before and source.intakes.count() == 1:
        with attributed(by, gettext_noop("Its list is in this language")):
            source.language = language
            source.save()
    gather(recording)
