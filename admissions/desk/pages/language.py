"""The answer to the question in which language a list is."""

from django.contrib import messages
from django.utils.functional import cached_property
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from admissions.desk.lists.language import mark_language
from admissions.forms import language_choices
from records.exceptions import RefusedError

from .base import DeskPage
from .words import joined


class LanguageView(DeskPage):
    """Mark a list as being in a language, with one click."""

    http_method_names = ["post"]

    @cached_property
    def intake(self):
        return self.find(self.recording.intakes.select_related("source", "recording"), self.kwargs["intake"])

    def in_words(self, data):
        language = data.get("language", "")
        known = language in dict(language_choices())
        return joined(self.intake.source, get_language_info(language)["name_translated"] if known else "")

    def way_back(self):
        return f"{super().way_back()}#lists"

    def post(self, request, key, intake):
        intake = self.intake
        language = request.POST.get("language", "")
        try:
            mark_language(intake, language, by=request.user)
            name = get_language_info(language)["name_translated"]
            self.note(_("Marked a list as being in this language: %(language)s") % {"language": name})
            messages.success(
                request, _("The list is marked as being in this language: %(language)s") % {"language": name}
            )
        except RefusedError as error:
            self.explain(error)
        return self.to_desk("#lists")
