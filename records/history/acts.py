"""What one act wrote to the register, record by record, as the history tells it; and how that is taken back."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist

from records.fields.display import typed
from records.history.models import HistoryEntry
from records.locking import find_locked
from records.visibility import is_part


@dataclass
class Written:
    """A record that an act made (`is_new`) or changed, with the values of its fields before it and as it left them.

    `before` and `left` are by the name of the field, as the history has them: the records of a many-to-many relation
    as a list of their keys. Of a record that was made, `left` has all fields, and `parts` the names of what was made
    as a part of it, as the spellings of a city.
    """

    model: type
    key: str
    label: str = ""
    is_new: bool = False
    before: dict = field(default_factory=dict)
    left: dict = field(default_factory=dict)
    parts: list = field(default_factory=list)

    def find(self):
        """The record, held until the end of the transaction; None if it is no longer there."""
        return find_locked(self.model._base_manager, self.key)

    def edited(self, record):
        """The names of the fields, and of the relations to parts, that are not as the act left them."""
        left = self.left
        if self.is_new:
            left = {relation.name: [] for relation in self.model._meta.many_to_many} | left
        found = [name for name, value in left.items() if _differs(record, name, value)]
        if self.is_new and sorted(map(str, _parts(record))) != sorted(self.parts):
            found += [relation.name for relation in _relations_to_parts(self.model)]
        return found

    def restore(self, record):
        """Give the fields that were changed the values back that they had before the act."""
        relations = {relation.name for relation in self.model._meta.many_to_many}
        for name in self.before.keys() - relations:
            column = self.model._meta.get_field(name)
            value = typed(column, self.before[name])
            setattr(record, column.attname, "" if value is None and not column.null else value)
        record.save()
        for name in self.before.keys() & relations:
            getattr(record, name).set(self.before[name])

    def tell(self, entry):
        """Add what an entry of the history tells; the first one first."""
        self.label, snapshot = entry.object_repr, (entry.serialized_data or {}).get("fields", {})
        if entry.action == HistoryEntry.Action.CREATE:
            self.is_new, self.left = True, dict(snapshot)
            return
        for name, change in (entry.changes or {}).items():
            if isinstance(change, dict):
                old, new = _before_and_after(change, snapshot[name])
            else:
                old, new = change
            self.before.setdefault(name, old)
            self.left[name] = new


def written_in(act):
    """What an act wrote: a `Written` for each record, in the order in which the act came to them.

    Parts of a record that was made stand with it. An act is known by the name given to `attributed`.
    """
    found = {}
    for entry in HistoryEntry.objects.filter(cid=act).order_by("pk"):
        model = ContentType.objects.get_for_id(entry.content_type_id).model_class()
        if model is not None:
            found.setdefault((model, entry.object_pk), Written(model, entry.object_pk)).tell(entry)
    for place, written in list(found.items()):
        owner = found.get(_owner(written))
        if owner and owner.is_new:
            owner.parts.append(found.pop(place).label)
    return list(found.values())


def keys_made_in(act, model):
    """The keys, as text, of the records of a kind that an act made."""
    kind = ContentType.objects.get_for_model(model)
    entries = HistoryEntry.objects.filter(cid=act, content_type=kind, action=HistoryEntry.Action.CREATE)
    return list(entries.order_by("pk").values_list("object_pk", flat=True))


def act_that_made(record):
    """The name of the act in which a record was made; "" if it was made in none."""
    entries = HistoryEntry.objects.get_for_object(record).filter(action=HistoryEntry.Action.CREATE)
    return entries.values_list("cid", flat=True).first() or ""


def _before_and_after(change, after):
    keys = set(change["keys"])
    before = set(after) - keys if change["operation"] == "add" else set(after) | keys
    return sorted(before), after


def _differs(record, name, value):
    try:
        column = record._meta.get_field(name)
    except FieldDoesNotExist:
        return False  # the registry has it no longer
    if column.many_to_many:
        return set(getattr(record, name).values_list("pk", flat=True)) != set(value)
    return typed(column, column.value_from_object(record)) != typed(column, value)


def _owner(written):
    name = getattr(written.model, "part_of", "")
    return (written.model._meta.get_field(name).related_model, str(written.left.get(name))) if name else None


def _relations_to_parts(model):
    return [relation for relation in model._meta.related_objects if is_part(relation)]


def _parts(record):
    for relation in _relations_to_parts(type(record)):
        yield from relation.related_model._base_manager.filter(**{relation.field.name: record})
