"""One text: its source on one side, its translation on the other, and on to the next one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gnlc.workbench.conflict import conflict_over
from gnlc.workbench.glossary import glossary, terms_in
from gnlc.workbench.present import shown_texts
from gnlc.workbench.selection import has_permission
from gnlc.workbench.views import WorkbenchPage
from records.admin.choosing import could_be_key
from records.exceptions import RefusedError
from records.models import TranslationState
from records.translation.edits import call_immaterial, confirm, keep_same, translate, what_is_wrong
from records.translation.states import digest, plain


class TextView(WorkbenchPage):
    """What is written goes to the registry at once, and the next text of the selection comes.

    A text with grave faults is saved only when a second button says so; one with lighter ones is saved, and stays to
    be looked at once more. What somebody else changed meanwhile is not overwritten: both texts are shown.
    """

    template_name = "admin/workbench/text.html"

    def dispatch(self, request, *args, **kwargs):
        self.typed, self.sentence, self.conflict, self.question = None, "", None, {}
        if request.user.is_authenticated and self.shown is None:
            messages.error(request, _("This text is no longer there."))
            return redirect(self.address("workbench_texts"))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def shown(self):
        key = self.kwargs["key"]
        states = TranslationState.objects.select_related("content_type")
        found = states.filter(pk=key) if could_be_key(TranslationState, key) else []
        return next(iter(shown_texts(found, self.request.user)), None)

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
            "conflict": self.conflict,
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
            return self.render_to_response(self.get_context_data(**self.question), status=422)
        if not is_finished:
            return redirect(self.address("workbench_text", key))
        return redirect(self.address("workbench_text", following.pk) if following else self.address("workbench_texts"))

    def _do(self, sent):
        """Do what the pressed button says; whether the text is finished for now."""
        deeds = {"save": self._write, "confirm": self._confirm, "same": self._keep_same, "theirs": self._leave}
        if has_permission(self.request.user, "change", self.shown.model):
            deeds["immaterial"] = self._call_immaterial
        asked, _dash, despite = sent.get("deed", "").partition("-")
        text = plain(sent.get("text", self.shown.target.text))
        text = text.strip() if self.shown.is_title else text
        if asked not in deeds:
            raise PermissionDenied
        if sent.get("seen") != self.shown.seen:
            self._compare(text, sent.get("seen", ""))
        if asked in ("confirm", "same", "immaterial") and self._would_be_lost(asked, text):
            raise RefusedError(_("What you typed is not saved: save it, or put back what was there."))
        if asked in ("save", "confirm") and not (despite and sent.get("despite") == digest(text)):
            self._ask(asked, text)
        return deeds[asked](text)

    def _compare(self, text, seen):
        """Raises `RefusedError`, with the `conflict` to be shown, unless both wrote the same."""
        self.conflict = conflict_over(self.shown, text, seen)
        if self.conflict:
            raise RefusedError(_("Somebody else changed this text or its source meanwhile: look at both, then save."))

    def _ask(self, asked, text):
        """Raises `RefusedError`, with the question to be shown, if a text has grave faults that it had not before."""
        if asked == "save" and (text == self.shown.target.text or what_is_wrong(self.shown.state, text)):
            return
        faults = self.shown.faults(text)
        if faults:
            self.question = {"faults": faults, "asked": asked, "despite": digest(text)}
            raise RefusedError(_("Look at this before it is public."))

    def _would_be_lost(self, deed, text):
        is_replaced = deed == "same" and text in ("", self.shown.source.text)
        return text != self.shown.target.text and not is_replaced

    def _leave(self, text):
        return True

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
