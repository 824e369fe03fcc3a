"""Write to the register and keep book of it, so that everything written can be taken back."""

import json

from django.core.serializers.json import DjangoJSONEncoder

from admissions.models import RecordedChange
from cities.models import City
from records.fields.editable import written_fields


class Ledger:
    """Makes and changes records of the register for one recording. `close` keeps what was done."""

    def __init__(self, recording):
        self.recording = recording
        self._made = []  # records
        self._changed = {}  # {record: its values before}

    def make(self, record, **relations):
        """Save a new record with its many-to-many relations, as in `make(cohort, sources=[…])`."""
        record.save()
        for name, related in relations.items():
            getattr(record, name).set(related)
        self._made.append(record)
        return record

    def noted(self, record):
        """A record that something else just made, such as a spelling."""
        self._made.append(record)

    def change(self, record, *, add=None, **facts):
        """Set fields and add to many-to-many relations; what is the same already is not touched."""
        if not facts and not add:
            return
        before = values(record)
        differing = {name: value for name, value in facts.items() if getattr(record, name) != value}
        for name, value in differing.items():
            setattr(record, name, value)
        if differing:
            record.save()
        for name, related in (add or {}).items():
            getattr(record, name).add(*related)
        if record not in self._made:
            self._changed.setdefault(record, before)

    def close(self):
        """Keep the values before and after of everything that was made or changed, in the order it was done."""
        changes = []
        for record, before in self._changed.items():
            after = self._after(record)
            # New spellings of a city are records of their own.
            differing = [name for name in after if after[name] != before[name] and name != "names"]
            if differing:
                changes.append(
                    self._change(record, {n: before[n] for n in differing}, {n: after[n] for n in differing})
                )
        changes += [self._change(record, None, self._after(record)) for record in self._made]
        RecordedChange.objects.bulk_create(changes)

    def _after(self, record):
        # As the database keeps it: a float that was given for a decimal is one there.
        record.refresh_from_db()
        return values(record)

    def _change(self, record, before, after):
        return RecordedChange(
            recording=self.recording, model=record._meta.label, key=str(record.pk), label=str(record)[:250],
            before=before, after=after,
        )  # fmt: skip


def values(record):
    """The fields that people write, as JSON: relations as keys, and the spellings of a city with it."""
    found = {field.attname: field.value_from_object(record) for field in written_fields(type(record))}
    for field in record._meta.many_to_many:
        found[field.name] = sorted(getattr(record, field.name).values_list("pk", flat=True))
    if isinstance(record, City):
        found["names"] = sorted(record.names.values_list("text", flat=True))
    return json.loads(json.dumps(found, cls=DjangoJSONEncoder, default=str))
