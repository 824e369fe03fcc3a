"""The terms that occur in a text: from the glossary itself, and names that the registry keeps elsewhere."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from admissions.models import Cohort
from cities.models import KeyFeature
from gnlc.workbench.models import Term
from news.models import Campaign
from records.search.folding import fold
from records.translation.states import LANGUAGES


@dataclass(frozen=True)
class GlossaryEntry:
    """A term with its kind, its forms by language, the one to write first, and why it is used."""

    kind: str
    forms: dict
    why: str = ""

    def term(self, language):
        return self.forms[language][0]

    def occurs_in(self, text, language):
        """Whether any form of the term begins a word of the text, however it is accented."""
        words = f" {fold(text)}"
        before = "" if language == "ar" else " "  # Arabic writes article and prepositions together with the word
        return any(before + fold(form) in words for form in self.forms[language] if form)


def glossary():
    """All entries, in four queries. A tag of a campaign is the same in each language."""
    entries = [
        GlossaryEntry(term.get_kind_display(), {language: _forms(term, language) for language in LANGUAGES}, term.why)
        for term in Term.objects.all()
    ]
    entries += [GlossaryEntry(_("key feature"), _names(feature)) for feature in KeyFeature.objects.all()]
    entries += [GlossaryEntry(_("cohort"), _names(cohort, "title")) for cohort in Cohort.objects.all()]
    for campaign in Campaign.objects.all():
        entries.append(GlossaryEntry(_("campaign"), _names(campaign)))
        if campaign.hashtag:
            entries.append(
                GlossaryEntry(_("tag of a campaign"), {language: [campaign.hashtag] for language in LANGUAGES})
            )
    return [entry for entry in entries if all(entry.forms[language][0] for language in LANGUAGES)]


def terms_in(text, language, entries):
    """The entries that occur in a text, the longest first."""
    found = [entry for entry in entries if entry.occurs_in(text, language)]
    return sorted(found, key=lambda entry: -len(entry.term(language)))


def _forms(term, language):
    return [getattr(term, f"term_{language}"), *filter(None, getattr(term, f"forms_{language}").split("|"))]


def _names(record, field="name"):
    return {language: [getattr(record, f"{field}_{language}") or ""] for language in LANGUAGES}
