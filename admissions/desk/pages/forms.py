"""What people fill in at the desk: lists, numbers, the instant of publication."""

from django import forms
from django.utils.translation import gettext_lazy as _

from admissions.desk.lists.receive import read_list
from admissions.forms import SourceForm, language_choices
from admissions.intake.characters import is_arabic
from admissions.intake.decode import read_file
from admissions.intake.decode.unreadable import MAX_BYTES, Unreadable
from admissions.models import Cohort, Recording


class BeginForm(forms.Form):
    """Which round: a cohort that is recorded already, or a new one of a year."""

    cohort = forms.ModelChoiceField(
        Cohort.objects.admitting(), label=_("Cohort"), required=False, empty_label=_("a new round")
    )
    year = forms.IntegerField(label=_("Year of the new round"), min_value=2015, max_value=2100, required=False)

    def clean(self):
        cohort, year = self.cleaned_data.get("cohort"), self.cleaned_data.get("year")
        if self.errors:
            return
        if cohort and year:
            self.add_error("year", _("Choose a cohort or give the year of a new round, not both."))
        elif not cohort and not year:
            self.add_error("year", _("Choose a cohort, or give the year of the new round."))
        elif year and Cohort.objects.filter(slug=str(year)).exists():
            self.add_error("year", _("There is a cohort of this year already: choose it in the list."))
        elif Recording.objects.in_work().filter(slug=cohort.slug if cohort else str(year)).exists():
            field = "cohort" if cohort else "year"
            self.add_error(field, _("This round is being recorded already: go on with that, by its link above."))


class ListForm(SourceForm):
    """One list: pasted or uploaded, its language and its source. `reading` is what `parse` made of it."""

    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    text = forms.CharField(
        label=_("The list, as it was published"), required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )  # fmt: skip
    file = forms.FileField(label=_("or a file: XLSX, ODS, CSV, DOCX, ODT, HTML or TXT"), required=False)
    field_order = ["language", "text", "file", "source", "publisher", "url", "title", "kind"]
    reading = None
    is_of_another = False  # whether the list seems to be of another cohort
    bytes = b""
    remarks = None
    groups = None

    @property
    def is_empty(self):
        return not (self.cleaned_data.get("text", "").strip() or self.cleaned_data.get("file"))

    def clean(self):
        if self.errors or self.is_empty:
            return
        file = self.cleaned_data.get("file")
        if file and self.cleaned_data["text"].strip():
            self.add_error("file", _("Paste the list or choose its file, not both."))
            return
        try:
            self.cleaned_data["text"] = self._from_file(file) if file else self.cleaned_data["text"]
            self.reading = read_list(
                self.cleaned_data["text"], self.cleaned_data["language"], self.groups, self.remarks
            )
        except Unreadable as error:
            self.add_error("file" if file else "text", str(error))
        else:
            self._check_script()
        if not self.says_where():
            self.add_error("source", _("Say where the list is from: a recorded source, a publisher or an address."))

    def _check_script(self):
        """A list is seldom in another language than its names are written in; its spellings would be called wrong."""
        names = [line.name for line in self.reading.cities]
        is_right = is_arabic if self.cleaned_data["language"] in ("ar", "fa") else lambda name: not is_arabic(name)
        if names and sum(map(is_right, names)) < len(names) / 2:
            self.add_error("language", _("The names of this list are not written in this language."))

    def _from_file(self, file):
        # The size first: a huge file is not even read.
        self.bytes = file.read() if file.size <= MAX_BYTES else bytes(MAX_BYTES + 1)
        text, self.remarks, self.groups = read_file(file.name, self.bytes)
        return text

    def get_list(self):
        """What `receive` wants to know of the list."""
        text, language, file = (self.cleaned_data[name] for name in ("text", "language", "file"))
        source = self.get_source(text, language, self.reading.date)
        name = file.name if file else ""
        about_file = {"file_name": name, "file": self.bytes, "remarks": self.remarks, "groups": self.groups}
        return {
            "text": text, "language": language, "source": source, **about_file, "all_the_same": self.takes_all_the_same
        }  # fmt: skip

    @property
    def all_the_same_name(self):
        return self.add_prefix("all_the_same")

    @property
    def takes_all_the_same(self):
        """Whether a person said that the list is of this cohort, although it seems to be of another one."""
        return self.data.get(self.all_the_same_name) == "1"

    def doubt_cohort(self, error):
        """Ask whether the list is of this cohort, in the words of an `AnotherCohortError`."""
        self.is_of_another = True
        self.add_error(None, str(error))


class OneListForm(ListForm):
    """A list that has to be there."""

    def clean(self):
        super().clean()
        if not self.errors and self.is_empty:
            self.add_error("text", _("Paste the list or choose its file."))
