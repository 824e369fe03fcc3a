"""When a public page last changed, as far as the history of records tells."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max

from cities.models import HistoryEntry

# What stands on the page of a record; anything else that refers to it may be confidential or not yet published.
ON_PAGES = {
    "admissions", "agreements", "awards", "cities", "conferences", "corrections", "events", "initiatives",
    "membership_notes", "names",
}  # fmt: skip


def last_changed(model):
    """{key as text: the instant at which the record, or one that belongs to it, was changed last}.

    What belongs to a record refers to it by a foreign key and stands on its page, as an admission on that of its city.
    A record that was not touched since the registry began has no history and is missing here: nobody noted when its
    page was made. The number of queries is fixed.
    """
    relations = model._meta.related_objects
    owned = [relation for relation in relations if relation.one_to_many and relation.name in ON_PAGES]
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
        rows = relation.related_model._base_manager.exclude(**{owner: None}).values_list("pk", owner) if own else ()
        for key, record in ((str(key), str(record)) for key, record in rows):
            if key in own:
                found[record] = max(own[key], found.get(record, own[key]))
    return found
