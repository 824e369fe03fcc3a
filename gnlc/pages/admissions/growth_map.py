"""The page on which the network grows on the map."""

from django.views.generic import TemplateView

from admissions.announced import announcements, last_announced, last_at_the_network
from admissions.models import ReportedFigure
from cities.models import City, Country
from gnlc.maps.dots import WORLD
from gnlc.maps.growth_map import stays, stops
from gnlc.maps.tones import coloured
from gnlc.pages.public import PublicPage
from records.as_of import AsOfDay


def published_figures():
    figures = ReportedFigure.objects.exclude(cities=None).select_related("source")
    return list(figures.order_by("as_of", "source__slug"))


class GrowthMapView(PublicPage, AsOfDay, TemplateView):
    """Map and counts as of a day, and the stops at which they changed."""

    template_name = "pages/growth_map.html"

    def get_context_data(self, **kwargs):
        colours = coloured()
        found = stays(colours)
        own = announcements()
        timeline = stops(found, published_figures(), own)
        begun = [index for index, stop in enumerate(timeline) if stop.day <= self.day]
        return super().get_context_data(
            stays=[(stay, stay.period.covers(self.day)) for stay in found],
            stops=timeline,
            current=begun[-1] if begun else None,
            stop=timeline[begun[-1]] if begun else None,
            colours=[(tone, cohort) for cohort, tone in colours],
            published=last_announced(own, self.day),
            at_the_network=last_at_the_network(own, self.day),
            members=City.objects.as_of(self.day).count(),
            countries=Country.objects.with_members(self.day).count(),
            box=WORLD,
            **kwargs,
        )
