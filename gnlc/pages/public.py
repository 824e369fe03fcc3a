"""What every public page has in common: its view asks the database, its template asks nothing any more."""

from django.db.models import QuerySet
from django.shortcuts import render
from django.utils.translation import get_language

from admissions.models import Cohort
from gnlc.seo.linked_data import LinkedData
from gnlc.share_images.addresses import card_address
from records.models import TranslationState
from records.translation.states import LANGUAGES


class PublicPage:
    """Stands before a view, as in `class CampaignListView(PublicPage, ListView)`.

    Querysets that the view put into the context are lists when its template gets them. Beside them it gets what the
    parts of every page have to know: `outdated_texts`, those whose source changed since they were translated, in the
    languages of the page; `uncounted_founders`, the cohort of the first members where, as of the day asked for, they
    were being admitted and do not count yet; `linked_data`; and `share_image`, the address of the picture that stands
    for the page.
    """

    shows_texts = True  # a page without translated texts of records need not know which are outdated

    def languages(self):
        """Those in which texts of records stand on the page."""
        return {get_language()} if self.shows_texts else set()

    def linked_data(self, context):
        """What the page says to machines; nothing but its address where it is about no record."""
        return LinkedData()

    def render_to_response(self, context, **options):
        context = self._complete(context)
        context["linked_data"] = self.linked_data(context)
        context["share_image"] = card_address(context.get("object"))
        return super().render_to_response(context, **options)

    def answer_instead(self, template, status, **context):
        """Another page at the address of this one, such as that of a record that is gone."""
        return render(self.request, template, self._complete(context), status=status)

    def _complete(self, context):
        as_of = context.get("as_of")
        found = {name: list(value) if isinstance(value, QuerySet) else value for name, value in context.items()}
        founders = Cohort.objects.founding_members_before_they_count(as_of) if as_of else Cohort.objects.none()
        translated = self.languages() - {LANGUAGES[0]}
        return found | {
            "outdated_texts": {each: TranslationState.objects.outdated_in(each) for each in translated},
            "uncounted_founders": founders.first(),
        }
