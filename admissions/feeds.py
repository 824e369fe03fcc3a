"""What is new in the network, for readers of feeds: cohorts, and corrections of what was announced."""

from django.urls import reverse_lazy
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from admissions.models import Cohort, Correction
from records.as_of import today
from records.l10n import apart
from records.output.feeds import RecordFeed
from records.translation.localized import localized


class CohortFeed(RecordFeed):
    """Cohorts of cities, the newest first."""

    model = Cohort
    title = _("Admissions to the UNESCO Global Network of Learning Cities")
    subtitle = _("Each new cohort, with what was announced and what is recorded here.")
    link = reverse_lazy("admissions:list")
    summary_field = ""  # a sentence made of its numbers

    def records(self):
        cohorts = Cohort.objects.announced_by(today()).with_recorded().prefetch_related("sources")
        return cohorts.order_by("-counts_from", "slug")

    def item_day(self, cohort):
        return cohort.announced_on

    def item_description(self, cohort):
        """The numbers, never mixed: announced, then recorded."""
        if cohort.kind == Cohort.Kind.FOUNDING:
            return escape(_("The declaration founded the network and admitted nobody."))
        numbers = [
            ngettext(
                "%(number)d city is recorded here.", "%(number)d cities are recorded here.", cohort.recorded_cities
            )
            % {"number": cohort.recorded_cities}
        ]
        if cohort.announced_cities:
            announced = ngettext(
                "%(number)d city was announced.", "%(number)d cities were announced.", cohort.announced_cities
            )
            numbers.insert(0, announced % {"number": cohort.announced_cities})
        return escape(" ".join(numbers))

    def item_categories(self, cohort):
        return [cohort.get_kind_display(), cohort.years]


class CorrectionFeed(RecordFeed):
    """Corrections of what was announced, the newest first."""

    model = Correction
    title = _("Corrections in the registry of learning cities")
    subtitle = _("What was announced and then set right, by whom, and where that can be read.")
    link = reverse_lazy("admissions:corrections")
    summary_field = "note"

    def records(self):
        corrections = Correction.objects.published_by(today()).select_related("cohort", "city")
        return corrections.prefetch_related("sources").order_by("-corrected_on", "slug")

    def item_title(self, correction):
        about = [localized(correction.city, "name").text] if correction.city else []
        about += [localized(correction.cohort, "title").text] if correction.cohort else []
        return " · ".join([*map(apart, about), str(correction.get_nature_display())])

    def item_title_language(self, correction):
        return None  # names alone may stand in it in another language

    def item_link(self, correction):
        page = correction.cohort or correction.city
        return f"{page.get_absolute_url()}#correction-{correction.slug}"

    def item_day(self, correction):
        return correction.corrected_on

    def item_author_name(self, correction):
        return correction.authority

    def item_categories(self, correction):
        return [correction.get_nature_display()]
