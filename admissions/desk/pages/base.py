"""What the pages of the desk have in common."""

from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView

from admissions.intake.decode.remarks import sentences
from admissions.models import Recording
from cities.models import City
from records.admin.choosing import could_be_key


class DeskPage(TemplateView):
    """A page of the back office about one recording, for those who may work on it."""

    admin_site = None
    permission = "admissions.change_recording"
    title = gettext_lazy("Recording of a round")
    page = ""
    is_refused = False

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        # A page in answer to a form asks for something more, unless a script asked for it.
        is_done = response.status_code == 302 or (response.status_code == 200 and request.headers.get("X-Desk"))
        if request.method == "POST" and is_done and not self.is_refused:
            self._tell_browser_it_is_saved(response)
        return response

    def _tell_browser_it_is_saved(self, response):
        """The script that keeps drafts reads to which address a form was sent that needs none any more."""
        response.set_cookie(
            "desk_saved", quote(self.request.path, safe=""), max_age=3600, path=reverse("admin:index"),
            secure=settings.SESSION_COOKIE_SECURE, samesite="Lax",
        )  # fmt: skip

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    # What a person had decided when the session had ended is sent again by them, or only from its own page.
    may_be_sent_later = True

    def in_words(self, data):
        """What a form that sends `data` would do; "" for a form that a person fills in."""
        return ""

    def way_back(self):
        """The address of the page with the form that is sent to this one; "" if it is this page itself."""
        return "" if "get" in self.http_method_names else self.recording.get_absolute_url()

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
        """Say why it was not done."""
        self.is_refused = True
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
