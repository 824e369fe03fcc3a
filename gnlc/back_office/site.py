"""The back office as a whole: its names, the order of its pages, and how it names records to choose from."""

from functools import update_wrapper
from urllib.parse import urlsplit

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path, re_path, resolve, reverse
from django.utils.translation import gettext_lazy as _

from admissions.desk.pages.decided import page_at
from admissions.models import Recording
from gnlc.back_office.typed import IN_SESSION, Typed
from gnlc.workbench.selection import models_for
from records.admin.forms import RecordForm
from records.models import Suggestion, TranslationState
from records.translation.states import completeness

IN_THE_ORDER_OF_WORK = [
    "admissions.Recording",
    "admissions.Admission",
    "admissions.Cohort",
    "admissions.Nomination",
    "admissions.ProgressReport",
    "admissions.Call",
    "admissions.Correction",
    "admissions.MembershipNote",
    "admissions.Award",
    "admissions.Agreement",
    "admissions.ReportedFigure",
    "admissions.Rule",
    "cities.City",
    "cities.Country",
    "cities.Source",
    "records.Suggestion",
    "cities.Initiative",
    "cities.Partnership",
    "cities.Cluster",
    "cities.KeyFeature",
    "cities.SustainableDevelopmentGoal",
    "cities.Venue",
    "cities.Audience",
    "news.NewsItem",
    "news.Event",
    "news.Conference",
    "news.Campaign",
    "workbench.Term",
]


class Suggestions(AutocompleteJsonView):
    """What is offered while somebody types, named as on the records' own pages: a city with its country."""

    def process_request(self, request):
        """Only the fields of forms are filled so, not what refers to a record from elsewhere."""
        term, model_admin, source_field, to_field = super().process_request(request)
        if not source_field.concrete:
            raise PermissionDenied
        return term, model_admin, source_field, to_field

    def serialize_result(self, obj, to_field_name):
        label = getattr(self.model_admin, "label", str)
        return super().serialize_result(obj, to_field_name) | {"text": str(label(obj))}


class BackOffice(AdminSite):
    site_header = site_title = _("Registry of learning cities")
    index_title = _("Back office")
    empty_value_display = "–"

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)

    def index(self, request, extra_context=None):
        """The front page, which begins with the rounds that are being recorded and with the state of the languages."""
        own = {
            "in_work": Recording.objects.in_work().with_progress(),
            "completeness": completeness(TranslationState.objects.counted()),
            "suggestions": Suggestion.objects.waiting().count(),
            "may_translate": bool(models_for(request.user)),
        }
        return super().index(request, own | (extra_context or {}))

    def admin_view(self, view, cacheable=False):
        """Let a form that was sent after the session had ended come back once somebody has signed in."""
        guarded = super().admin_view(view, cacheable)

        def inner(request, *args, **kwargs):
            if request.method == "POST" and not request.user.is_authenticated:
                typed = Typed.in_request(request)
                # At the desk a button alone is a decision.
                is_kept = typed.texts() or page_at(request.path)[0]
                return self._ask_to_sign_in(request, typed) if is_kept else guarded(request, *args, **kwargs)
            typed = request.session.get(IN_SESSION)
            if typed and typed[0] == request.get_full_path() and self.has_permission(request):
                # It comes back once. Only the form of a record keeps it from being done; any other would do it.
                request.session.pop(IN_SESSION)
                if request.method == "GET" and _is_form_of_a_record(typed[0]):
                    Typed(*typed).put_into(request)
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, guarded)

    def _ask_to_sign_in(self, request, typed):
        request.method = "GET"
        address = reverse("admin:login", current_app=self.name)
        return self.login(request, {"typed": typed.token(), "next": typed.address, "app_path": address})

    def login(self, request, extra_context=None):
        typed = Typed.from_token(request.POST.get("typed", ""))
        if typed is None:
            return super().login(request, extra_context)
        response = super().login(request, {"typed": typed.token()} | (extra_context or {}))
        if not request.user.is_authenticated:
            return response
        request.session[IN_SESSION] = [typed.address, typed.fields]
        return redirect(typed.address if _is_form_of_a_record(typed.address) else "admin:typed")

    def typed_view(self, request):
        """What was typed into a form that does something: it is shown, and sent only when somebody says so."""
        kept = request.session.get(IN_SESSION)
        typed = Typed(*kept) if kept else None
        decided = typed and typed.decided(request)
        if typed and not decided and page_at(urlsplit(typed.address).path)[0]:
            typed = None  # somebody else has signed in, who does not work on rounds
        own = {"title": _("What you had typed"), "typed": typed, "decided": decided}
        context = self.each_context(request) | own
        return render(request, "admin/typed.html", context)

    def page_of_record(self, request, content_type_id, object_id):
        """Django's way on to the page of any record, for those who may see such records."""
        kind = ContentType.objects.filter(pk=content_type_id).first()
        pages = self._registry.get(kind and kind.model_class())
        if pages is None or not pages.has_view_permission(request):
            raise PermissionDenied
        return shortcut(request, content_type_id, object_id)

    def get_urls(self):
        # These import the pages of records, which need the site.
        from admissions.lifecycle.documents import hand_out
        from gnlc.back_office.gap_desk import GapDesk
        from gnlc.workbench.urls import workbench_urls

        return [
            path("typed/", self.admin_view(self.typed_view), name="typed"),
            path("gaps/", self.admin_view(GapDesk.as_view(site=self)), name="gaps"),
            path("documents/<path:name>", self.admin_view(hand_out), name="document"),
            path(
                "r/<int:content_type_id>/<path:object_id>/", self.admin_view(self.page_of_record), name="view_on_site"
            ),
            *workbench_urls(self),
            re_path("^cities/suggestion/(?P<rest>.*)$", self._to_suggestions),
            *super().get_urls(),
        ]

    def _to_suggestions(self, request, rest):
        """Suggestions had another address; what staff kept of it leads on, with a form that was open."""
        query = request.META["QUERY_STRING"]
        address = reverse("admin:records_suggestion_changelist", current_app=self.name) + rest
        return redirect(f"{address}?{query}" if query else address, permanent=True, preserve_request=True)

    def get_app_list(self, request, app_label=None):
        """Apps and models in the order of work; what has no place in it comes last, by name as Django has it."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda entry: _place(entry["model"]._meta.label))
        return sorted(apps, key=lambda app: _place(app["models"][0]["model"]._meta.label))


def _is_form_of_a_record(address):
    """Whether an address is that of a form which RecordForm keeps from being saved unseen."""
    view = resolve(urlsplit(address).path)
    admin = getattr(view.func, "model_admin", None)
    return admin is not None and issubclass(admin.form, RecordForm) and view.url_name.endswith(("_add", "_change"))


def _place(label):
    return IN_THE_ORDER_OF_WORK.index(label) if label in IN_THE_ORDER_OF_WORK else len(IN_THE_ORDER_OF_WORK)
