"""Take a selection of texts away as a file, and bring it back."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from gnlc.workbench.exchange.po import read_po, write_po
from gnlc.workbench.exchange.text_changes import WRITTEN, TextOutcome, collected, compared, identity, take_over
from gnlc.workbench.exchange.unit import UnreadableError
from gnlc.workbench.exchange.xliff import read_xliff, write_xliff_12, write_xliff_20
from gnlc.workbench.views import WorkbenchPage
from records.exceptions import RefusedError
from records.translation.states import LANGUAGES

FORMATS = {"po": ("po", write_po), "xliff12": ("xlf", write_xliff_12), "xliff20": ("xlf", write_xliff_20)}
LARGEST_FILE = 8_000_000
MOST_AT_ONCE = 2000  # texts that are written in one act, which takes up to half a minute
MARKS_OF_ORDER = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"  # what a text in UTF-8 or UTF-16 may begin with
SALT = "gnlc.workbench.exchange"
A_DAY = 24 * 3600


class DownloadForm(forms.Form):
    source = forms.ChoiceField(label=pgettext_lazy("a language", "From"), choices=[(code, code) for code in LANGUAGES])
    into = forms.ChoiceField(label=gettext_lazy("Into"), choices=[(code, code) for code in LANGUAGES])
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=[(name, name) for name in FORMATS])


class UploadForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("PO or XLIFF file"))

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(
                _("This file is too large: at most %(size)s.") % {"size": filesizeformat(LARGEST_FILE)}
            )
        return file


class DownloadView(WorkbenchPage):
    """The file of a selection, from one language into another one."""

    def get(self, request):
        form = DownloadForm(request.GET)
        if not form.is_valid():
            messages.error(request, _("Choose the two languages and the format of the file."))
            return redirect(self.address("workbench_texts"))
        source, into, name = (form.cleaned_data[field] for field in ("source", "into", "format"))
        ending, write = FORMATS[name]
        try:
            data = write(collected(self.selection.qs.most_urgent_first(), request.user, source, into))
        except UnreadableError as error:
            messages.error(request, str(error))
            return redirect(self.address("workbench_texts"))
        file_name = f"gnlc-{source}-{into}-{localdate():%Y-%m-%d}.{ending}"
        headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
        return HttpResponse(data, content_type="application/octet-stream", headers=headers)


@dataclass(frozen=True)
class Sent:
    """A file as it was uploaded; it goes through the page that shows its difference, signed."""

    name: str
    data: bytes

    def as_token(self):
        return signing.dumps([self.name, self.data.decode("latin-1")], salt=SALT, compress=True)

    @classmethod
    def from_token(cls, token):
        name, text = signing.loads(token, salt=SALT, max_age=A_DAY)
        return cls(name, text.encode("latin-1"))


class FilePage(WorkbenchPage):
    """A file comes back: first what it would change is shown, then all of that is written, or nothing.

    A page says how it reads a file (`changes_of`), what identifies these changes (`identity`), which outcomes there
    are and which of them are `work`, and how it writes (`write`).
    """

    outcomes = ()
    work = frozenset()
    after = ""

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", UploadForm())
        return super().get_context_data(**kwargs)

    def post(self, request, **kwargs):
        try:
            return self._take_over() if "token" in request.POST else self._show_upload()
        except (UnreadableError, RefusedError) as error:
            return self._refuse(str(error))
        except signing.BadSignature:
            return self._refuse(_("This page is too old: choose the file once more."))

    def _refuse(self, sentence):
        return self.render_to_response(self.get_context_data(sentence=sentence), status=422)

    def _show_upload(self):
        form = UploadForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        file = form.cleaned_data["file"]
        sent = Sent(file.name, file.read())
        return self._show(sent, self.changes_of(sent))

    def _show(self, sent, changes, sentence="", status=200):
        groups = [(outcome, [each for each in changes if each.outcome == outcome]) for outcome in self.outcomes]
        own = {
            "sent": sent,
            "sentence": sentence,
            "token": sent.as_token(),
            "signature": self.identity(changes),
            "groups": [(outcome, group) for outcome, group in groups if group],
            "has_work": any(each.outcome in self.work for each in changes),
        }
        return self.render_to_response(self.get_context_data(**own), status=status)

    def _take_over(self):
        sent = Sent.from_token(self.request.POST["token"])
        changes = self.changes_of(sent)
        if self.identity(changes) != self.request.POST.get("signature"):
            return self._show(sent, changes, _("The registry changed meanwhile: look at it once more."), status=422)
        number = self.write(sent, changes)
        sentence = ngettext("%(number)d text was taken over.", "%(number)d texts were taken over.", number)
        messages.success(self.request, sentence % {"number": number})
        return redirect(self.address(self.after))


class UploadView(FilePage):
    """Texts of the registry, as PO or XLIFF."""

    template_name = "admin/workbench/upload.html"
    title = gettext_lazy("Texts from a file")
    outcomes, work, after = TextOutcome, frozenset({*WRITTEN, TextOutcome.CONFIRMED}), "workbench"
    identity = staticmethod(identity)

    def changes_of(self, sent):
        is_xml = sent.data.lstrip(MARKS_OF_ORDER).startswith(b"<")
        changes = compared(read_xliff(sent.data) if is_xml else read_po(sent.data), self.request.user)
        number = sum(change.outcome in self.work for change in changes)
        if number > MOST_AT_ONCE:
            sentence = _("This file changes %(number)s texts; at most %(most)s can be taken over at once: part it.")
            raise UnreadableError(sentence % {"number": number, "most": MOST_AT_ONCE})
        return changes

    def write(self, sent, changes):
        return take_over(changes, file_name=sent.name, overwrite=set(self.request.POST.getlist("overwrite")))
