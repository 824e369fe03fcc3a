"""The pages of campaigns that the network and its members lead."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from gnlc.pages.public import PublicPage
from gnlc.seo.linked_data import LinkedData, step
from news.models import Campaign
from records.page_views.counting import CountsReads


class CampaignListView(PublicPage, ListView):
    """All campaigns, those that a cohort leads first."""

    template_name = "news/campaign_list.html"

    def get_queryset(self):
        return Campaign.objects.led_first().select_related("cohort").prefetch_related("sources")


class CampaignView(PublicPage, CountsReads, DetailView):
    """One campaign, with the cities that lead it together."""

    template_name = "news/campaign_detail.html"

    def get_queryset(self):
        return Campaign.objects.select_related("cohort").prefetch_related("sources")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            leading=self.object.leading_admissions(), kindred=self.object.kindred(), **kwargs
        )

    def linked_data(self, context):
        return LinkedData(trail=[(_("Campaigns"), reverse("news:campaigns")), step(self.object)])
