"""One decision about many entries and lines at once, each of which is a deed of its own."""

from dataclasses import dataclass, field

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.models import IntakeLine, RoundEntry
from cities.models import City
from records.admin.choosing import could_be_key
from records.exceptions import RefusedError
from records.validators import validate_visible

from .decide import DecidedMeanwhileError, decide, describe
from .forms import carry_out
from .lines import entries_of, leave_out_line

PROPOSED = {"city": "city", "place": "geonames_id"}  # the deed that takes a candidate, and what it is about


@dataclass
class Outcome:
    """What became of the marked ones: the names of those that it was done to, and why it was not done to others."""

    done: list = field(default_factory=list)
    refused: list = field(default_factory=list)  # (name, sentence)


def first_proposal(entry):
    """The deed that takes the first candidate of an entry, as `DEEDS` has it: {name: value}. None without one."""
    for candidate in entry.candidates[:1]:
        for deed, about in PROPOSED.items():
            if candidate[about]:
                return {deed: str(candidate[about])}
        return {"new": "1"}
    return None


class LeaveOut(forms.Form):
    """Leave out whole entries and lines, for one reason."""

    reason = forms.CharField(
        max_length=250, validators=[validate_visible],
        error_messages={"required": gettext_lazy("Say why what is marked is left out.")},
    )  # fmt: skip

    def entry(self, entry, version, by):
        decide(entry, RoundEntry.Decision.LEFT_OUT, version=version, by=by, **self.cleaned_data)

    def line(self, line, by):
        if entries_of(line).exists():
            raise RefusedError(_("Say which cities of this line are left out."))
        leave_out_line(line, by=by, **self.cleaned_data)


class OfEntries(forms.Form):
    """What can be said of entries alone."""

    def line(self, line, by):
        raise RefusedError(_("It was not read; say first what it names."))


class TakeFirst(OfEntries):
    """Take the first proposal of each."""

    def entry(self, entry, version, by):
        deed = first_proposal(entry)
        if deed is None:
            raise RefusedError(_("Nothing is proposed."))
        carry_out(entry, {"version": version} | deed, by=by)


class SetKind(OfEntries):
    """Say what kind of body they are, if they are new; what they are is decided apart."""

    kind = forms.ChoiceField(choices=City.Kind.choices)

    def entry(self, entry, version, by):
        describe(entry, version=version, by=by, **self.cleaned_data)


# By the name of the button. Enter in the field of the reason presses the first.
ACTS = {"leave_out": LeaveOut, "first": TakeFirst, "set_kind": SetKind}


def carry_out_all(recording, data, *, by):
    """Do to each marked entry and line what the form says, and tell what became of it.

    `mark` has `entry:KEY:VERSION` and `line:KEY`. What one is refused for keeps no other from being done. Raises
    `RefusedError` if nothing is marked, or if the form is not filled in.
    """
    name = next((name for name in ACTS if name in data), None)
    form = ACTS[name](data) if name else None
    marked = marked_in(recording, data.getlist("mark"))
    if form is None or not marked:
        raise RefusedError(_("Mark at least one entry or line."))
    if not form.is_valid():
        raise RefusedError(" ".join(sentence for errors in form.errors.values() for sentence in errors))
    outcome = Outcome()
    for record, version in marked:
        name = str(record)
        try:
            with transaction.atomic():
                if version:
                    form.entry(record, version, by)
                else:
                    form.line(record, by)
            outcome.done.append(name)
        except (RefusedError, DecidedMeanwhileError) as error:
            outcome.refused.append((name, str(error)))
    return outcome


def marked_in(recording, marks):
    """[(entry, the version that was shown) or (line, None)] of those of the round, in the order of the marks."""
    parts = [mark.split(":") for mark in marks]
    entries = {part[1]: int(part[2]) for part in parts if len(part) == 3 and _are_keys(RoundEntry, part[1:])}
    lines = [part[1] for part in parts if part[0] == "line" and len(part) == 2 and _are_keys(IntakeLine, part[1:])]
    found = recording.entries.filter(pk__in=entries).select_related("recording", "country").sorted_by_country()
    unread = IntakeLine.objects.unread().filter(intake__recording=recording, pk__in=lines)
    marked = [(entry, entries[str(entry.pk)]) for entry in found]
    return marked + [(line, None) for line in unread.select_related("intake__recording")]


def _are_keys(model, values):
    return all(value.isdecimal() and could_be_key(model, value) for value in values)
