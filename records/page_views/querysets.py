"""The questions people ask about reads of pages."""

from django.db import models

from records.as_of import today


class PageReadsQuerySet(models.QuerySet):
    def of(self, record):
        return self.filter(model=record._meta.label, key=str(record.pk))

    def of_the_last_year(self):
        """Those of this month and of the eleven before it."""
        now = today()
        return self.filter(month__gt=now.replace(year=now.year - 1, day=1))
