"""When a public page last changed, as far as the history of records tells."""

from datetime import UTC, datetime, time
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, OuterRef, Subquery

from records.as_of import OPENED
from records.history.models import HistoryEntry
from records.visibility import public_relations


def last_changed(model):
    """{key as text: the instant at which the record, or one that belongs to it, was changed last}.

    What belongs to a record refers to it by a foreign key and is public, as an admission of a city that was announced.
    A record that was not touched since the registry began has no history and is missing here: nobody noted when its
    page was made. The number of queries is fixed.
    """
    owned = [relation for relation in public_relations(model) if relation.one_to_many]
    models = [model, *(relation.related_model for relation in owned)]
    types = {kind.model_class(): kind.pk for kind in ContentType.objects.get_for_models(*models).values()}
    entries = HistoryEntry.objects.filter(content_type__in=types.values()).order_by()
    instants = {}
    for kind, key, instant in entries.values_list("content_type", "object_pk").annotate(Max("timestamp")):
        instants.setdefault(kind, {})[key] = instant
    found = dict(instants.get(types[model], {}))
    for relation in owned:
        own = instants.get(types[relation.related_model], {})
        owner = relation.field.attname
        public = relation.related_model.objects.public().order_by().exclude(**{owner: None})
        rows = public.values_list("pk", owner) if own else ()
        for key, record in ((str(key), str(record)) for key, record in rows):
            if key in own:
                found[record] = max(own[key], found.get(record, own[key]))
    return found


class Revision(NamedTuple):
    """The state of a record for programs that keep a copy: when it was changed last, and how often it was."""

    at: datetime
    number: int


def with_revision(records):
    """The records of a QuerySet, each with the instant of its last change and the number of its changes, for
    `revision_of`, in the same query."""
    options = records.model._meta
    of_record = HistoryEntry.objects.filter(
        content_type__app_label=options.app_label, content_type__model=options.model_name, object_id=OuterRef("pk")
    )
    counted = of_record.order_by().values("object_id")
    return records.annotate(
        changed_at=Subquery(counted.annotate(last=Max("timestamp")).values("last")),
        changes_made=Subquery(counted.annotate(number=Count("pk")).values("number")),
    )


def revision_of(record):
    """The `Revision` of a record that came `with_revision`; the day on which this register opened if it has none."""
    return Revision(record.changed_at or _opened(), record.changes_made or 0)


def revision_of_all(*models):
    """One `Revision` of all records of the models: what is computed from them changes when any of them does."""
    kinds = ContentType.objects.get_for_models(*models).values()
    found = HistoryEntry.objects.filter(content_type__in=kinds).aggregate(last=Max("timestamp"), number=Count("pk"))
    return Revision(found["last"] or _opened(), found["number"])


def _opened():
    return datetime.combine(OPENED, time(), UTC)
