"""The grid of what there is to do, and the list of texts behind each of its numbers."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView

from gnlc.workbench.inventory import inventory
from gnlc.workbench.present import shown_texts
from gnlc.workbench.selection import Selection, models_for
from records.admin.choosing import could_be_key
from records.exceptions import RefusedError
from records.models import TranslationState
from records.translation.edits import confirm
from records.translation.states import completeness

TEXTS_ON_A_PAGE = 50


class WorkbenchPage(TemplateView):
    """A page for those who may write texts in any language."""

    site = None
    title = gettext_lazy("Translation")

    def dispatch(self, request, *args, **kwargs):
        if not models_for(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def selection(self):
        return Selection(self.request.GET, user=self.request.user)

    def address(self, name, *args, query=None):
        """The address of a page of the workbench, with the selection."""
        query = self.selection.query if query is None else query
        return reverse(f"admin:{name}", args=args) + (f"?{query}" if query else "")

    def get_context_data(self, **kwargs):
        own = {"title": self.title, "selection": self.selection, "query": self.selection.query}
        return super().get_context_data(**self.site.each_context(self.request) | own | kwargs)


class GridView(WorkbenchPage):
    """Kinds of records by languages, each number a click from its texts."""

    template_name = "admin/workbench/grid.html"

    @cached_property
    def selection(self):
        return Selection(self.request.GET, user=self.request.user, without=["kind", "language", "state", "key"])

    def get_context_data(self, **kwargs):
        own = {
            "inventory": inventory(self.selection.qs, self.selection.models.values()),
            "states": TranslationState.State.choices,
            "completeness": completeness(TranslationState.objects.counted()),
        }
        return super().get_context_data(**own | kwargs)


class TextsView(WorkbenchPage):
    """The texts of a selection. Several that are right as they stand are confirmed together."""

    template_name = "admin/workbench/texts.html"

    def get_context_data(self, **kwargs):
        texts = self.selection.qs.most_urgent_first().select_related("content_type")
        page = Paginator(texts, TEXTS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        rows = shown_texts(page.object_list, self.request.user)
        own = {
            "page": page,
            "rows": rows,
            "can_confirm": any(row.can_be_confirmed for row in rows),
            "pairs": self.selection.qs.by_pair(),
            "formats": [("po", "PO"), ("xliff12", "XLIFF 1.2"), ("xliff20", "XLIFF 2.0")],
        }
        return super().get_context_data(**own | kwargs)

    def post(self, request):
        chosen = dict(each.partition("-")[::2] for each in request.POST.getlist("text"))
        states = TranslationState.objects.filter(pk__in=[key for key in chosen if could_be_key(TranslationState, key)])
        number = changed = grave = 0
        for text in shown_texts(states.select_related("content_type"), request.user):
            if text.seen != chosen.get(str(text.pk)):
                changed += 1
            elif text.can_be_confirmed and text.faults(text.target.text):
                grave += 1
            elif text.can_be_confirmed:
                number += self._confirm(text.state)
        sentence = ngettext("%(number)d text was confirmed.", "%(number)d texts were confirmed.", number)
        messages.success(request, sentence % {"number": number})
        if changed:
            sentence = ngettext(
                "%(number)d text was changed meanwhile: look at it once more.",
                "%(number)d texts were changed meanwhile: look at them once more.",
                changed,
            )
            messages.warning(request, sentence % {"number": changed})
        if grave:
            sentence = ngettext(
                "%(number)d text has faults that would show: look at it on its own page.",
                "%(number)d texts have faults that would show: look at them on their own pages.",
                grave,
            )
            messages.warning(request, sentence % {"number": grave})
        return redirect(self.address("workbench_texts"))

    def _confirm(self, state):
        try:
            return confirm(state).state != state.state
        except RefusedError as error:
            messages.error(self.request, str(error))
            return 0
