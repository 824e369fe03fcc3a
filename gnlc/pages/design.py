"""All components of which pages are made, in both directions of writing: to be looked at after a change."""

from dataclasses import dataclass

from django.utils.translation import override
from django.views.generic import TemplateView

from cities.models import City, KeyFeature
from gnlc.charts.chart import Chart
from gnlc.maps.tones import COLOURS
from gnlc.pages.home import at_a_glance
from gnlc.pages.public import PublicPage
from gnlc.pages.statistics.records import chart_of_the_network
from records.as_of import today

SHOWN = {"en": "regions", "ar": "continents"}  # the chart in each direction of writing: a page has each only once


@dataclass(frozen=True)
class Specimens:
    """All components in one language, and the chart among them."""

    language: str
    chart: Chart


class DesignView(PublicPage, TemplateView):
    """The components with records of the registry."""

    template_name = "pages/design.html"

    def get_context_data(self, **kwargs):
        cities = City.objects.public().select_related("country").prefetch_related("admissions__cohort")
        return super().get_context_data(
            **at_a_glance(),
            specimens=[_in_language(language) for language in SHOWN],
            tones=range(COLOURS + 1),
            cities=cities.newest_first()[:6],
            day=today(),
            key_features=KeyFeature.objects.prefetch_related("sources")[:2],
            **kwargs,
        )

    def languages(self):
        return {*super().languages(), *SHOWN}


def _in_language(language):
    with override(language):
        return Specimens(language, chart_of_the_network(SHOWN[language]))
