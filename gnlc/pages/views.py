"""Pages that speak of the whole network."""

from django.views.generic import TemplateView

from admissions.announced import announcements, last_announced, last_at_the_network
from admissions.models import Cohort, Rule
from cities.models import City, Cluster, Country, KeyFeature
from gnlc.pages.tones import COLOURS
from news.models import Conference, Event, NewsItem
from records.as_of import today


class HomeView(TemplateView):
    """The network at a glance: what is recorded here beside what was published last."""

    template_name = "pages/home.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**at_a_glance(), **kwargs)


def at_a_glance():
    """How many members in how many countries, counted here and announced; the newest cohort, news and events."""
    announced = announcements()
    return {
        "members": City.objects.members(),
        "countries": Country.objects.with_members(),
        "today": today(),
        "reported": last_announced(announced, today()),
        "at_the_network": last_at_the_network(announced, today()),
        "newest": Cohort.objects.with_recorded().admitting().first(),
        "news": NewsItem.objects.public().newest_told_once(4),
        "events": Event.objects.select_related("city").prefetch_related("sources").closest(2),
    }


class AboutView(TemplateView):
    """What a learning city is, the six key features, how a city joins, and what the registry stands on."""

    template_name = "pages/about.html"

    def get_context_data(self, **kwargs):
        rules = Rule.objects.prefetch_related("sources")
        return super().get_context_data(
            key_features=KeyFeature.objects.prefetch_related("sources"),
            rules=[
                (label, found)
                for subject, label in Rule.Subject.choices
                if (found := [rule for rule in rules if rule.subject == subject])
            ],
            conferences=Conference.objects.select_related("city", "country").prefetch_related("sources"),
            clusters=Cluster.objects.prefetch_related("coordinators", "sources"),
            **kwargs,
        )


class AccessibilityView(TemplateView):
    """What this site promises to readers with disabilities, how it was checked, and where it falls short."""

    template_name = "pages/accessibility.html"


class DesignView(TemplateView):
    """All components in both directions of writing, with records of the registry: to be looked at after a change."""

    template_name = "pages/design.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **at_a_glance(),
            directions=["en", "ar"],
            tones=range(COLOURS + 1),
            cities=City.objects.public()
            .select_related("country")
            .prefetch_related("admissions__cohort")
            .newest_first()[:6],
            day=today(),
            key_features=KeyFeature.objects.prefetch_related("sources")[:2],
            **kwargs,
        )
