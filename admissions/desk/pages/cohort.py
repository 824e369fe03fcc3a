"""What the lists lack or print otherwise than the cohort has it, recorded as corrections with the list as source."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from admissions.desk.lists.compare import compare, correct, in_words
from admissions.models import Admission, Intake
from records.admin.acts import day_field, text_field
from records.as_of import today
from records.exceptions import RefusedError
from records.validators import validate_visible

from .base import DeskPage


class CorrectForm(forms.Form):
    """Which admissions a corrected list takes back, which of its numbers hold, and what the public reads of it."""

    admissions = forms.ModelMultipleChoiceField(
        Admission.objects.none(),
        label=gettext_lazy("Admissions that are annulled"),
        widget=forms.CheckboxSelectMultiple,
    )
    numbers = forms.MultipleChoiceField(
        label=gettext_lazy("Numbers that hold from now on"), required=False, widget=forms.CheckboxSelectMultiple
    )
    intake = forms.ModelChoiceField(Intake.objects.none(), label=gettext_lazy("By which list"), empty_label=None)
    on = day_field(gettext_lazy("Date"), initial=today)
    authority = forms.CharField(
        label=gettext_lazy("Corrected by"), max_length=150, validators=[validate_visible], initial="UNESCO"
    )
    note_en = text_field(gettext_lazy("Note in English, for the public"), dir="ltr")
    note_fr = text_field(gettext_lazy("Note in French"), dir="ltr", required=False)
    note_ar = text_field(gettext_lazy("Note in Arabic"), dir="rtl", required=False)

    def __init__(self, *args, recording, comparison, **kwargs):
        super().__init__(*args, **kwargs)
        self.printed = {f"{each.field}:{each.printed}": each for each in comparison.numbers}
        lacking = [admission.pk for admission in comparison.lacking]
        self.fields["admissions"].queryset = Admission.objects.filter(pk__in=lacking).select_related("city__country")
        self.fields["admissions"].label_from_instance = lambda admission: (
            f"{admission.city} · {admission.city.country}"
        )
        self.fields["numbers"].choices = [
            (key, f"{each.label}: {each.recorded} → {each.printed}") for key, each in self.printed.items()
        ]
        self.fields["intake"].queryset = recording.intakes.in_use().select_related("source")
        for language in ("en", "fr", "ar"):
            self.fields[f"note_{language}"].widget.attrs["lang"] = language

    def facts(self):
        """What `correct` takes."""
        return self.cleaned_data | {"numbers": [self.printed[key] for key in self.cleaned_data["numbers"]]}


class CohortView(DeskPage):
    """The lists beside the cohort that is recorded already, and the form of a correction."""

    page = gettext_lazy("Beside the cohort")
    permission = "admissions.change_admission"
    template_name = "admin/desk/cohort.html"
    may_be_sent_later = False  # what is corrected in public is looked over first

    @cached_property
    def comparison(self):
        found = compare(self.recording)
        if found is None:
            raise Http404
        return found

    def form(self, data=None):
        dated = self.recording.intakes.in_use().exclude(dated=None).order_by("pk").last()
        initial = {"on": dated.dated, "intake": dated.pk} if dated else {}
        return CorrectForm(data, recording=self.recording, comparison=self.comparison, initial=initial)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", self.form())
        return super().get_context_data(comparison=self.comparison, sentences=in_words(self.comparison), **kwargs)

    def post(self, request, key):
        form = self.form(request.POST)
        if form.is_valid():
            try:
                with transaction.atomic():
                    made = correct(self.recording, by=request.user, **form.facts())
                self.note(_("Annulled by a correction: %(names)s") % {"names": "; ".join(str(each) for each in made)})
                sentence = ngettext(
                    "%(number)d admission was annulled by a correction, which is public.",
                    "%(number)d admissions were annulled by corrections, which are public.",
                    len(made),
                )
                messages.success(request, sentence % {"number": len(made)})
                return self.to_desk()
            except RefusedError as error:
                form.add_error(None, str(error))
        return self.render_to_response(self.get_context_data(form=form), status=422)
