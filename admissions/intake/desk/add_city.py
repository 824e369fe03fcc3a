"""One city more for a cohort: a late addition or a correction, matched as a whole list is, published at once."""

import re

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.intake.match import Registry, candidates
from admissions.models import Cohort, Intake, IntakeLine
from cities.models import Country
from records.exceptions import RefusedError
from records.validators import validate_visible

from .choices import choose
from .forms import SourceForm, language_choices
from .gather import as_json, gather
from .present import shown_candidates
from .publish import HinderedError, publish
from .receive import begin
from .views import DeskPage


class AddCityForm(SourceForm):
    """The city as its source names it."""

    cohort = forms.ModelChoiceField(Cohort.objects.admitting(), label=gettext_lazy("Cohort"))
    name = forms.CharField(
        label=gettext_lazy("Name as announced"), max_length=120, validators=[validate_visible],
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
    country = forms.ModelChoiceField(Country.objects.all(), label=gettext_lazy("Country"))
    language = forms.ChoiceField(label=gettext_lazy("Language of the name"), choices=language_choices)
    field_order = ["cohort", "name", "language", "country", "source", "publisher", "url", "title", "kind"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].help_text = ""
        self.fields["country"].queryset = Country.objects.sorted_by_name()

    def clean(self):
        if not self.errors and not self.says_where():
            self.add_error("source", _("Say where this is from: a recorded source, a publisher or an address."))
        if not self.errors and self.cleaned_data["publisher"] and not self.cleaned_data["title"]:
            self.add_error("title", _("Give the title of the new source."))


@transaction.atomic
def add_city(cohort, *, name, country, language, source, choice, by):
    """Record one more city of a cohort as `choice` says (see `choices.choose`) and publish it.

    Returns the recording; it stays to be published where something hinders that, or where the person may not.
    Raises `RefusedError`.
    """
    if not re.fullmatch(r"new|homonym|(city|place):[\w-]+", choice):
        raise RefusedError(_("This choice is not offered."))
    recording = begin(cohort=cohort, by=by)
    intake = Intake.objects.create(
        recording=recording, text=name, language=language, source=source, received_by=by, declared={}
    )
    IntakeLine.objects.create(
        intake=intake, position=0, number=1, raw=name, kind=IntakeLine.Kind.CITY, name=name, country=country
    )
    gather(recording)
    entry = recording.entries.get()
    choose(entry, {"version": entry.version, "choice": choice}, by=by)
    # One city is no round: the cohort's announced numbers stay as they are.
    recording.difference = recording.difference_language = ""
    for name in recording.ANNOUNCED:
        setattr(recording, name, None)
    recording.begun_with = {}
    recording.save()
    try:
        return publish(recording, by=by) if by.has_perm("admissions.publish_recording") else recording
    except HinderedError:
        return recording


class AddCityView(DeskPage):
    """The form; then, below it, what the name may mean; a choice there records the city."""

    permission = "admissions.add_recording"
    template_name = "admin/desk/add_city.html"
    title = gettext_lazy("Add a city to a cohort")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", AddCityForm(initial={"cohort": self.request.GET.get("cohort")}))
        return super().get_context_data(**kwargs)

    def post(self, request):
        form, found = AddCityForm(request.POST), None
        if form.is_valid():
            if "choice" in request.POST:
                return self._record(form.cleaned_data, form)
            found = self._found(form.cleaned_data)
        return self.render_to_response(
            self.get_context_data(form=form, candidates=found), status=200 if form.is_valid() else 422
        )

    def _found(self, facts):
        code = facts["country"].pk
        found = candidates(facts["name"], code, registry=Registry.of([code]))
        return shown_candidates([as_json(each, [facts["name"]]) for each in found], facts["cohort"].pk)

    def _record(self, facts, form):
        try:
            with transaction.atomic():
                recording = add_city(
                    facts["cohort"], name=facts["name"], country=facts["country"], language=facts["language"],
                    source=form.get_source(facts["name"], facts["language"]), choice=self.request.POST["choice"],
                    by=self.request.user,
                )  # fmt: skip
        except RefusedError as error:
            self.explain(error)
            return self.render_to_response(self.get_context_data(form=form, candidates=self._found(facts)), status=422)
        if recording.state == recording.State.PUBLISHED:
            city = recording.entries.get().city
            is_new = recording.changes.filter(model="admissions.Admission", before__isnull=True).exists()
            was = _("%(city)s was in this cohort already; the source was added.")
            sentence = _("%(city)s was added and is public.") if is_new else was
            messages.success(self.request, sentence % {"city": city})
            return redirect("admin:admissions_cohort_change", facts["cohort"].pk)
        return redirect(recording)
