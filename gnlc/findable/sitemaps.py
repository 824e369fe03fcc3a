"""The index of all public addresses, in sections."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from admissions.sitemaps import CohortSitemap
from cities.sitemaps import CitySitemap, CountrySitemap, SourceSitemap
from news.sitemaps import NewsSitemap

PAGES = [
    "home", "cities:list", "cities:countries", "admissions:list", "admissions:growth", "news:list", "about",
    "accessibility",
]  # fmt: skip


class PageSitemap(Sitemap):
    """The pages that are of no single record."""

    i18n = alternates = x_default = True

    def items(self):
        return [
            "home",
            "cities:list",
            "cities:countries",
            "admissions:list",
            "admissions:growth",
            "news:list",
            "about",
        ]

    def location(self, name):
        return reverse(name)


SITEMAPS = {
    "pages": PageSitemap,
    "cities": CitySitemap,
    "countries": CountrySitemap,
    "cohorts": CohortSitemap,
    "news": NewsSitemap,
    "sources": SourceSitemap,
}
