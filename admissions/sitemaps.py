"""The addresses of cohorts for search engines."""

from admissions.models import Cohort
from cities.sitemaps import RecordSitemap


class CohortSitemap(RecordSitemap):
    model = Cohort
