"""The questions people ask about cohorts and admissions."""

from django.db import models
from django.db.models import Count, Q


class CohortQuerySet(models.QuerySet):
    def with_recorded(self):
        """Each with the numbers recorded here: `recorded_cities` and `recorded_countries`; annulled ones not counted."""
        admitted = Q(admissions__status="admitted")
        return self.annotate(
            recorded_cities=Count("admissions__city", filter=admitted, distinct=True),
            recorded_countries=Count("admissions__city__country", filter=admitted, distinct=True),
        )

    def admitting(self):
        """Cohorts in which cities were admitted; the founding of the network admitted nobody."""
        return self.exclude(kind="founding")


class AdmissionQuerySet(models.QuerySet):
    def admitted(self):
        """Admissions that stand, whether the membership goes on or has ended."""
        return self.filter(status="admitted")

    def annulled(self):
        """Admissions that were announced and withdrawn by a correction."""
        return self.filter(status="annulled")
