"""What the records of some tables hold, told without primary keys, so that two registries can be compared."""

from django.db.models import Model

from cities.models import CityName


def snapshot(tables):
    """{model: {record: {field: value}}} of all records of the models of some tables."""
    models = {table.model: table.key for table in tables if not table.updates_only}
    return {
        model._meta.label_lower: {
            _name(record, key): _values(record)
            for record in model._default_manager.prefetch_related(*(each.name for each in model._meta.many_to_many))
        }
        for model, key in models.items()
    }


def differences(held, expected):
    """{(model, record): {field: (held, expected)}} of what differs; a record that is missing has no fields at all."""
    found = {}
    for name in held.keys() | expected.keys():
        ours, theirs = held.get(name, {}), expected.get(name, {})
        for key in ours.keys() | theirs.keys():
            one, other = ours.get(key, {}), theirs.get(key, {})
            fields = {field: (one.get(field), other.get(field)) for field in one.keys() | other.keys()}
            if differing := {field: pair for field, pair in fields.items() if pair[0] != pair[1]}:
                found[name, key] = differing
    return found


def _name(record, key):
    return " · ".join(_plain(getattr(record, name)) for name in key)


def _values(record):
    own = [each for each in record._meta.concrete_fields if not _is_apart(each)]
    values = {each.name: _plain(getattr(record, each.name)) for each in own}
    many = {each.name: sorted(map(_plain, getattr(record, each.name).all())) for each in record._meta.many_to_many}
    return values | many


def _is_apart(field):
    """Automatic keys differ; and a spelling that was a name shown once keeps its language."""
    return field.primary_key and field.name == "id" or field.model is CityName and field.name == "language"


def _plain(value):
    if isinstance(value, Model):
        names = {each.name for each in value._meta.fields}
        return str(getattr(value, next(name for name in ("slug", "number", "code") if name in names)))
    return "–" if value in (None, "") else str(value)  # an empty text is nothing
