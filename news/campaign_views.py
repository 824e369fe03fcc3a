"""The pages of campaigns that the network and its members lead."""

from django.views.generic import DetailView, ListView

from news.models import Campaign
from records.page_views.counting import CountsReads


class CampaignListView(ListView):
    """All campaigns, those that a cohort leads first."""

    template_name = "news/campaign_list.html"

    def get_queryset(self):
        return Campaign.objects.led_first().select_related("cohort").prefetch_related("sources")


class CampaignView(CountsReads, DetailView):
    """One campaign, with the cities that lead it together."""

    template_name = "news/campaign_detail.html"

    def get_queryset(self):
        return Campaign.objects.select_related("cohort").prefetch_related("sources")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            leading=self.object.leading_admissions(), kindred=self.object.kindred(), **kwargs
        )
