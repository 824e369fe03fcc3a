"""The home page: the network at a glance."""

from django.urls import reverse
from django.views.generic import TemplateView

from admissions.announced import announcements, last_announced, last_at_the_network
from admissions.models import Cohort
from cities.models import City, Country
from gnlc.maps.world import world_map
from gnlc.pages.public import PublicPage
from gnlc.seo import nodes
from gnlc.seo.linked_data import LinkedData
from news.models import Event, NewsItem
from records.as_of import today


class HomeView(PublicPage, TemplateView):
    """What is recorded here beside what was published last."""

    template_name = "pages/home.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**at_a_glance(), **kwargs)

    def linked_data(self, context):
        return about_the_registry(self.request.build_absolute_uri)


def at_a_glance():
    """How many members in how many countries, counted here and announced; the newest cohort, news and events."""
    announced = announcements()
    return {
        "members": City.objects.members().count(),
        "countries": Country.objects.with_members().count(),
        "world": world_map(City.objects.members()),
        "today": today(),
        "reported": last_announced(announced, today()),
        "at_the_network": last_at_the_network(announced, today()),
        "newest": Cohort.objects.public().with_recorded().admitting().first(),
        "news": NewsItem.objects.public().newest_told_once(4),
        "events": Event.objects.select_related("city").prefetch_related("sources").closest(2),
    }


def about_the_registry(site):
    """The network and its registry in schema.org's words; `site` makes the full address of a path."""
    attributions = reverse("about") + "#attributions"
    registry = nodes.of_registry(site, reverse("home"), attributions, reverse("cities:file"))
    return LinkedData(nodes.of_network(site), [registry])
