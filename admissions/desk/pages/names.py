"""The names of the cities that a round will make, in each language, for those who translate."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from admissions.desk.decisions.decide import DecidedMeanwhileError
from admissions.desk.decisions.forms import name_of_a_city
from admissions.desk.decisions.naming import TRANSLATED, translate_names
from admissions.intake.gazetteer import places_of
from admissions.models import RoundEntry
from records.exceptions import RefusedError

from .base import DeskPage


class NamesForm(forms.Form):
    """The names of one city, with the version of the entry and the names that were shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31)
    name_fr, name_ar = name_of_a_city(), name_of_a_city()

    def __init__(self, *args, entry, **kwargs):
        own = {"initial": {name: getattr(entry, name) for name in ("version", *TRANSLATED)}}
        super().__init__(*args, prefix=f"entry-{entry.pk}", **own | kwargs)
        labels = {"name_fr": _("French name"), "name_ar": _("Arabic name")}
        for name in TRANSLATED:
            language = name.removeprefix("name_")
            self.fields[name].show_hidden_initial = True
            self.fields[name].widget.attrs |= {
                "lang": language,
                "dir": "rtl" if language == "ar" else "ltr",
                "aria-label": f"{labels[name]}: {entry}",
            }

    @property
    def typed(self):
        """The names that a person changed: {name of the field: text}."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in TRANSLATED}


@dataclass(frozen=True)
class NamedCity:
    """An entry with its names in the lists, what the gazetteer proposes in Arabic, and its form."""

    entry: RoundEntry
    listed: list
    proposed: str
    form: NamesForm

    @property
    def lacks_a_name(self):
        return not all(getattr(self.entry, name) for name in TRANSLATED)


class NamesView(DeskPage):
    """A row for each city, those that lack a name first. Whoever sees the round reads it; who translates, writes."""

    page = gettext_lazy("Names of the new cities")
    permission = "admissions.view_recording"
    template_name = "admin/desk/names.html"

    @property
    def may_name(self):
        allowed = ("admissions.translate_recording", "admissions.change_recording")
        return self.recording.may_be_changed and any(map(self.request.user.has_perm, allowed))

    def get_context_data(self, **kwargs):
        again = kwargs.pop("again", {})
        rows = [_row(entry, again.get(entry.pk)) for entry in self._entries()]
        rows.sort(key=lambda row: not row.lacks_a_name)
        lacking = sum(row.lacks_a_name for row in rows)
        return super().get_context_data(rows=rows, lacking=lacking, may_name=self.may_name, **kwargs)

    def _entries(self):
        found = self.recording.entries.making_a_city().select_related("country", "recording").sorted_by_country()
        return list(found.prefetch_related("lines__intake"))

    def post(self, request, key):
        """Save each name that was changed, unless somebody else changed that city; then what was typed stays."""
        if not any(map(request.user.has_perm, ("admissions.translate_recording", "admissions.change_recording"))):
            raise PermissionDenied
        saved, again = [], {}
        try:
            with transaction.atomic():
                entries = self._entries()
                for entry in entries:
                    form = NamesForm(request.POST, entry=entry)
                    if form.add_prefix("version") in request.POST and form.has_changed():
                        again |= self._save(entry, form, saved)
        except RefusedError as error:  # the round is at rest
            self.explain(error)
            return self.to_desk()
        if saved:
            self.note("; ".join(saved))
            sentence = ngettext(
                "The names of %(number)d city were saved.", "The names of %(number)d cities were saved.", len(saved)
            )
            messages.success(request, sentence % {"number": len(saved)})
        lost = _typed_for_others(request.POST, {entry.pk for entry in entries})
        if lost:
            sentence = _("Not saved, as these cities are not new any more: %(names)s")
            messages.warning(request, sentence % {"names": "; ".join(lost)})
        if again:
            return self.render_to_response(self.get_context_data(again=again), status=422)
        return redirect(request.path)

    def _save(self, entry, form, saved):
        """Save the names of one city. {key of the entry: the form to show again} where that could not be."""
        if not form.is_valid():
            return {entry.pk: form}
        before = {name: getattr(entry, name) for name in TRANSLATED}
        typed = {name: text for name, text in form.typed.items() if text != before[name]}
        if not typed:
            return {}
        try:
            translate_names(entry, typed, version=form.cleaned_data["version"], by=self.request.user)
        except DecidedMeanwhileError as error:
            return {entry.pk: _shown_again(entry, typed, str(error))}
        changes = [
            f"{name.removeprefix('name_')}: {before[name] or '–'} → {text or '–'}" for name, text in typed.items()
        ]
        saved.append(f"{entry} ({', '.join(changes)})")
        return {}


def _row(entry, form):
    lines = [(line.intake.language, line.name) for line in entry.lines.all()]
    place = places_of(entry.country_id).numbered(entry.geonames_id) if entry.geonames_id else None
    proposed = place.arabic_name if place and not entry.name_ar else ""
    return NamedCity(entry, list(dict.fromkeys(lines)), proposed, form or NamesForm(entry=entry))


def _typed_for_others(data, keys):
    """The names that were typed for entries which have no row any more."""
    own = {f"entry-{key}" for key in keys}
    prefixes = [
        name.removesuffix("-version") for name in data if name.startswith("entry-") and name.endswith("-version")
    ]
    fields = [(prefix, name) for prefix in prefixes if prefix not in own for name in TRANSLATED]
    texts = [(data.get(f"{prefix}-{name}", ""), data.get(f"initial-{prefix}-{name}", "")) for prefix, name in fields]
    return [text[:120] for text, shown in texts if text.strip() and text != shown]


def _shown_again(entry, typed, sentence):
    """What was typed, over the names as they are now, with the sentence why it was not saved."""
    form = NamesForm(entry=entry)
    now = {form.add_prefix(name): value for name, value in form.initial.items()}
    shown = {form.add_initial_prefix(name): form.initial[name] for name in TRANSLATED}
    form = NamesForm(now | shown | {form.add_prefix(name): text for name, text in typed.items()}, entry=entry)
    form.add_error(None, sentence)
    return form
