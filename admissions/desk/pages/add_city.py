"""One city more for a cohort: a late addition or a correction, matched as a whole list is, published at once."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.desk.add_city import add_city
from admissions.desk.decisions.forms import deed_in
from admissions.desk.lists.gather import as_json
from admissions.forms import FactSourceForm, language_choices
from admissions.intake.match import Registry, candidates
from admissions.models import Admission, Cohort
from cities.models import Country
from records.exceptions import RefusedError
from records.history.acts import keys_made_in
from records.validators import validate_visible

from .base import DeskPage
from .present import shown_candidates


class AddCityForm(FactSourceForm):
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
        self.fields["country"].queryset = Country.objects.sorted_by_name()

    def lacks_title(self):
        """An address alone may be that of a recorded source, which is found by it."""
        return self.cleaned_data["publisher"] and not self.cleaned_data["title"]


class AddCityView(DeskPage):
    """The form; then, below it, what the name may mean; a button there records the city."""

    permission = "admissions.add_recording"
    template_name = "admin/desk/add_city.html"
    title = gettext_lazy("Add a city to a cohort")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", AddCityForm(initial={"cohort": self.request.GET.get("cohort")}))
        return super().get_context_data(**kwargs)

    def post(self, request):
        form, found = AddCityForm(request.POST), None
        if form.is_valid():
            if deed_in(request.POST):
                return self._record(form.cleaned_data, form)
            found = self._found(form.cleaned_data)
        return self.render_to_response(
            self.get_context_data(form=form, candidates=found), status=200 if form.is_valid() else 422
        )

    def _found(self, facts):
        code = facts["country"].pk
        found = candidates(facts["name"], code, registry=Registry.of([code]))
        kept = [as_json(each, [facts["name"]]) for each in found if not each.country_code]
        return shown_candidates(kept, facts["cohort"].pk)

    def _deed(self):
        """What the button says; of the form around it nothing is about the entry."""
        name = deed_in(self.request.POST)
        return {name: self.request.POST[name]}

    def _record(self, facts, form):
        try:
            with transaction.atomic():
                recording = add_city(
                    facts["cohort"], name=facts["name"], country=facts["country"], language=facts["language"],
                    source=form.get_source(facts["name"], facts["language"]), deed=self._deed(),
                    by=self.request.user,
                )  # fmt: skip
        except RefusedError as error:
            self.explain(error)
            return self.render_to_response(self.get_context_data(form=form, candidates=self._found(facts)), status=422)
        if recording.state == recording.State.PUBLISHED:
            city = recording.entries.get().city
            is_new = keys_made_in(recording.act, Admission)
            was = _("%(city)s was in this cohort already; the source was added.")
            sentence = _("%(city)s was added and is public.") if is_new else was
            messages.success(self.request, sentence % {"city": city})
            return redirect("admin:admissions_cohort_change", facts["cohort"].pk)
        return redirect(recording)
