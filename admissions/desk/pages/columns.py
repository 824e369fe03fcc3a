"""The chooser of columns: what each column of a list's table holds, with a preview of what is read so."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.desk.lists.columns import read_by_columns, read_with
from admissions.intake.decode import Unreadable
from admissions.intake.parse.tables.columns import ROLES
from records.exceptions import RefusedError

from .base import DeskPage
from .words import joined

MOST_CITIES = 20  # of the preview


class ColumnsView(DeskPage):
    """The first rows of the table under a choice for each column. The choices go with the address, to be looked at;
    a button reads the list so."""

    page = gettext_lazy("Columns")
    template_name = "admin/desk/columns.html"

    @cached_property
    def intake(self):
        return self.find(self.recording.intakes.select_related("source", "recording"), self.kwargs["intake"])

    @cached_property
    def proposal(self):
        try:
            found = read_with(self.intake).columns
        except Unreadable:  # by a rule that came later
            found = None
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs):
        chosen = kwargs.pop("chosen", None) or self.request.GET.getlist("role")
        chosen = chosen or self.intake.columns or self.proposal.roles
        width = len(self.proposal.roles)
        roles = [role if role in ROLES else "" for role in chosen][:width]
        roles += [""] * (width - len(roles))
        return super().get_context_data(
            intake=self.intake,
            proposal=self.proposal,
            roles=roles,
            names=self._names(),
            **self._preview(roles),
            **kwargs,
        )

    def _names(self):
        names = {
            "": _("left aside"),
            "city": _("city"),
            "country": _("country"),
            "code": _("code of the country"),
            "region": _("region"),
            "province": _("province"),
            "status": _("admitted or not"),
            "note": _("note"),
        }
        return [(role, names[role]) for role in ROLES]

    def _preview(self, roles):
        """What is read so: the first cities, how many there are, and the lines that could not be read."""
        try:
            reading = read_with(self.intake, roles if any(roles) else None)
        except Unreadable as error:
            return {"problem": str(error)}
        beside = sum(map(len, reading.beside.values()))
        unread = [line for line in reading.lines if line.kind == "unread"]
        return {
            "cities": reading.cities[:MOST_CITIES],
            "found": len(reading.cities),
            "beside": beside,
            "unread": unread[:MOST_CITIES],
            "unread_number": len(unread),
        }

    def in_words(self, data):
        return joined(_("Read the list so"), self.intake.source)

    def post(self, request, key, intake):
        roles = request.POST.getlist("role")
        try:
            read = read_by_columns(self.intake, roles, by=request.user)
        except (RefusedError, Unreadable) as error:
            self.explain(error)
            return self.render_to_response(self.get_context_data(chosen=roles), status=422)
        self.note(_("Read a list anew by its columns."))
        messages.success(request, _("The list was read anew; its former reading is set aside."))
        return redirect(reverse("admin:recording_list", args=[self.recording.pk, read.pk]))
