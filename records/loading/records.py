"""Records and their values as a file compares them."""

from datetime import date
from decimal import Decimal

from django.db.models import CharField, Q, TextField


def plain(value):
    """The value as JSON keeps it, so that a loaded value compares equal to a stored one."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return sorted(plain(part) for part in value)
    return "" if value is None else value


def current(record, name):
    """What a record holds in a field now, as a file compares it."""
    model_field = record._meta.get_field(name)
    if model_field.many_to_many:
        return sorted(plain(related.pk) for related in getattr(record, name).all())
    return plain(getattr(record, model_field.attname))


def records_of(model, keys):
    """{primary key as text: record} of some records, with all that may be compared: a few queries in all."""
    many = [model_field.name for model_field in model._meta.many_to_many]
    records = model._default_manager.filter(pk__in=[key for key in keys if key]).prefetch_related(*many)
    return {str(record.pk): record for record in records}


def keys_of(table, rows):
    """{what identifies a record: its primary key as text} of the records that rows, given by their values, name."""
    fields = [table.model._meta.get_field(name) for name in table.key]
    named = Q()
    for model_field in fields:
        values = {row.get(model_field.name) for row in rows}
        nothing = {None} if isinstance(model_field, CharField | TextField) else {None, ""}
        is_empty = Q(**{model_field.name: None}) if values & nothing else Q()
        named &= is_empty | Q(**{f"{model_field.name}__in": values - nothing})
    found = table.model._default_manager.filter(named).values_list("pk", *(each.attname for each in fields))
    return {tuple(plain(value) for value in key): str(pk) for pk, *key in found}


def key_in(table, values):
    """What identifies a record, as `keys_of` has it."""
    return tuple(plain(values.get(name)) for name in table.key)
