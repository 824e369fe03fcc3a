"""Questions about records of any kind."""

from django.db import models
from django.db.models import CharField, OuterRef, Subquery, Sum
from django.db.models.functions import Cast, Coalesce

from records.search.querysets import sort_column
from records.visibility import Open


class RecordQuerySet(models.QuerySet):
    """Questions about records of any kind."""

    def most_read_first(self):
        """By the number of `reads`, in the last twelve months, of the page on which a record stands; then by name.

        The page is that of the record to which `read_on` of the model leads, else its own. The name is that to which
        `sorted_with` leads; a model without one keeps its own order.
        """
        return self.annotate(reads=self._reads()).order_by("-reads", *self._usual_order(), "pk")

    def _reads(self):
        page, key = self.model, "pk"
        if self.model.read_on:
            field = self.model._meta.get_field(self.model.read_on)
            page, key = field.related_model, field.attname
        # A subquery, not a join: no record becomes two rows.
        counted = self.model._meta.apps.get_model("records.PageReads").objects.of_the_last_year()
        own = counted.filter(model=page._meta.label, key=Cast(OuterRef(key), CharField(max_length=60)))
        return Coalesce(Subquery(own.order_by().values("key").annotate(sum=Sum("number")).values("sum")), 0)

    def _usual_order(self):
        named = self.model.sorted_with
        if not named:
            return self.model._meta.ordering
        return [sort_column() if named == "self" else f"{named}__{sort_column()}"]


class OpenRecordQuerySet(Open, RecordQuerySet):
    """Questions about records that everybody may see."""
