"""The last pages of the desk: preview, publish, take back, begin again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import Resolver404, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.desk.lists.receive import put_away, record_again, take_up
from admissions.desk.release.preview import outlook, page_as_published
from admissions.desk.release.publish import HinderedError, hindrances, publish, schedule, unschedule
from admissions.desk.release.take_back import take_back, what_taking_back_would_do
from admissions.models import Recording
from records.exceptions import RefusedError

from .base import DeskPage
from .release_forms import SEAT, ScheduleForm
from .words import joined


class BeforePublication(DeskPage):
    """A page that makes sense as long as the round is not public."""

    def is_in_work(self):
        return self.recording.state in (Recording.State.OPEN, Recording.State.SCHEDULED)

    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs) if self.is_in_work() else self.to_desk()


class PreviewView(BeforePublication):
    """What will change, and the ways into the public pages as they will be."""

    page = gettext_lazy("Preview")
    permission = "admissions.view_recording"
    template_name = "admin/desk/preview.html"

    def get_context_data(self, **kwargs):
        site = reverse("admin:recording_page", args=[self.recording.pk, "en/"]).removesuffix("en/")
        return super().get_context_data(outlook=outlook(self.recording), preview_site=site, **kwargs)


class PreviewPageView(DeskPage):
    """A public page as it will be."""

    permission = "admissions.view_recording"
    http_method_names = ["get", "head"]

    def get(self, request, key, path):
        prefix = request.path.removesuffix(path)
        try:
            response = page_as_published(self.recording, request, f"/{path}", prefix)
        except Resolver404:
            raise Http404 from None
        response.headers["X-Robots-Tag"] = "noindex"
        return response


class PublishView(BeforePublication):
    """Publish now, at an instant, or not after all."""

    page = gettext_lazy("Publish")
    permission = "admissions.publish_recording"
    template_name = "admin/desk/publish.html"
    may_be_sent_later = False  # what is made public is looked over first

    def in_words(self, data):
        if "unschedule" in data:
            return _("Cancel the planned publication")
        if "schedule" in data:
            return joined(_("Publish at this instant"), data.get("local"), data.get("time_zone"))
        return _("Publish now")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", ScheduleForm(initial=self._planned(), own_zones=self._own_zones()))
        found = kwargs.pop("hindrances", None)
        found = hindrances(self.recording, self.request.user) if found is None else found
        return super().get_context_data(hindrances=found, outlook=outlook(self.recording), **kwargs)

    def _planned(self):
        local = self.recording.publish_at_local
        return {"time_zone": self.recording.time_zone or self._usual_time_zone(), "local": local}

    def _usual_time_zone(self):
        """That of the last round that was planned; at first that of UNESCO's seat."""
        planned = Recording.objects.exclude(time_zone="").order_by("-started_at").first()
        return planned.time_zone if planned else SEAT

    def _own_zones(self):
        """The zone of this round, and those in which rounds were planned that this person prepared."""
        planned = Recording.objects.filter(prepared_by=self.request.user).exclude(time_zone="").order_by("-started_at")
        zones = [self.recording.time_zone, *planned.values_list("time_zone", flat=True)[:2]]
        return [zone for zone in zones if zone]

    def post(self, request, key):
        try:
            if "unschedule" in request.POST:
                unschedule(self.recording)
                self.note(_("Cancelled the planned publication."))
                messages.success(request, _("It will not be published by itself; you can go on working on it."))
            elif "schedule" in request.POST:
                return self._schedule()
            elif "now" in request.POST:
                publish(self.recording, by=request.user)
                self.note(_("Published the round."))
                messages.success(request, _("The round is public."))
        except HinderedError as error:
            return self.render_to_response(self.get_context_data(hindrances=error.hindrances), status=422)
        return self.to_desk()

    def _schedule(self):
        form = ScheduleForm(self.request.POST, own_zones=self._own_zones())
        hindered = None
        if form.is_valid():
            instant, zone = form.cleaned_data["instant"], form.cleaned_data["time_zone"]
            try:
                schedule(self.recording, instant, zone, by=self.request.user)
                self.note(_("Planned the publication of the round."))
                messages.success(self.request, _("The publication is planned."))
                return self.to_desk()
            except HinderedError as error:
                hindered = error.hindrances
        return self.render_to_response(self.get_context_data(form=form, hindrances=hindered), status=422)


class TakeBackView(DeskPage):
    """Take the whole round back: what would stay, and why it is done."""

    page = gettext_lazy("Take the round back")
    permission = "admissions.publish_recording"
    template_name = "admin/desk/take_back.html"
    may_be_sent_later = False  # what it would undo is looked over first

    def in_words(self, data):
        return joined(_("Take the whole round back"), data.get("reason"))

    def get(self, request, *args, **kwargs):
        if self.recording.state != Recording.State.PUBLISHED:
            return self.to_desk()
        try:
            outcome = what_taking_back_would_do(self.recording)
        except RefusedError as error:
            self.explain(error)
            return self.to_desk()
        return self.render_to_response(self.get_context_data(outcome=outcome))

    def get_context_data(self, outcome, **kwargs):
        made = [each.model for each in outcome.undone if each.is_new]
        return super().get_context_data(
            kept=outcome.kept,
            admissions=made.count("admissions.Admission"),
            new_cities=made.count("cities.City"),
            **kwargs,
        )

    def post(self, request, key):
        try:
            take_back(self.recording, reason=request.POST.get("reason", "").replace("\0", ""), by=request.user)
        except RefusedError as error:
            self.explain(error)
            return redirect(request.path)
        self.note(_("Took the round back."))
        messages.success(request, _("The round was taken back. Its pages say so."))
        return self.to_desk()


class PutAwayView(DeskPage):
    """Put a round away, or take it up again."""

    http_method_names = ["post"]

    def in_words(self, data):
        return _("Take this round up again") if "take_up" in data else _("Put this round away")

    def post(self, request, key):
        try:
            if "take_up" in request.POST:
                return redirect(take_up(self.recording, by=request.user))
            put_away(self.recording, by=request.user)
            self.note(_("Put the round away."))
            messages.success(request, _("The round was put away; its lists and decisions are kept."))
        except RefusedError as error:
            self.explain(error)
        return self.to_desk()


class RecordAgainView(DeskPage):
    """Begin anew with the lists of a round that was taken back."""

    permission = "admissions.add_recording"
    http_method_names = ["post"]

    def in_words(self, data):
        return _("Record it again from its lists")

    def post(self, request, key):
        if self.recording.state != "recalled":
            return self.to_desk()
        return redirect(record_again(self.recording, by=request.user))
