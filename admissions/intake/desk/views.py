"""The pages of the desk, inside the back office."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from admissions.models import Entry, IntakeLine, Recording
from cities.back_office.choosing import could_be_key
from cities.models import City, Country

from .choices import choose
from .control import controls
from .decide import DecidedMeanwhileError, RefusedError, leave_out_line, read_line, separate
from .forms import BeginForm, ListForm, NumbersForm, OneListForm
from .present import show, sorted_desk
from .publish import hindrances
from .receive import begin, receive, set_aside


class DeskPage(TemplateView):
    """A page of the back office about one recording, for those who may work on it."""

    admin_site = None
    permission = "admissions.change_recording"
    title = gettext_lazy("Recording of a round")

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
            own |= {"recording": self.recording, "title": str(self.recording)} | self.about_entries()
        return super().get_context_data(**site | own | kwargs)

    def about_entries(self):
        """What the partials of entries and lines need besides them."""
        may_change = self.recording.may_be_changed and self.request.user.has_perm("admissions.change_recording")
        return {"may_change": may_change, "kinds": [each for each in City.Kind.choices if each[0] != City.Kind.CITY]}

    def to_desk(self, anchor=""):
        return redirect(self.recording.get_absolute_url() + anchor)

    def explain(self, error):
        messages.error(self.request, str(error))


class BeginView(DeskPage):
    """Begin a round: which one, and its lists as far as they are there."""

    permission = "admissions.add_recording"
    template_name = "admin/desk/begin.html"
    title = gettext_lazy("Record a round")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", BeginForm(initial={"cohort": self.request.GET.get("cohort")}))
        kwargs.setdefault("lists", self._lists())
        return super().get_context_data(**kwargs)

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
        return self.render_to_response(self.get_context_data(form=form, lists=lists), status=422)

    @transaction.atomic
    def _begin(self, form, lists):
        user = self.request.user
        recording = begin(cohort=form.cleaned_data["cohort"], year=form.cleaned_data["year"], by=user)
        for each in lists:
            receive(recording, by=user, **each.get_list())
        return redirect(recording)


class DeskView(DeskPage):
    """The desk itself: lists, what is to decide, control totals, and the way on."""

    permission = "admissions.view_recording"
    template_name = "admin/desk/desk.html"

    def get_context_data(self, **kwargs):
        recording = self.recording
        lines = IntakeLine.objects.unread().filter(intake__recording=recording).select_related("intake")
        kwargs.setdefault("numbers", NumbersForm(instance=recording))
        return super().get_context_data(
            **kwargs,
            **sorted_desk(recording),
            unread=lines,
            intakes=recording.intakes.with_cities().select_related("source", "received_by"),
            controls=controls(recording),
            hindrances=hindrances(recording, self.request.user),
            countries=Country.objects.sorted_by_name() if lines else [],
            kept_changes=recording.changes.exclude(kept_because=""),
            at_desk=True,
        )

    def post(self, request, key):
        """Set the numbers that were announced, and why those found differ."""
        if not request.user.has_perm("admissions.change_recording") or not self.recording.may_be_changed:
            raise PermissionDenied
        form = NumbersForm(request.POST, instance=self.recording)
        if form.is_valid():
            form.save()
            return self.to_desk("#numbers")
        return self.render_to_response(self.get_context_data(numbers=form), status=422)


class AddListView(DeskPage):
    """One more list, in any language."""

    template_name = "admin/desk/add_list.html"

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", OneListForm())
        return super().get_context_data(**kwargs)

    def post(self, request, key):
        form = OneListForm(request.POST, request.FILES)
        if not self.recording.may_be_changed:
            raise PermissionDenied
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        with transaction.atomic():
            receive(self.recording, by=request.user, **form.get_list())
        return self.to_desk()


class ListView(DeskPage):
    """A list as it was received, and what was read in each of its lines."""

    permission = "admissions.view_recording"
    template_name = "admin/desk/list.html"

    @cached_property
    def intake(self):
        return self.find(self.recording.intakes.select_related("source", "recording"), self.kwargs["intake"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            intake=self.intake,
            lines=self.intake.lines.select_related("country", "entry", "set_by"),
            countries=Country.objects.sorted_by_name(),
            chosen_line=int(chosen) if (chosen := self.request.GET.get("line", "")).isdecimal() else None,
            **kwargs,
        )

    def post(self, request, key, intake):
        """Set the whole list aside."""
        if not request.user.has_perm("admissions.change_recording") or not self.recording.may_be_changed:
            raise PermissionDenied
        set_aside(self.intake, by=request.user)
        messages.success(request, _("The list was set aside; it is kept, and its lines count no more."))
        return self.to_desk()


class LineView(DeskPage):
    """What a person says about one line: what it names, why it is left out, or that it means another city."""

    http_method_names = ["post"]

    def post(self, request, key, line):
        lines = IntakeLine.objects.filter(intake__recording=self.recording)
        line = self.find(lines.select_related("intake__recording", "entry__recording"), line)
        try:
            anchor = self._deed(line)
        except RefusedError as error:
            self.explain(error)
            anchor = f"#line-{line.pk}"
        return self.to_desk(anchor)

    def _deed(self, line):
        data, by = self.request.POST, self.request.user
        if "separate" in data and line.entry:
            return f"#entry-{separate(line, by=by).pk}"
        if "leave_out" in data:
            leave_out_line(line, reason=data.get("reason", ""), by=by)
            return "#lines"
        country = Country.objects.filter(code=data.get("country", "")[:2]).first()
        name = data.get("name", "").replace("\0", "").strip()[:120]
        if not country or not name:
            raise RefusedError(_("Give the name of the city and choose its country."))
        read_line(line, name=name, country=country, by=by)
        return "#lines"


class EntryView(DeskPage):
    """One choice about one entry. A script gets the entry alone, as it is then; a plain form goes back to the desk."""

    template_name = "admin/desk/_entry.html"

    def get(self, request, key, entry):
        return self.to_desk(f"#entry-{entry}")

    def post(self, request, key, entry):
        records = Entry.objects.select_related("recording", "country")
        found = self.find(records.filter(recording=self.recording), entry)
        sentence = ""
        try:
            found = choose(found, request.POST, by=request.user)
        except RefusedError as error:
            sentence = str(error)
        except DecidedMeanwhileError as error:
            found, sentence = error.entry, str(error)
        if request.headers.get("X-Desk") == "entry":
            return self._entry_alone(found, sentence)
        if sentence:
            messages.error(request, sentence)
        return self.to_desk(f"#entry-{found.pk}" if found else "#decide")

    def _entry_alone(self, entry, sentence):
        if entry is None:
            return HttpResponse(status=410)
        response = render(self.request, self.template_name, self._context(entry) | {"sentence": sentence})
        response.headers["X-Undecided"] = self.recording.entries.undecided().count()
        return response

    def _context(self, entry):
        (shown,) = show(Entry.objects.filter(pk=entry.pk), self.recording)
        return {"recording": self.recording, "shown": shown} | self.about_entries()
