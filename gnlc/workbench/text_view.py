"""One text: its source on one side, its translation on the other, and on to the next one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cities.back_office.choosing import could_be_key
from cities.models import TranslationState
from cities.refused import RefusedError
from cities.texts import plain
from cities.translating import call_immaterial, confirm, keep_same, translate
from gnlc.workbench.glossary import glossary, terms_in
from gnlc.workbench.present import shown
from gnlc.workbench.selection import has_permission
from gnlc.workbench.views import WorkbenchPage


class TextView(WorkbenchPage):
    """What is written goes to the registry at once, and the next text of the selection comes.

    A text about which there are warnings is saved too, and stays to be looked at once more; so does one that somebody
    else changed meanwhile, which is not overwritten.
    """

    template_name = "admin/workbench/text.html"

    def dispatch(self, request, *args, **kwargs):
        self.typed, self.sentence = None, ""
        if request.user.is_authenticated and self.shown is None:
            messages.error(request, _("This text is no longer there."))
            return redirect(self.address("workbench_texts"))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def shown(self):
        key = self.kwargs["key"]
        states = TranslationState.objects.select_related("content_type")
        found = states.filter(pk=key) if could_be_key(TranslationState, key) else []
        return next(iter(shown(found, self.request.user)), None)

    @cached_property
    def entries(self):
        return glossary()

    def get_context_data(self, **kwargs):
        state, texts = self.shown.state, self.selection.qs
        languages = (state.source_language, state.language)
        terms = [
            {
                "kind": entry.kind,
                "source": entry.term(languages[0]),
                "target": entry.term(languages[1]),
                "why": entry.why,
            }
            for entry in terms_in(self.shown.source.text, languages[0], self.entries)
        ]
        own = {
            "title": f"{self.shown.record} · {self.shown.label}",
            "shown": self.shown,
            "text": self.shown.target.text if self.typed is None else self.typed,
            "sentence": self.sentence,
            "seen": self.shown.seen,
            "warnings": self.shown.warnings(self.entries),
            "terms": terms,
            "may_change": has_permission(self.request.user, "change", self.shown.model),
            "left": texts.count(),
            "next": texts.after(state).first(),
            "previous": texts.before(state).first(),
        }
        return super().get_context_data(**own | kwargs)

    def post(self, request, key):
        if not self.shown.may_write:
            raise PermissionDenied
        following = self.selection.qs.after(self.shown.state).first()
        try:
            is_finished = self._do(request.POST)
        except RefusedError as error:
            self.typed, self.sentence = plain(request.POST.get("text", "")), str(error)
            return self.render_to_response(self.get_context_data(), status=422)
        if not is_finished:
            return redirect(self.address("workbench_text", key))
        return redirect(self.address("workbench_text", following.pk) if following else self.address("workbench_texts"))

    def _do(self, sent):
        """Do what the pressed button says; whether the text is finished for now."""
        if sent.get("seen") != self.shown.seen:
            raise RefusedError(_("Somebody else changed this text or its source meanwhile: look at both, then save."))
        deeds = {"save": self._write, "confirm": self._confirm, "same": self._keep_same}
        if has_permission(self.request.user, "change", self.shown.model):
            deeds["immaterial"] = self._call_immaterial
        deed, text = sent.get("deed"), plain(sent.get("text", self.shown.target.text))
        text = text.strip() if self.shown.is_title else text
        if deed not in deeds:
            raise PermissionDenied
        if deed != "save" and self._would_be_lost(deed, text):
            raise RefusedError(_("What you typed is not saved: save it, or put back what was there."))
        return deeds[deed](text)

    def _would_be_lost(self, deed, text):
        is_replaced = deed == "same" and text in ("", self.shown.source.text)
        return text != self.shown.target.text and not is_replaced

    def _confirm(self, text):
        confirm(self.shown.state)
        self._say(_("Confirmed:"))
        return True

    def _keep_same(self, text):
        keep_same(self.shown.state)
        self._say(_("The same in this language:"))
        return True

    def _call_immaterial(self, text):
        number = call_immaterial(self.shown.state)
        right = ngettext("%(number)d translation is right again.", "%(number)d translations are right again.", number)
        self._say(right % {"number": number})
        return True

    def _write(self, text):
        if text == self.shown.target.text:
            return True
        translate(self.shown.state, text)
        self._say(_("Saved:") if text else _("Taken away:"))
        del self.shown
        return self.shown is None or not self.shown.warnings(self.entries)

    def _say(self, sentence):
        address = self.address("workbench_text", self.kwargs["key"])
        told = format_html('{} <a href="{}"><bdi>{}</bdi></a>', sentence, address, str(self.shown.record))
        messages.success(self.request, told)
