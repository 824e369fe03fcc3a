"""What the forms of entries and lines at the desk send."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.desk.decisions.decide import DecidedMeanwhileError, separate
from admissions.desk.decisions.forms import carry_out
from admissions.desk.decisions.lines import entries_of, leave_out_line, read_line
from admissions.intake.characters import has_letters, tidy
from admissions.models import IntakeLine, RoundEntry
from cities.models import Country
from records.exceptions import RefusedError
from records.validators import validate_visible, without_harmless_invisible

from .base import DeskPage
from .present import show
from .words import words_of_entry, words_of_line


class LineForm(forms.Form):
    """What a line names."""

    name = forms.CharField(label=gettext_lazy("name"), max_length=120)
    country = forms.ModelChoiceField(Country.objects.all(), label=gettext_lazy("country"))

    def clean_name(self):
        name = tidy(self.cleaned_data["name"])
        if not has_letters(name):
            raise ValidationError(_("A name has letters."))
        validate_visible(without_harmless_invisible(self.cleaned_data["name"]))
        return name


class ReasonForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("why it is left out"), max_length=250, validators=[validate_visible])


class LineView(DeskPage):
    """What a person says about one line: what it names, why it is left out, or that it means another city."""

    http_method_names = ["post"]

    @cached_property
    def line(self):
        lines = IntakeLine.objects.filter(intake__recording=self.recording)
        return self.find(lines.select_related("intake__recording", "entry__recording"), self.kwargs["line"])

    def in_words(self, data):
        return words_of_line(self.line, data)

    def way_back(self):
        return f"{self.recording.get_absolute_url()}#line-{self.line.pk}"

    def post(self, request, key, line):
        line = self.line
        try:
            anchor = self._deed(line)
        except (RefusedError, DecidedMeanwhileError) as error:
            self.explain(error)
            anchor = f"#line-{line.pk}"
        return self.to_desk(anchor)

    def _deed(self, line):
        by = self.request.user
        if "separate" in self.request.POST and line.entry:
            return f"#entry-{separate(line, by=by).pk}"
        if "leave_out" in self.request.POST:
            left = self._entries_left_out(line)
            leave_out_line(line, by=by, entries=left, **self._facts(ReasonForm))
            names = "; ".join(f"{entry} ({entry.country})" for entry, _version in left)
            messages.success(self.request, _("Left out: %(what)s") % {"what": names or f"“{tidy(line.raw)}”"})
        else:
            read_line(line, by=by, **self._facts(LineForm))
            line.refresh_from_db()
            messages.success(self.request, _("The line was read as %(name)s.") % {"name": line.entry})
            return f"#entry-{line.entry_id}"
        return "#lines"

    def _entries_left_out(self, line):
        """[(entry, version as shown)] of those that the form marks. Of a line with entries the form says which of them
        are meant, or that it is only the words: nobody leaves out a word and keeps the city unawares."""
        own = {str(entry.pk): entry for entry in entries_of(line).select_related("country", "recording")}
        marked = [value.partition(":") for value in self.request.POST.getlist("entry")]
        found = [
            (own[key], int(version))
            for key, _colon, version in marked
            if key in own and version.isdecimal() and len(version) < 10
        ]
        if own and line.kind == IntakeLine.Kind.UNREAD and not found and self.request.POST["leave_out"] != "words":
            raise RefusedError(_("Say which cities of this line are left out."))
        return found

    def _facts(self, form_class):
        form = form_class(self.request.POST)
        if not form.is_valid():
            wrong = [f"{form.fields[name].label}: {error}" for name, errors in form.errors.items() for error in errors]
            raise RefusedError(" ".join(wrong))
        return form.cleaned_data


class EntryView(DeskPage):
    """One deed about one entry. A script gets the entry alone, as it is then; a plain form goes back to the desk."""

    template_name = "admin/desk/_entry.html"

    def get(self, request, key, entry):
        return self.to_desk(f"#entry-{entry}")

    @cached_property
    def entry(self):
        records = RoundEntry.objects.select_related("recording", "country")
        return self.find(records.filter(recording=self.recording), self.kwargs["entry"])

    def in_words(self, data):
        return words_of_entry(self.entry, data)

    def way_back(self):
        return f"{self.recording.get_absolute_url()}#entry-{self.entry.pk}"

    def post(self, request, key, entry):
        sentence = ""
        try:
            found = carry_out(self.entry, request.POST, by=request.user)
        except Http404:
            found, sentence = None, _("Somebody else joined this entry with another one, or set its list aside.")
        except RefusedError as error:
            found, sentence = RoundEntry.objects.filter(pk=entry).first(), str(error)
        except DecidedMeanwhileError as error:
            found, sentence = error.entry, str(error)
        self.is_refused = bool(sentence)
        if found and request.headers.get("X-Desk") == "entry":
            return self._entry_alone(found, sentence)
        if sentence:
            messages.error(request, sentence)
        if request.headers.get("X-Desk") == "entry":
            return HttpResponse(status=410)
        return self.to_desk(f"#entry-{found.pk}" if found else "#decide")

    def _entry_alone(self, entry, sentence):
        response = render(self.request, self.template_name, self._context(entry) | {"sentence": sentence})
        response.headers["X-Undecided"] = self.recording.entries.undecided().count()
        return response

    def _context(self, entry):
        (shown,) = show(RoundEntry.objects.filter(pk=entry.pk), self.recording)
        return {"recording": self.recording, "shown": shown} | self.about_entries()
