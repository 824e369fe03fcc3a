"""The index of all public addresses, in sections."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from admissions.sitemaps import CohortSitemap
from cities.sitemaps import CitySitemap, CountrySitemap, InitiativeSitemap, SourceSitemap
from news.sitemaps import CampaignSitemap, EventSitemap, NewsSitemap

PAGES = [
    "home", "cities:list", "map", "cities:countries", "admissions:list", "admissions:growth", "growth-map",
    "admissions:agreements", "statistics", "cities:learning", "cities:partnerships", "news:list", "news:events",
    "news:campaigns", "admissions:corrections", "cities:sources", "about", "accessibility",
]  # fmt: skip


class PageSitemap(Sitemap):
    """The pages that are of no single record."""

    i18n = alternates = x_default = True

    def items(self):
        return PAGES

    def location(self, name):
        return reverse(name)


SITEMAPS = {
    "pages": PageSitemap,
    "cities": CitySitemap,
    "countries": CountrySitemap,
    "cohorts": CohortSitemap,
    "initiatives": InitiativeSitemap,
    "news": NewsSitemap,
    "events": EventSitemap,
    "campaigns": CampaignSitemap,
    "sources": SourceSitemap,
}
