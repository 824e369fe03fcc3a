"""Records that point at the one on the page, as a short table of links in place of their whole forms."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.contrib.admin.utils import display_for_field, display_for_value, label_for_field, lookup_field
from django.urls import reverse

MOST_ROWS = 50


@dataclass(frozen=True)
class Linked:
    """One such table: the name of the reverse relation, and the columns of the related model's list it shows."""

    relation: str
    columns: list[str] = field(default_factory=list)

    def table(self, record, site, request):
        """Everything the template needs, or None for somebody who may not see these records."""
        relation = record._meta.get_field(self.relation)
        related = site.get_model_admin(relation.related_model)
        if not related.has_view_permission(request):
            return None
        name, options = relation.field.name, related.opts
        records = related.get_queryset(request).filter(**{name: record})
        records = records.select_related(*related.list_select_related or ())[: MOST_ROWS + 1]
        page = f"{site.name}:{options.app_label}_{options.model_name}"
        return {
            "options": options,
            "headings": [label_for_field(column, related.model, related) for column in self.columns],
            "rows": [self._row(linked, related, page) for linked in records[:MOST_ROWS]],
            "all": reverse(f"{page}_changelist") + "?" + urlencode({f"{name}__{record._meta.pk.name}": record.pk}),
            "is_cut": len(records) > MOST_ROWS,
            "add": self._add(record, related, request, page, name),
        }

    def _add(self, record, related, request, page, name):
        if not related.has_add_permission(request):
            return ""
        return reverse(f"{page}_add") + "?" + urlencode({name: record.pk})

    def _row(self, record, related, page):
        return {
            "record": record,
            "change": reverse(f"{page}_change", args=[record.pk]),
            "cells": [_cell(column, record, related) for column in self.columns],
        }


def _cell(column, record, related):
    model_field, attribute, value = lookup_field(column, record, related)
    empty = related.get_empty_value_display()
    if model_field is None:
        return display_for_value(value, empty, boolean=getattr(attribute, "boolean", False))
    return display_for_field(value, model_field, empty)
