"""The addresses of cohorts for search engines."""

from admissions.models import Cohort
from cities.as_of import today
from cities.sitemaps import RecordSitemap


class CohortSitemap(RecordSitemap):
    model = Cohort

    def items(self):
        return Cohort.objects.announced_by(today()).order_by("pk")
