"""The desk on which staff see what waits for whom."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from admissions.models import Nomination

from .deadlines import calendar
from .waiting import waiting


class LifePage(TemplateView):
    """For those who may see nominations."""

    admin_site = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("admissions.view_nomination"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class WaitingView(LifePage):
    template_name = "admin/lifecycle/waiting.html"

    def get_context_data(self, **kwargs):
        own = {"title": _("What waits for whom"), "opts": Nomination._meta, "desks": waiting()}
        return super().get_context_data(**self.admin_site.each_context(self.request) | own | kwargs)


class DeadlinesView(LifePage):
    """The calendar file."""

    def get(self, request):
        page = request.build_absolute_uri(reverse("admin:waiting"))
        answer = HttpResponse(calendar(page), content_type="text/calendar; charset=utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="deadlines.ics"'
        return answer
