"""The words of the interface as files, for translators who have no git."""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gnlc.workbench.exchange.po import parsed
from gnlc.workbench.exchange.unit import UnreadableError
from gnlc.workbench.exchange.views import Sent, UploadForm
from gnlc.workbench.interface.catalogue import LANGUAGES, Problem, catalogue, report
from gnlc.workbench.interface.wordings import Outcome, apply, plan, signature, with_wordings
from gnlc.workbench.models import Wording
from gnlc.workbench.views import WorkbenchPage


class InterfacePage(WorkbenchPage):
    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_perm("workbench.change_wording"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class CatalogueView(InterfacePage):
    """A catalogue with what was changed here in it, to be worked on or to be handed back."""

    def get(self, request, language):
        if language not in LANGUAGES:
            raise Http404
        data = str(with_wordings(catalogue(language), language)).encode()
        headers = {"Content-Disposition": f'attachment; filename="django-{language}.po"'}
        return HttpResponse(data, content_type="application/octet-stream", headers=headers)


class InterfaceView(InterfacePage):
    """What is wrong in each catalogue, what was changed here, and a way back for a file."""

    template_name = "admin/workbench/interface.html"
    title = gettext_lazy("Words of the interface")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", UploadForm())
        if "changes" not in kwargs:
            kwargs["catalogues"] = [_summary(language) for language in LANGUAGES]
            kwargs["wordings"] = Wording.objects.all()
        return super().get_context_data(**kwargs)

    def post(self, request):
        try:
            return self._take_over() if "token" in request.POST else self._show_upload()
        except UnreadableError as error:
            return self._refuse(str(error))
        except signing.BadSignature:
            return self._refuse(_("This page is too old: choose the file once more."))

    def _refuse(self, sentence):
        return self.render_to_response(self.get_context_data(sentence=sentence), status=422)

    def _show_upload(self):
        form = UploadForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        file = form.cleaned_data["file"]
        return self._show(Sent(file.name, file.read()))

    def _show(self, sent, sentence="", status=200):
        file = parsed(sent.data)
        changes = plan(file)
        groups = [(outcome, [each for each in changes if each.outcome == outcome]) for outcome in Outcome]
        own = {
            "changes": changes,
            "groups": [(outcome, group) for outcome, group in groups if group],
            "language": file.metadata["Language"],
            "sent": sent,
            "sentence": sentence,
            "token": sent.as_token(),
            "signature": signature(changes),
            "has_work": any(each.outcome == Outcome.CHANGED for each in changes),
        }
        return self.render_to_response(self.get_context_data(**own), status=status)

    def _take_over(self):
        post = self.request.POST
        sent = Sent.from_token(post["token"])
        file = parsed(sent.data)
        changes = plan(file)
        if signature(changes) != post.get("signature"):
            return self._show(sent, _("The registry changed meanwhile: look at it once more."), status=422)
        number = apply(changes, language=file.metadata["Language"], file_name=sent.name)
        sentence = ngettext("%(number)d text was taken over.", "%(number)d texts were taken over.", number)
        messages.success(self.request, sentence % {"number": number})
        return redirect(self.address("workbench_interface"))


def _summary(language):
    """How many messages a language has, and how many of them have each problem."""
    all_messages = with_wordings(catalogue(language), language)
    found = [problem for _entry, wrong in report(all_messages) for problem in wrong]
    counts = [(problem.label, found.count(problem)) for problem in Problem]
    return {"language": language, "messages": len(all_messages), "problems": [each for each in counts if each[1]]}
