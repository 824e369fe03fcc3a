"""What a file that comes back would change: every text of it is accounted for before anything is written."""

from collections import Counter
from dataclasses import dataclass, replace

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from gnlc.workbench.difference import difference
from gnlc.workbench.exchange.bounds import LONGEST_TEXT
from gnlc.workbench.exchange.comparing import check_has_text, check_target, fingerprint, from_file, sorted_by_outcome
from gnlc.workbench.exchange.related import is_related
from gnlc.workbench.exchange.unit import TextFile, Unit, UnreadableError
from gnlc.workbench.present import ShownText, shown_texts
from records.models import TranslationState
from records.translation.edits import confirm, translate, what_is_wrong
from records.translation.states import LANGUAGES, digest, plain, translated_models

BATCH = 500


class TextOutcome(models.TextChoices):
    """What becomes of a text of a file, in the order in which people look at it."""

    REFUSED = "refused", _("cannot be written")
    CHANGED_HERE = "changed_here", _("changed here since the download, as far as can be told")
    GRAVE = "grave", _("with faults that would show")
    OUTDATED = "outdated", _("translated from an earlier source text: written and marked as out of date")
    NEW = "new", _("new translation")
    CHANGED = "changed", _("other translation")
    CONFIRMED = "confirmed", _("confirmed as it stands")
    EMPTY = "empty", _("empty in the file: what is here stays")
    SAME = "same", _("as it is here")


ASKED = {TextOutcome.CHANGED_HERE, TextOutcome.GRAVE}  # written only where somebody ticks it
WRITTEN = {TextOutcome.OUTDATED, TextOutcome.NEW, TextOutcome.CHANGED, *ASKED}


@dataclass(frozen=True)
class TextChange:
    """A text of a file beside the one of the registry, if there is one, and what becomes of it."""

    unit: Unit
    outcome: TextOutcome
    shown: ShownText | None = None
    reason: str = ""

    @property
    def source_difference(self):
        """What changed in the source since the file was downloaded."""
        return difference(plain(self.unit.source), self.shown.source.text)


def collected(states, user, source_language, language):
    """The `TextFile` of the texts that are translated from one language into another one."""
    units, batch = [], []
    pairs = states.filter(source_language=source_language, language=language).select_related("content_type")
    for state in pairs.iterator(chunk_size=BATCH):
        batch.append(state)
        if len(batch) == BATCH:
            units += [_unit(each) for each in shown_texts(batch, user)]
            batch = []
    units += [_unit(each) for each in shown_texts(batch, user)]
    return TextFile(source_language, language, units)


def _unit(text):
    state = text.state
    doubtful = state.state in (TranslationState.State.STALE, TranslationState.State.TO_CHECK)
    previous = state.source_seen if text.difference else ""
    place = f"{text.model._meta.label_lower}.{state.key}.{state.field}"
    about = f"{text.record} · {text.label}"
    return Unit(place, text.source.text, text.target.text, doubtful, previous, digest(text.target.text), about)


def compared(file, user):
    """A `TextChange` for each text of a file. Raises `UnreadableError` if it is in languages that are none of ours."""
    _check_languages(file)
    check_has_text(file.units)
    here = _texts_here(file, user)
    doubled = _doubled(file.units)
    changes, places = [], set()
    for unit in file.units:
        is_double = unit.place in places or unit.place in doubled
        changes.append(_change(unit, here.get(unit.place), file, is_double=is_double))
        places.add(unit.place)
    return sorted_by_outcome(changes)


def _check_languages(file):
    check_target(file.language, LANGUAGES)
    if file.source_language and file.source_language not in LANGUAGES:
        sentence = _("The file is translated from “%(tag)s”, which is no language of the registry.")
        raise UnreadableError(sentence % {"tag": file.source_language})


def _doubled(units):
    """Places for which a file has different translations, of which nobody knows the right one."""
    targets = {(unit.place, unit.target, unit.is_doubtful) for unit in units}
    return {place for place, number in Counter(place for place, *_rest in targets).items() if number > 1}


def _texts_here(file, user):
    """{place: ShownText} of the texts that a file names, a query or two for each kind."""
    keys, kinds = {}, {model._meta.label_lower for model in translated_models()}
    for unit in file.units:
        label, _dot, rest = unit.place.partition(".")
        model, _dot, rest = rest.partition(".")
        if f"{label}.{model}" in kinds:
            keys.setdefault(f"{label}.{model}", set()).add(rest.rpartition(".")[0][:40])
    found = {}
    for label, some in keys.items():
        states = TranslationState.objects.of_kind(apps.get_model(label)).filter(language=file.language, key__in=some)
        for text in shown_texts(states.select_related("content_type"), user):
            found[f"{label}.{text.state.key}.{text.state.field}"] = text
    return found


def _change(unit, text, file, *, is_double):
    if text is None:
        return TextChange(unit, TextOutcome.REFUSED, reason=_("The registry has no such text, or has it no longer."))
    target, here = plain(unit.target), text.target.text
    refused = _refused(unit, text, file, is_double=is_double)
    if refused:
        return TextChange(unit, TextOutcome.REFUSED, text, refused)
    is_outdated = plain(unit.source) != text.source.text
    if target == here:
        is_confirmed = text.can_be_confirmed and target and not unit.is_doubtful and not is_outdated
        if is_confirmed:
            return _unless_grave(TextChange(unit, TextOutcome.CONFIRMED, text))
        return TextChange(unit, TextOutcome.SAME, text)
    if not target:
        return TextChange(unit, TextOutcome.EMPTY, text)
    wrong = what_is_wrong(text.state, target)
    if not wrong and is_outdated and not _is_earlier(unit, text):
        wrong = _("Its source text in the file has nothing to do with the one here.")
    if wrong:
        return TextChange(unit, TextOutcome.REFUSED, text, wrong)
    if unit.version is None and here:
        lost = _("The file has lost the note that tells when it was taken.")
        return TextChange(unit, TextOutcome.CHANGED_HERE, text, " ".join([str(lost), *text.faults(target)]))
    if unit.version is not None and unit.version != digest(here):
        return TextChange(unit, TextOutcome.CHANGED_HERE, text, " ".join(text.faults(target)))
    if is_outdated:
        return _unless_grave(TextChange(unit, TextOutcome.OUTDATED, text))
    return _unless_grave(TextChange(unit, TextOutcome.CHANGED if here else TextOutcome.NEW, text))


def _unless_grave(change):
    faults = change.shown.faults(plain(change.unit.target))
    return replace(change, outcome=TextOutcome.GRAVE, reason=" ".join(faults)) if faults else change


def _refused(unit, text, file, *, is_double):
    """Why nothing that the file says of a text can be taken; "" if it can."""
    if is_double:
        return _("The file has this text twice.")
    if not text.may_write:
        return _("You may not write this text.")
    if file.source_language not in ("", text.source.language):
        return _("The file translates from another language than the one in which this text is written here.")
    if max(len(unit.source), len(unit.target)) > LONGEST_TEXT:
        return _("It is too long: at most %(most)d characters.") % {"most": LONGEST_TEXT}
    return unit.problem


def _is_earlier(unit, text):
    source = plain(unit.source)
    return bool(source) and (source == text.state.source_seen or is_related(source, text.source.text))


def identity(changes):
    """Another one when anything is different on which the comparison rests."""
    return fingerprint(
        [
            (
                change.unit.place,
                change.outcome.value,
                change.shown and (change.shown.source.text, change.shown.target.text),
            )
            for change in changes
        ]
    )


@transaction.atomic
def take_over(changes, *, file_name, overwrite=()):
    """Write the changes of a file, all or nothing, and return how many texts were written or confirmed.

    What is `ASKED` about is written only if its place is among those to `overwrite`. Raises
    `RefusedError` where something can be written no longer.
    """
    number = 0
    with from_file(file_name):
        for change in changes:
            unit = change.unit
            if change.outcome in ASKED and unit.place not in overwrite:
                continue
            if change.outcome in WRITTEN | {TextOutcome.CONFIRMED} and plain(unit.target) == change.shown.target.text:
                confirm(change.shown.state)
            elif change.outcome in WRITTEN:
                translate(change.shown.state, plain(unit.target), made_from=unit.source, is_sure=not unit.is_doubtful)
            else:
                continue
            number += 1
    return number
