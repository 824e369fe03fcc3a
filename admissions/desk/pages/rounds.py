"""The two pages of a round at work: its beginning, and the desk itself."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.desk.lists.compare import AnotherCohortError, compare, in_words
from admissions.desk.lists.receive import begin, receive
from admissions.desk.lists.regions import offered_regions
from admissions.desk.release.control import controls
from admissions.desk.release.kept import Outcome
from admissions.desk.release.publish import hindrances
from admissions.desk.rounds import open_to_changes
from admissions.models import IntakeLine, Recording
from cities.models import Country
from records.exceptions import RefusedError

from .base import DeskPage
from .forms import BeginForm, ListForm
from .groups import shown_groups
from .matrix import lacking
from .present import sorted_desk
from .release_forms import NumbersForm
from .unread import with_reasons

MOST_LINES = 50  # that could not be read are shown at once, each with its form


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
            try:
                return self._begin(form, filled)
            except AnotherCohortError:
                pass  # the form of the list says so
        context = self.get_context_data(form=form, lists=lists, is_wrong=True)
        return self.render_to_response(context, status=422)

    @transaction.atomic
    def _begin(self, form, lists):
        user = self.request.user
        recording = begin(cohort=form.cleaned_data["cohort"], year=form.cleaned_data["year"], by=user)
        received = [self._receive(recording, each) for each in lists]
        for intake in received:
            self.say_what_to_know(intake)
        self.say_what_was_read(recording)
        return redirect(recording)

    def _receive(self, recording, form):
        try:
            return receive(recording, by=self.request.user, **form.get_list())
        except AnotherCohortError as error:
            form.doubt_cohort(error)
            raise


class DeskView(DeskPage):
    """The desk itself: lists, what is to decide, control totals, and the way on."""

    permission = "admissions.view_recording"
    template_name = "admin/desk/desk.html"

    def get_context_data(self, **kwargs):
        recording = self.recording
        lines = IntakeLine.objects.unread().filter(intake__recording=recording).select_related("intake")
        unread = lines.count()
        kwargs.setdefault("numbers", NumbersForm(instance=recording))
        entries, beside = sorted_desk(recording), compare(recording)
        shown = [*entries["undecided"], *entries["decided"], *entries["certain"]]
        intakes = list(recording.intakes.with_cities().select_related("source", "received_by"))
        return super().get_context_data(
            **kwargs,
            **entries,
            lacking=lacking(shown, intakes),
            unread=with_reasons(lines[:MOST_LINES]),
            unread_number=unread,
            groups=shown_groups(recording),
            found=sum(each.entry.decision != "left_out" for each in shown),
            regions=offered_regions(recording),
            comparison=in_words(beside) if beside else [],
            intakes=intakes,
            controls=controls(recording),
            hindrances=hindrances(recording, self.request.user),
            countries=Country.objects.sorted_by_name() if unread else [],
            kept_changes=[Outcome.from_json(kept) for kept in recording.kept],
            at_desk=True,
        )

    def post(self, request, key):
        """Set the numbers that were announced, and why those found differ."""
        if not request.user.has_perm("admissions.change_recording"):
            raise PermissionDenied
        try:
            with transaction.atomic():
                form = NumbersForm(request.POST, instance=open_to_changes(self.recording, request.user))
                if form.is_valid():
                    form.save()
                    messages.success(request, _("The numbers were saved."))
                    return self.to_desk("#numbers")
        except RefusedError as error:
            self.explain(error)
            return self.to_desk()
        return self.render_to_response(self.get_context_data(numbers=form), status=422)
