"""The pages of the desk, inside the back office."""

import io

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView

from admissions.intake.remarks import sentences
from admissions.models import IntakeLine, Recording
from cities.models import City, Country
from records.admin.choosing import could_be_key
from records.exceptions import RefusedError

from .control import controls
from .decide import hold
from .forms import BeginForm, ListForm, OneListForm
from .present import sorted_desk
from .publish import hindrances
from .receive import begin, receive, set_aside, take_into_account
from .release_forms import NumbersForm
from .unread import with_reasons

MOST_LINES = 50  # that could not be read are shown at once, each with its form


class DeskPage(TemplateView):
    """A page of the back office about one recording, for those who may work on it."""

    admin_site = None
    permission = "admissions.change_recording"
    title = gettext_lazy("Recording of a round")
    page = ""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def find(self, records, key):
        """The record with a key from the address; not found also where no record can have such a key."""
        if not could_be_key(records.model, key):
            raise Http404
        return get_object_or_404(records, pk=key)

    @cached_property
    def recording(self):
        return self.find(Recording.objects.select_related("cohort"), self.kwargs["key"])

    def get_context_data(self, **kwargs):
        site = self.admin_site.each_context(self.request)
        own = {"title": self.title, "opts": Recording._meta}
        if "key" in self.kwargs:
            title = f"{self.page} · {self.recording}" if self.page else str(self.recording)
            own |= {"recording": self.recording, "title": title, "page": self.page} | self.about_entries()
        return super().get_context_data(**site | own | kwargs)

    def about_entries(self):
        """What the partials of entries and lines need besides them."""
        may_change = self.recording.may_be_changed and self.request.user.has_perm("admissions.change_recording")
        return {"may_change": may_change, "kinds": [each for each in City.Kind.choices if each[0] != City.Kind.CITY]}

    def to_desk(self, anchor=""):
        return redirect(self.recording.get_absolute_url() + anchor)

    def explain(self, error):
        messages.error(self.request, str(error))

    def say_what_was_read(self, recording):
        found = recording.entries.count()
        sentence = ngettext("%(number)d city was read.", "%(number)d cities were read.", found)
        messages.success(self.request, sentence % {"number": found})

    def say_what_to_know(self, intake):
        for sentence in sentences(intake.remarks):
            messages.warning(self.request, sentence)

    def note(self, sentence):
        """Keep who did it, beside the recording and among the person's own recent actions."""
        LogEntry.objects.log_actions(self.request.user.pk, [self.recording], CHANGE, sentence, single_object=True)


class BeginView(DeskPage):
    """Begin a round: which one, and its lists as far as they are there."""

    permission = "admissions.add_recording"
    template_name = "admin/desk/begin.html"
    title = gettext_lazy("Record a round")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", BeginForm(initial={"cohort": self.request.GET.get("cohort")}))
        kwargs.setdefault("lists", self._lists())
        return super().get_context_data(in_work=Recording.objects.in_work().with_progress(), **kwargs)

    def _lists(self, **data):
        return [ListForm(prefix=code, initial={"language": code}, **data) for code in ("en", "fr", "ar")]

    def post(self, request):
        form, lists = BeginForm(request.POST), self._lists(data=request.POST, files=request.FILES)
        are_fine = [each.is_valid() for each in [form, *lists]]
        filled = [each for each in lists if each.is_valid() and not each.is_empty]
        if all(are_fine) and not filled:
            lists[0].add_error("text", _("Paste at least one list, or choose its file."))
        elif all(are_fine):
            return self._begin(form, filled)
        context = self.get_context_data(form=form, lists=lists, is_wrong=True)
        return self.render_to_response(context, status=422)

    @transaction.atomic
    def _begin(self, form, lists):
        user = self.request.user
        recording = begin(cohort=form.cleaned_data["cohort"], year=form.cleaned_data["year"], by=user)
        for each in lists:
            self.say_what_to_know(receive(recording, by=user, **each.get_list()))
        self.say_what_was_read(recording)
        return redirect(recording)


class DeskView(DeskPage):
    """The desk itself: lists, what is to decide, control totals, and the way on."""

    permission = "admissions.view_recording"
    template_name = "admin/desk/desk.html"

    def get_context_data(self, **kwargs):
        recording = self.recording
        lines = IntakeLine.objects.unread().filter(intake__recording=recording).select_related("intake")
        unread = lines.count()
        kwargs.setdefault("numbers", NumbersForm(instance=recording))
        return super().get_context_data(
            **kwargs,
            **sorted_desk(recording),
            unread=with_reasons(lines[:MOST_LINES]),
            unread_number=unread,
            intakes=recording.intakes.with_cities().select_related("source", "received_by"),
            controls=controls(recording),
            hindrances=hindrances(recording, self.request.user),
            countries=Country.objects.sorted_by_name() if unread else [],
            kept_changes=recording.changes.exclude(kept_because=""),
            at_desk=True,
        )

    def post(self, request, key):
        """Set the numbers that were announced, and why those found differ."""
        if not request.user.has_perm("admissions.change_recording"):
            raise PermissionDenied
        try:
            with transaction.atomic():
                form = NumbersForm(request.POST, instance=hold(self.recording, request.user))
                if form.is_valid():
                    form.save()
                    messages.success(request, _("The numbers were saved."))
                    return self.to_desk("#numbers")
        except RefusedError as error:
            self.explain(error)
            return self.to_desk()
        return self.render_to_response(self.get_context_data(numbers=form), status=422)


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
            except RefusedError as error:
                form.add_error(None, str(error))
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ListView(DeskPage):
    """A list as it was received, and what was read in each of its lines."""

    page = gettext_lazy("List as received")
    permission = "admissions.view_recording"
    template_name = "admin/desk/list.html"

    @cached_property
    def intake(self):
        return self.find(self.recording.intakes.select_related("source", "recording"), self.kwargs["intake"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            intake=self.intake,
            remarks=sentences(self.intake.remarks),
            lines=with_reasons(self.intake.lines.select_related("country", "entry", "set_by")),
            countries=Country.objects.sorted_by_name(),
            chosen_line=self.request.GET.get("line", ""),
            **kwargs,
        )

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
