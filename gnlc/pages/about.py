"""The pages about the network, this registry and this site."""

from django.views.generic import TemplateView

from admissions.models import Rule
from cities.models import Cluster, KeyFeature
from gnlc.pages.home import about_the_registry
from gnlc.pages.public import PublicPage
from gnlc.seo import nodes
from news.models import Conference


class AboutView(PublicPage, TemplateView):
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

    def linked_data(self, context):
        site = self.request.build_absolute_uri
        page = about_the_registry(site)
        page.also += [nodes.of_conference(conference, site) for conference in context["conferences"]]
        return page


class AccessibilityView(PublicPage, TemplateView):
    """What this site promises to readers with disabilities, how it was checked, and where it falls short."""

    template_name = "pages/accessibility.html"
    shows_texts = False
