"""The addresses of countries, cities, initiatives and sources for search engines, in every language."""

from django.contrib.sitemaps import Sitemap
from django.utils.functional import cached_property

from cities.models import City, Country, Initiative, Source
from records.history.last_modified import last_changed


class RecordSitemap(Sitemap):
    """The pages of the records of a `model` in each language, each with its equals in the others."""

    i18n = alternates = x_default = True
    model = None

    @cached_property
    def changed(self):
        return last_changed(self.model)

    def items(self):
        return self.model.objects.order_by("pk")

    def lastmod(self, record):
        """The instant of the last change; none where the history knows of none."""
        return self.changed.get(str(record.pk))


class CitySitemap(RecordSitemap):
    model = City

    def items(self):
        return City.objects.public().order_by("pk")


class CountrySitemap(RecordSitemap):
    model = Country

    def items(self):
        return Country.objects.public().order_by("pk")


class InitiativeSitemap(RecordSitemap):
    model = Initiative


class SourceSitemap(RecordSitemap):
    model = Source

    def items(self):
        return Source.objects.public().order_by("pk")
