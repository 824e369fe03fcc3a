"""The pages on which a reader suggests a correction of one record, and is thanked for it."""

from django.core import signing
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.views.generic import DetailView, FormView
from django.views.generic.detail import SingleObjectMixin

from gnlc.pages.public import PublicPage
from records.models import Suggestion
from records.suggestions.forms import SuggestionForm
from records.suggestions.limits import may_send

SENT = "records.suggestions.sent"


class AboutRecord(SingleObjectMixin):
    """One of the records that are public; search engines leave out a form for each of them."""

    records = None
    context_object_name = "record"

    def get_queryset(self):
        return self.records()

    def render_to_response(self, context, **options):
        response = super().render_to_response(context, **options)
        response.headers["X-Robots-Tag"] = "noindex"
        return response


class SuggestView(PublicPage, AboutRecord, FormView):
    """What was refused comes back as it was written, with the sentence that says why."""

    template_name = "suggestions/suggest.html"
    shows_texts = False
    form_class = SuggestionForm

    def dispatch(self, request, *args, **kwargs):
        self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        if not may_send(self.request):
            form.add_error(None, gettext("Several suggestions came from here within an hour. Please try later."))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        suggestion = Suggestion.objects.create(record=self.object, **form.claim())
        return redirect(f"{self.request.path}thanks/?sent={signing.dumps(suggestion.pk, salt=SENT)}")

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ThanksView(PublicPage, AboutRecord, DetailView):
    """Names the number of what was sent; who sent nothing is not thanked, but led to the form."""

    template_name = "suggestions/thanks.html"
    shows_texts = False

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        try:
            number = signing.loads(request.GET.get("sent", ""), salt=SENT)
        except signing.BadSignature:
            return redirect(request.path.removesuffix("thanks/"))
        return self.render_to_response(self.get_context_data(number=number))


def suggestion_urls(records, **lookup):
    """To be included below the page of a record: `records` gives those that are public, `lookup` how one is found.

    >>> path("news/<slug:slug>/suggest/", include(suggestion_urls(NewsItem.objects.public)))
    """
    return [
        path("", SuggestView.as_view(records=records, **lookup), name="suggest"),
        path("thanks/", ThanksView.as_view(records=records, **lookup), name="thanks"),
    ]
