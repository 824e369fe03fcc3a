"""The lists of a round: one more, one as it was received, its file."""

import io

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.desk.lists.compare import AnotherCohortError
from admissions.desk.lists.receive import receive, set_aside, take_into_account
from admissions.intake.decode.remarks import sentences
from cities.models import Country
from records.exceptions import RefusedError
from records.l10n import language_in_words

from .base import DeskPage
from .forms import OneListForm
from .text import has_rows, legend, page_of_text
from .words import joined


class AddListView(DeskPage):
    """One more list, in any language."""

    page = gettext_lazy("Add a list")
    template_name = "admin/desk/add_list.html"

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", OneListForm())
        return super().get_context_data(**kwargs)

    def post(self, request, key):
        form = OneListForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                with transaction.atomic():
                    intake = receive(self.recording, by=request.user, **form.get_list())
                self.say_what_to_know(intake)
                self.say_what_was_read(self.recording)
                return self.to_desk()
            except AnotherCohortError as error:
                form.doubt_cohort(error)
            except RefusedError as error:
                form.add_error(None, str(error))
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ListView(DeskPage):
    """A list as it was received, word for word and a page at a time, and what was read in each of its lines."""

    page = gettext_lazy("List as received")
    permission = "admissions.view_recording"
    template_name = "admin/desk/list.html"

    @cached_property
    def intake(self):
        return self.find(self.recording.intakes.select_related("source", "recording"), self.kwargs["intake"])

    def get_context_data(self, **kwargs):
        sought = self.request.GET
        return super().get_context_data(
            intake=self.intake,
            remarks=sentences(self.intake.remarks),
            text=page_of_text(self.intake, page=sought.get("page"), at=sought.get("at")),
            legend=legend(),
            has_table=has_rows(self.intake),
            countries=Country.objects.sorted_by_name(),
            chosen_line=sought.get("line", ""),
            **kwargs,
        )

    def in_words(self, data):
        deed = _("Use this list again") if "use" in data else _("Set this list aside")
        return joined(deed, self.intake.source, language_in_words(self.intake.language))

    def post(self, request, key, intake):
        """Set the whole list aside, or use it again."""
        if not request.user.has_perm("admissions.change_recording"):
            raise PermissionDenied
        try:
            if "use" in request.POST:
                take_into_account(self.intake, by=request.user)
                self.say_what_was_read(self.recording)
                return self.to_desk()
            set_aside(self.intake, by=request.user)
            messages.success(request, _("The list was set aside; it is kept, and its lines count no more."))
        except RefusedError as error:
            self.explain(error)
        return self.to_desk()


class FileView(ListView):
    """The file of a list, byte by byte as it was received."""

    http_method_names = ["get"]

    def get(self, request, *args, **kwargs):
        if not self.intake.file:
            raise Http404
        answer = FileResponse(io.BytesIO(bytes(self.intake.file)), as_attachment=True, filename=self.intake.file_name)
        answer.headers["Content-Type"] = "application/octet-stream"
        return answer
