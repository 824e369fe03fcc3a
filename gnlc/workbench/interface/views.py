"""The words of the interface as files, for translators who have no git."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gnlc.workbench.exchange.po import parsed
from gnlc.workbench.exchange.views import FilePage
from gnlc.workbench.interface.catalogue import LANGUAGES, Problem, catalogue, report
from gnlc.workbench.interface.compiled import compile_outdated
from gnlc.workbench.interface.message_changes import MessageOutcome, compared, identity, language_of, take_over
from gnlc.workbench.interface.overrides import with_overrides
from gnlc.workbench.models import MessageOverride
from gnlc.workbench.views import WorkbenchPage


class InterfacePage(WorkbenchPage):
    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_perm("workbench.change_messageoverride"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class CatalogueView(InterfacePage):
    """A catalogue with what was changed here in it, to be worked on or to be handed back."""

    def get(self, request, language):
        if language not in LANGUAGES:
            raise Http404
        data = str(with_overrides(catalogue(language), language)).encode()
        headers = {"Content-Disposition": f'attachment; filename="django-{language}.po"'}
        return HttpResponse(data, content_type="application/octet-stream", headers=headers)


class InterfaceView(InterfacePage, FilePage):
    """What is wrong in each catalogue, what was changed here, and a way back for a file."""

    template_name = "admin/workbench/interface.html"
    title = gettext_lazy("Words of the interface")
    outcomes, work, after = MessageOutcome, frozenset({MessageOutcome.CHANGED}), "workbench_interface"
    identity = staticmethod(identity)

    def changes_of(self, sent):
        return compared(parsed(sent.data))

    def write(self, sent, changes):
        number = take_over(changes, language=language_of(parsed(sent.data)), file_name=sent.name)
        try:
            compile_outdated()
        except OSError:
            messages.warning(self.request, _("It is used from the next time the registry is prepared."))
        return number

    def get_context_data(self, **kwargs):
        if "sent" in kwargs:
            kwargs["language"] = language_of(parsed(kwargs["sent"].data))
        else:
            kwargs["catalogues"] = [_summary(language) for language in LANGUAGES]
            kwargs["overrides"] = MessageOverride.objects.all()
        return super().get_context_data(**kwargs)


def _summary(language):
    """How many messages a language has, and how many of them have each problem."""
    all_messages = with_overrides(catalogue(language), language)
    found = [problem for _entry, wrong in report(all_messages) for problem in wrong]
    counts = [(problem.label, found.count(problem)) for problem in Problem]
    return {"language": language, "messages": len(all_messages), "problems": [each for each in counts if each[1]]}
