"""Where something is from, in a form: a source that is recorded, or a new one in a few words."""

from django import forms
from django.contrib.admin.sites import site
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from admissions.models import Intake
from admissions.new_source import source_of_list
from cities.models import Source
from records.admin.choosing import RecordChoice, Suggestions
from records.links import OF_A_LINK
from records.validators import take_visible, validate_visible

LANGUAGES = ["en", "fr", "ar", "es", "pt", "de", "it", "tr", "uk", "ru", "fa", "ko", "ja", "zh-hans", "id", "th", "vi"]


def language_choices():
    return [(code, capfirst(get_language_info(code)["name_translated"])) for code in LANGUAGES]


class SourceForm(forms.Form):
    """Where a list is from: a source that is recorded, or a new one in a few words."""

    source = RecordChoice(Source.objects.all(), label=_("Recorded source"), required=False)
    publisher = forms.CharField(
        label=_("or a new one: publisher"), max_length=120, required=False, validators=[validate_visible]
    )
    url = forms.URLField(
        label=_("address"),
        max_length=800,
        required=False,
        assume_scheme="https",
        validators=OF_A_LINK,
    )
    title = forms.CharField(
        label=_("title"), max_length=300, required=False, validators=[validate_visible],
        help_text=_("If empty, the first line of the list."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("kind of publisher"), choices=Source.Kind.choices, initial=Source.Kind.NETWORK, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].widget = Suggestions(Intake._meta.get_field("source"), site)
        self.fields["source"].widget.choices = self.fields["source"].choices
        self.fields["url"].widget.attrs["dir"] = "ltr"
        for name in ("publisher", "url", "title", "name"):
            take_visible(self.fields.get(name))

    def says_where(self):
        return any(self.cleaned_data.get(name) for name in ("source", "publisher", "url"))

    def get_source(self, text, language, published_on=None):
        """The source that was chosen, or the one that was described, as a new record."""
        if self.cleaned_data["source"]:
            return self.cleaned_data["source"]
        facts = {name: self.cleaned_data[name] for name in ("title", "publisher", "kind", "url")}
        return source_of_list(text, language=language, published_on=published_on, **facts)


class FactSourceForm(SourceForm):
    """The source of one fact. It has no first line, so a new one needs a title."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].help_text = ""

    def lacks_title(self):
        return not self.cleaned_data["source"] and not self.cleaned_data["title"]

    def clean(self):
        if not self.errors and not self.says_where():
            self.add_error("source", gettext("Say where this is from: a recorded source, a publisher or an address."))
        if not self.errors and self.lacks_title():
            self.add_error("title", gettext("Give the title of the new source."))
