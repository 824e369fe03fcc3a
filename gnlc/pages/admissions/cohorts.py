"""The pages about cohorts: when cities were admitted, what was announced and what is recorded."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView, TemplateView

from admissions.growth.ledger import growth
from admissions.models import Cohort, Correction, Recording, ReportedFigure
from admissions.new_countries import published_new_countries
from cities.models import City, Country
from gnlc.maps.tones import NO_COHORT, tones
from gnlc.maps.world import world_map
from gnlc.pages.public import PublicPage
from gnlc.pages.statistics.records import chart_of_the_network, charts_of
from gnlc.seo import nodes
from gnlc.seo.linked_data import LinkedData, step
from records.as_of import AsOfDay, today
from records.listing.pagination import NearestPage
from records.page_views.counting import CountsReads


class CohortListView(PublicPage, AsOfDay, ListView):
    """All cohorts as a timeline, and every published size of the network beside what is counted here."""

    template_name = "admissions/cohort_list.html"

    def get_queryset(self):
        cohorts = Cohort.objects.announced_by(self.day).with_recorded(self.day)
        return cohorts.prefetch_related("sources", "corrections").order_by("-year", "slug")

    def get_context_data(self, **kwargs):
        numbers = tones()
        for cohort in self.object_list:
            cohort.as_announced_by(self.day)
            cohort.tone = numbers.get(cohort.slug, NO_COHORT)
        return super().get_context_data(
            chart=chart_of_the_network("cohorts", self.asked_day) if self.object_list else None,
            figures=ReportedFigure.objects.filter(as_of__lte=self.day).select_related("source"),
            members=City.objects.as_of(self.day).count(),
            recalled=Recording.objects.recalled().without_cohort(),
            undated=City.objects.as_of(self.day).admitted_in_unknown_year().select_related("country").sorted_by_name(),
            **kwargs,
        )


class GrowthView(PublicPage, AsOfDay, TemplateView):
    """The growth of the network as a ledger: what is recorded here, what was published, and what lies between."""

    template_name = "admissions/growth.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(stages=growth(self.day), **kwargs)

    def linked_data(self, context):
        here = (_("How the network grew"), reverse("admissions:growth"))
        return LinkedData(trail=[(_("Admissions"), reverse("admissions:list")), here])


class CohortView(PublicPage, CountsReads, AsOfDay, DetailView):
    """One cohort: its cities by country, under the names announced, with what was withdrawn shown apart.

    The address of a cohort that was recalled whole goes on answering: it is gone (410), and the page says since when.
    """

    template_name = "admissions/cohort_detail.html"

    def get_queryset(self):
        cohorts = Cohort.objects.with_recorded(self.day)
        if not getattr(self.request, "preview_of", None):
            cohorts = cohorts.announced_by(today())
        return cohorts.prefetch_related(
            "sources",
            "corrections__sources",
            "corrections__city",
            "membership_notes__sources",
            "membership_notes__city",
            "campaigns__sources",
        )

    def get_object(self, queryset=None):
        return super().get_object(queryset).as_announced_by(self.day)

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            recalled = Recording.objects.recalled().filter(slug=self.kwargs["slug"])
            if not recalled:
                raise
            return self.answer_instead("admissions/cohort_recalled.html", 410, recalled=recalled)

    def get_context_data(self, **kwargs):
        admissions = self.object.admissions.select_related("city__country", "cohort").prefetch_related("sources")
        previous, following = Cohort.objects.next_to(self.object, self.day)
        announced = list(admissions.announced_by(self.day).sorted_by_country())
        return super().get_context_data(
            admissions=announced,
            **(self.drawn() if announced else {}),
            new_countries=Country.objects.new_with(self.object, self.day).sorted_by_name(),
            published_new_countries=published_new_countries(self.object, following, self.day),
            previous=previous,
            following=following,
            annulled=admissions.annulled_by(self.day),
            corrections=[each for each in self.object.corrections.all() if each.corrected_on <= self.day],
            recalled=Recording.objects.recalled().filter(slug=self.object.slug),
            news=self.object.news_items.public().newest_first(),
            **kwargs,
        )

    def drawn(self):
        """Its charts, and its cities on the map."""
        cities = City.objects.of_cohort(self.object, self.day)
        return {"charts": charts_of(self.object, self.asked_day), "world": world_map(cities, self.object)}

    def linked_data(self, context):
        site, cities = self.request.build_absolute_uri, [each.city for each in context["admissions"]]
        about = nodes.of_cities(cities, nodes.texts(self.object, "title"), site) if cities else None
        return LinkedData(about, trail=[(_("Admissions"), reverse("admissions:list")), step(self.object)])


class CorrectionListView(NearestPage, PublicPage, ListView):
    """All corrections of what was announced, newest first: what stood before and after, by whom, and by which text."""

    template_name = "admissions/correction_list.html"
    paginate_by = 50

    def get_queryset(self):
        corrections = Correction.objects.published_by(today()).select_related("cohort", "city")
        return corrections.prefetch_related("sources").order_by("-corrected_on", "slug")

    def linked_data(self, context):
        here = (_("Corrections"), reverse("admissions:corrections"))
        return LinkedData(trail=[(_("Admissions"), reverse("admissions:list")), here])
