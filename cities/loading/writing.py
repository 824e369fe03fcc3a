"""From the values of a file to records, respecting what staff changed since the file was last loaded."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from cities.loading.reading import Reader
from cities.loading.table import Table
from cities.models import LoadedFile, LoadedRow


@dataclass
class Outcome:
    """What loading one table did, in numbers and, where a person should look, in sentences."""

    table: Table
    new: int = 0
    changed: int = 0
    same: int = 0
    differences: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)


def load(table, *, on_row=lambda done, total: None):
    """Load one table and return its Outcome. Raises WrongCellError. Call it inside a transaction."""
    return _Loading(table, on_row).run()


def is_loaded(table):
    """Whether this very file has been loaded in this very way."""
    return LoadedFile.objects.filter(name=table.label, fingerprint=table.fingerprint()).exists()


class _Loading:
    def __init__(self, table, on_row):
        self.table, self.on_row, self.outcome = table, on_row, Outcome(table)
        self.before = {row.key: row for row in LoadedRow.objects.filter(table=table.label)}
        self.records = _records(table)
        self.reader, self.lines, self.loaded = Reader(table), {}, []

    def run(self):
        rows = list(self.reader.rows())
        for done, (line, values) in enumerate(rows, start=1):
            self._load_row(line, values)
            self.on_row(done, len(rows))
        for key in self.before:
            self.outcome.left_alone.append(_("%(key)s is no longer in the file; its record stays") % {"key": key})
        LoadedRow.objects.bulk_create(
            self.loaded, update_conflicts=True, unique_fields=["table", "key"], update_fields=["values"]
        )
        LoadedFile.objects.update_or_create(name=self.table.label, defaults={"fingerprint": self.table.fingerprint()})
        return self.outcome

    def _load_row(self, line, values):
        key = self.reader.key(values)
        if key in self.lines:
            reason = _("“%(name)s” stands in line %(line)d already") % {"name": key, "line": self.lines[key]}
            raise self.reader.wrong(line, self.table.key[0], reason)
        self.lines[key] = line
        loaded = self.before.pop(key, None)
        record = self.records.get(tuple(values[name] for name in self.table.key))
        if record is None and loaded:
            self.outcome.left_alone.append(_("%(key)s was deleted here and is not made again") % {"key": key})
            return
        if record is None and self.table.updates_only:
            reason = _("there is no record called “%(name)s”") % {"name": key}
            raise self.reader.wrong(line, self.table.key[0], reason)
        try:
            if record is None:
                self._create(values)
            else:
                self._update(record, values, loaded.values if loaded else {}, key)
        except ValidationError as error:
            raise self.reader.wrong(line, "–", " ".join(error.messages)) from error
        except IntegrityError as error:
            raise self.reader.wrong(line, "–", _broken_constraint(self.table.model, error)) from error
        self.loaded.append(
            LoadedRow(table=self.table.label, key=key, values={name: _plain(value) for name, value in values.items()})
        )

    def _create(self, values):
        self._write(self.table.model(), values)
        self.outcome.new += 1

    def _update(self, record, values, loaded, key):
        to_write = {}
        for name, value in values.items():
            current, given = _current(record, name), _plain(value)
            if current == given:
                continue
            if self._untouched(name, current, loaded):
                to_write[name] = value
                self.outcome.differences.append(f"{key}: {name}: {current!r} → {given!r}")
            elif loaded.get(name, given) != given or name not in loaded:
                self.outcome.left_alone.append(
                    _("%(key)s: %(field)s was changed here and stays as it is") % {"key": key, "field": name}
                )
        if to_write:
            self._write(record, to_write)
            self.outcome.changed += 1
        else:
            self.outcome.same += 1

    def _untouched(self, name, current, loaded):
        """Whether nobody but an earlier loading wrote the field: it holds what was loaded, or nothing yet."""
        if name in loaded:
            return current == loaded[name]
        return current is False or current in (None, "", [])

    def _write(self, record, values):
        many = {}
        for name, value in values.items():
            model_field = record._meta.get_field(name)
            if model_field.many_to_many:
                many[name] = value
            else:
                setattr(record, model_field.attname, value)
        record.clean()
        record.save()
        for name, value in many.items():
            getattr(record, name).set(value)


def _broken_constraint(model, error):
    """What the database refused, in the words of the constraint if it can be told which one it was."""
    named = [constraint for constraint in model._meta.constraints if constraint.name in str(error)]
    return str(named[0].get_violation_error_message()) if named else str(error)


def _records(table):
    """The records of the table by what identifies them, with all that may be compared: a few queries in all."""
    fields = [table.model._meta.get_field(name) for name in table.key]
    many = [model_field.name for model_field in table.model._meta.many_to_many]
    records = table.model._default_manager.prefetch_related(*many)
    return {tuple(getattr(record, model_field.attname) for model_field in fields): record for record in records}


def _current(record, name):
    model_field = record._meta.get_field(name)
    if model_field.many_to_many:
        return sorted(_plain(related.pk) for related in getattr(record, name).all())
    return _plain(getattr(record, model_field.attname))


def _plain(value):
    """The value as JSON keeps it, so that a loaded value compares equal to a stored one."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return sorted(_plain(part) for part in value)
    return "" if value is None else value
