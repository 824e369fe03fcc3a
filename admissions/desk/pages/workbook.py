"""The entries of a round leave as a workbook for a colleague, and come back with decisions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from admissions.desk.decisions.workbook import decisions_in, entries_workbook
from records.exceptions import RefusedError

from .base import DeskPage

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class WorkbookView(DeskPage):
    """GET gives the entries as a workbook in the reader's language; POST takes the decisions of one."""

    may_be_sent_later = False  # a page cannot give a browser its file back

    def in_words(self, data):
        return _("Take its decisions")

    def way_back(self):
        return reverse("admin:recording_asked", args=[self.recording.pk])

    def get(self, request, key):
        data = entries_workbook(self.recording, get_language())
        name = f"{slugify(self.recording.slug)}-{get_language()}.xlsx"
        return HttpResponse(data, XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    def post(self, request, key):
        file = request.FILES.get("workbook")
        if file:
            self._take(file)
        else:
            self.explain(_("Choose the file that came back."))
        return redirect(reverse("admin:recording_asked", args=[self.recording.pk]))

    def _take(self, file):
        try:
            outcome = decisions_in(file.name, file.read(), self.recording, by=self.request.user)
        except RefusedError as error:
            self.explain(error)
            return
        number = len(outcome.done)
        sentence = ngettext(
            "%(number)d decision was taken from the file.", "%(number)d decisions were taken from the file.", number
        ) % {"number": number}
        messages.success(self.request, sentence)
        if number:
            self.note(f"{sentence} {'; '.join(outcome.done)}")
        for name, why in outcome.refused:
            messages.warning(self.request, f"{name}: {why}")
