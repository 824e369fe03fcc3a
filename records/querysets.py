"""Questions about records of any kind."""

from django.db import models
from django.db.models import CharField, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Cast, Coalesce

from records.search.querysets import sort_column
from records.visibility import Open


class RecordQuerySet(models.QuerySet):
    """Questions about records of any kind."""

    def most_read_first(self):
        """By the number of `reads`, in the last twelve months, of the page on which a record stands; then by name.

        The page is that of its city, else the record's own, else that of its cohort or its country.
        """
        return self.annotate(reads=self._reads()).order_by("-reads", *self._by_name(), "pk")

    def _reads(self):
        owners = {field.name: field for field in self.model._meta.fields if field.related_model}
        owner = next((owners[name] for name in ("city", "cohort", "country") if name in owners), None)
        if hasattr(self.model, "get_absolute_url") and "city" not in owners:
            page, key = self.model, "pk"
        elif owner:
            page, key = owner.related_model, owner.attname
        else:
            return Value(0)
        # A subquery, not a join: no record becomes two rows.
        counted = self.model._meta.apps.get_model("records.PageReads").objects.of_the_last_year()
        own = counted.filter(model=page._meta.label, key=Cast(OuterRef(key), CharField(max_length=60)))
        return Coalesce(Subquery(own.order_by().values("key").annotate(sum=Sum("number")).values("sum")), 0)

    def _by_name(self):
        fields = {field.name for field in self.model._meta.fields}
        if "sort_en" in fields:
            return [sort_column()]
        return [f"city__{sort_column()}"] if "city" in fields else self.model._meta.ordering


class OpenRecordQuerySet(Open, RecordQuerySet):
    """Questions about records that everybody may see."""
