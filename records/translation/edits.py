"""What a translator does to a text. Each deed is in the history of its record, with the person and the reason."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import CharField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from records.exceptions import RefusedError
from records.history.attribution import attributed, note
from records.locking import find_locked, locked
from records.translation.models import TranslationState
from records.translation.states import plain, source_of
from records.translation.status import TextStatus
from records.validators import validate_visible

State = TranslationState.State
CONFIRMED = {State.STALE: gettext_noop("Still right: %(column)s"), State.TO_CHECK: gettext_noop("Checked: %(column)s")}


@transaction.atomic
def translate(state, text, *, made_from=None, is_sure=True):
    """Write a translation; an empty text takes it away. Returns the state as it is then.

    None if the text is the source from now on, as an English one is that was the last to be written.

    `made_from` is the source text that the translator saw: if it is not the one of now, the translation is out of
    date at once. With `is_sure` false it is left to be checked. Raises `RefusedError` with what is wrong in words.
    """
    record = _held(state)
    setattr(record, state.column, text)
    _set_status(record, state, TextStatus.CHECKED if is_sure else TextStatus.PROPOSED)
    _save(record, state)
    row = TranslationState.objects.filter(pk=state.pk).first()
    if row is None or not text:
        return row
    if not is_sure:
        row.state = State.TO_CHECK
    if made_from is not None and plain(made_from) != row.source_seen:
        row.state, row.source_seen = State.STALE if is_sure else State.TO_CHECK, plain(made_from)
    row.save()
    return row


@transaction.atomic
def confirm(state):
    """Somebody has looked at a translation that was out of date or to check: it is right as it stands."""
    record = _held(state)
    row = locked(state)
    if row.state not in CONFIRMED:
        return row
    reason = CONFIRMED[row.state]
    if getattr(record, f"{state.column}_status", "") == TextStatus.PROPOSED:
        _set_status(record, state, TextStatus.CHECKED)
        with attributed(reason=reason, column=state.column):
            record.save()
    else:
        note(record, reason, column=state.column)
    return _settle(row, record)


@transaction.atomic
def keep_same(state):
    """Decide that the text is the same in this language as in its source."""
    record, reason = _held(state), gettext_noop("The same in this language: %(column)s")
    before = dict(vars(record))
    setattr(record, state.column, source_of(record, state.field)[1])
    _set_status(record, state, TextStatus.SAME)
    if vars(record) == before:
        note(record, reason, column=state.column)
    with attributed(reason=reason, column=state.column):
        _save(record, state)
    row = TranslationState.objects.get(pk=state.pk)
    row.is_same = True
    return _settle(row, record)


@transaction.atomic
def call_immaterial(state):
    """Decide that what changed in the source changes nothing for its translations; returns how many there are."""
    record = _held(state)
    stale = record.translations.filter(field=state.field, state=State.STALE)
    rows = [_settle(row, record) for row in stale]
    if rows:
        reason = gettext_noop("The edit changes nothing for translations: %(column)s")
        note(record, reason, column=state.source_column)
    return len(rows)


def _held(state):
    """The record of a text, with nobody else writing it meanwhile."""
    record = find_locked(state.content_type.model_class()._base_manager, state.key)
    if record is None or not TranslationState.objects.filter(pk=state.pk).exists():
        raise RefusedError(_("This text is no longer there."))
    return record


def _set_status(record, state, status):
    """A city's name says beside it what is known of it."""
    if hasattr(record, f"{state.column}_status"):
        setattr(record, f"{state.column}_status", status if getattr(record, state.column) else "")


def what_is_wrong(state, text):
    """Why the registry cannot keep a text as this translation, in a sentence; "" if nothing is wrong."""
    field = state.content_type.model_class()._meta.get_field(state.column)
    if text and not text.strip():
        return _("There are only spaces in it.")
    if "\n" in text and isinstance(field, CharField):
        return _("It stands on one line: take the line break out.")
    try:
        validate_visible(text)
        if text:
            field.clean(text, None)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _save(record, state):
    wrong = what_is_wrong(state, getattr(record, state.column))
    if wrong:
        raise RefusedError(wrong)
    record.save()


def _settle(row, record):
    row.state, row.source_seen = State.DONE, source_of(record, row.field)[1]
    row.save()
    return row
