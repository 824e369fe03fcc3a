"""The addresses of cohorts for search engines."""

from admissions.models import Cohort
from cities.sitemaps import RecordSitemap
from records.as_of import today


class CohortSitemap(RecordSitemap):
    model = Cohort

    def items(self):
        return Cohort.objects.announced_by(today()).order_by("pk")
