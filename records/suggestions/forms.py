"""What a reader fills in, and what keeps machines from doing so: no third party, no riddle."""

import re

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from records.links import validate_named_host
from records.suggestions.models import LINK
from records.validators import take_visible, validate_visible

SALT = "records.suggestions"
LEAST_SECONDS = 3  # that somebody needs to fill in the form
DAY = 24 * 3600
MOST_LINKS = 4
ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
CLAIM = ("wrong", "right", "source")


def stamp(instant=None):
    """When the form was handed out, signed."""
    return signing.dumps((instant or timezone.now()).timestamp(), salt=SALT)


class ClaimField(forms.CharField):
    """A text of some lines; how a browser ends them does not count."""

    def __init__(self, rows, **options):
        area = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
        super().__init__(widget=area, validators=[validate_visible], **options)

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")

    def run_validators(self, value):
        super().run_validators(value)
        for address in ADDRESS.findall(value):
            validate_named_host(address)


class SuggestionForm(forms.Form):
    """A claim with its source. `homepage` is seen by machines only, and left empty by people."""

    wrong = ClaimField(
        4, label=_("What is wrong?"), max_length=2000,
        help_text=_("The sentence, name or number, as it stands on the page."),
    )  # fmt: skip
    right = ClaimField(4, label=_("What would be right?"), max_length=2000)
    source = ClaimField(
        2, label=_("How do you know?"), max_length=1000,
        help_text=_(
            "The address of a page, or the title of a publication with its date. Nothing is recorded here without a "
            "source."
        ),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("E-mail address, if we may ask you something (optional)"), required=False, max_length=254,
        validators=[validate_visible],
        help_text=_("It is never published, used for nothing else, and deleted when the suggestion has been decided."),
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "email"}),
    )  # fmt: skip
    homepage = forms.CharField(
        label=_("Leave this field empty"), required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )  # fmt: skip
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.initial["stamp"] = stamp()
        for field in self.fields.values():
            take_visible(field)

    def clean_homepage(self):
        if self.cleaned_data["homepage"]:
            self._hand_out_anew("homepage", "")
            raise forms.ValidationError(_("A field that people do not see was filled in. Please send it once more."))
        return ""

    def clean_stamp(self):
        """Refuse what was sent too fast, and what nobody handed out; both may be sent again as they are."""
        try:
            age = timezone.now().timestamp() - signing.loads(self.cleaned_data["stamp"], salt=SALT)
        except signing.BadSignature:
            age = DAY
        if age >= DAY:
            self._hand_out_anew("stamp", self.initial["stamp"])
            raise forms.ValidationError(_("This page was open for too long. Please send it once more."))
        if age < LEAST_SECONDS:
            raise forms.ValidationError(_("That was faster than people write. Please read it over and send it again."))
        return ""

    def _hand_out_anew(self, name, value):
        self.data = self.data.copy()
        self.data[name] = value

    def clean(self):
        texts = [self.cleaned_data.get(name, "") for name in CLAIM]
        number = sum(len(LINK.findall(text)) for text in texts)
        if number > MOST_LINKS:
            sentence = ngettext(
                "There is %(number)d link in it; %(most)d are the most that can be sent.",
                "There are %(number)d links in it; %(most)d are the most that can be sent.",
                number,
            )
            raise forms.ValidationError(sentence % {"number": number, "most": MOST_LINKS})

    def claim(self):
        """What is kept of it."""
        return {name: self.cleaned_data[name] for name in (*CLAIM, "email")}

    def seen_fields(self):
        """Those that people fill in."""
        return [self[name] for name in (*CLAIM, "email")]
