"""What people fill in for a step: its day, and what else belongs to it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from admissions.forms import FactSourceForm, SourceForm, language_choices
from admissions.models import Admission, Call
from records.admin.acts import NothingForm, day_field, text_field
from records.as_of import today
from records.validators import validate_visible


class DayForm(NothingForm):
    on = day_field(_("Date"), initial=today)


class StepForm(DayForm):
    note = text_field(_("Note"), required=False)


class CarryOverForm(DayForm):
    call = forms.ModelChoiceField(Call.objects.all(), label=_("Round"))
    field_order = ["call", "on"]


class UntilForm(NothingForm):
    until = day_field(_("New day"))


class ReturnForm(DayForm):
    until = day_field(_("To be completed until"))


class FactForm(FactSourceForm, DayForm):
    """A step that is public: it needs a source, which may be new."""

    language = forms.ChoiceField(label=_("Language of the source"), choices=language_choices)

    def facts(self):
        about_source = set(SourceForm.base_fields) | {"language"}
        own = {name: value for name, value in self.cleaned_data.items() if name not in about_source}
        return own | {"source": self.get_source("", self.cleaned_data["language"])}


class EndForm(FactForm):
    reason = forms.ChoiceField(label=_("Reason"), choices=Admission.EndReason)
    field_order = ["on", "reason", *SourceForm.base_fields, "language"]


class AnnulForm(FactForm):
    authority = forms.CharField(label=_("Corrected by"), max_length=150, validators=[validate_visible])
    note_en = text_field(_("Note in English, for the public"), dir="ltr")
    note_fr = text_field(_("Note in French"), dir="ltr", required=False)
    note_ar = text_field(_("Note in Arabic"), dir="rtl", required=False)
    field_order = ["on", "authority", "note_en", "note_fr", "note_ar", *SourceForm.base_fields, "language"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for language in ("en", "fr", "ar"):
            self.fields[f"note_{language}"].widget.attrs["lang"] = language
