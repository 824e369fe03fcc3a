"""All that a round asks on one short screen: entries to decide and lines that could not be read, many at once."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.desk.decisions.bulk import carry_out_all, marked_in
from admissions.models import IntakeLine
from cities.models import City
from records.exceptions import RefusedError

from .base import DeskPage
from .present import show
from .unread import with_reasons
from .words import joined

MOST_NAMES = 10  # that a message repeats


class AskedView(DeskPage):
    """A row for each entry and line that is asked, with a box to mark it, and what can be done to all that is marked.

    `?mark=` marks some of them beforehand: all, lines, or those whose first proposal is a city of the registry, a
    place of the gazetteer, or new.
    """

    page = gettext_lazy("All that is asked")
    template_name = "admin/desk/asked.html"

    def get_context_data(self, **kwargs):
        lines = (
            IntakeLine.objects.unread().filter(intake__recording=self.recording).select_related("intake", "country")
        )
        rows = show(self.recording.entries.undecided().sorted_by_country(), self.recording)
        entries = [(f"entry:{shown.entry.pk}:{shown.entry.version}", shown) for shown in rows]
        lines = [(f"line:{line.pk}", line) for line in with_reasons(lines)]
        kwargs.setdefault("marked", _wanted(self.request.GET.get("mark"), entries, lines))
        return super().get_context_data(
            entries=entries,
            lines=lines,
            ways=[
                ("all", _("all")),
                ("city", _("those in the registry")),
                ("place", _("those in the gazetteer")),
                ("new", _("those known nowhere")),
                ("lines", _("the lines")),
                ("none", _("none")),
            ],
            **kwargs,
        )

    def in_words(self, data):
        acts = {
            "leave_out": _("Leave out what is marked"),
            "first": _("Take the first proposal for each"),
            "set_kind": _("Set the kind of body"),
        }
        name = next((name for name in acts if name in data), None)
        marked = [str(record) for record, _version in marked_in(self.recording, data.getlist("mark"))]
        more = " …" if len(marked) > MOST_NAMES else ""
        names = "; ".join(marked[:MOST_NAMES]) + more
        kind = dict(City.Kind.choices).get(data.get("kind")) if name == "set_kind" else ""
        return joined(acts[name], names, data.get("reason"), kind) if name else ""

    def post(self, request, key):
        try:
            outcome = carry_out_all(self.recording, request.POST, by=request.user)
        except RefusedError as error:
            self.explain(error)
            marked = request.POST.getlist("mark")
            return self.render_to_response(self.get_context_data(marked=marked), status=422)
        if outcome.done:
            self.note(self._in_words(outcome.done, request.POST))
            messages.success(request, self._in_words(outcome.done[:MOST_NAMES], request.POST, len(outcome.done)))
        for name, sentence in outcome.refused:
            messages.warning(request, f"{name}: {sentence}")
        return HttpResponseRedirect(request.path)

    def _in_words(self, names, data, number=None):
        number = number or len(names)
        sentences = {
            "leave_out": _("Left out %(number)d: %(names)s"),
            "first": _("Took the first proposal of %(number)d: %(names)s"),
            "set_kind": _("Set the kind of body of %(number)d: %(names)s"),
        }
        sentence = next(sentence for name, sentence in sentences.items() if name in data)
        more = " …" if len(names) < number else ""
        return sentence % {"number": number, "names": "; ".join(names) + more}


def _wanted(way, entries, lines):
    """The marks of those that are marked beforehand."""
    firsts = {mark: shown.candidates[0].deed if shown.candidates else "" for mark, shown in entries}
    marked = [mark for mark, deed in firsts.items() if way in ("all", deed)]
    return marked + [mark for mark, _line in lines if way in ("all", "lines")]
