"""How a file of the registry becomes records, without overwriting what staff changed since.

A `Table` says which file gives which columns to which model. Each row is compared three ways, field by field:
what the file gave when it was last loaded, what the file gives now, and what the record holds now. A field that
staff changed is left alone; a record that staff deleted is not made again; a row that left its file is reported
and its record stays. Nothing is written before every cell has been understood.
"""

import csv
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils.translation import gettext as _

from cities.models import LoadedFile, LoadedRow


class WrongCellError(Exception):
    """A cell that cannot be loaded; says file, line, column and reason."""

    def __init__(self, path, line, column, reason):
        super().__init__(
            _("%(file)s, line %(line)d, column %(column)s: %(reason)s")
            % {"file": path.name, "line": line, "column": column, "reason": reason}
        )


@dataclass(frozen=True)
class Table:
    """One model's share of a CSV file.

    `columns` maps headers to fields; a value may also be a function that turns the cell into {field: value}.
    `key` names the fields that identify a record, `constants` the fields that are the same in every row. `each` names
    a column whose parts, separated by |, make a record each; `wanted` chooses rows. With `updates_only` the records
    come from another table and this one adds to them.
    """

    model: type[models.Model]
    path: Path
    columns: dict[str, str | Callable]
    key: tuple[str, ...] = ("slug",)
    name: str = ""
    constants: dict = field(default_factory=dict)
    each: str = ""
    wanted: Callable = lambda row: True
    updates_only: bool = False

    @property
    def label(self):
        return self.name or self.path.name

    def fingerprint(self):
        """Changes with the file and with the way it is read."""
        columns = sorted(
            (header, target if isinstance(target, str) else target.__qualname__)
            for header, target in self.columns.items()
        )
        digest = hashlib.sha256(self.path.read_bytes())
        digest.update(json.dumps([columns, self.key, self.constants], default=str).encode())
        return digest.hexdigest()


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
        self.loaded, self.known = [], {}

    def run(self):
        rows = list(self._read())
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

    # Reading: from cells to values

    def _read(self):
        with self.table.path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            missing = [header for header in self.table.columns if header not in (reader.fieldnames or [])]
            if missing:
                raise WrongCellError(self.table.path, 1, missing[0], _("this column is missing"))
            for row in reader:
                if None in row or None in row.values():
                    raise WrongCellError(
                        self.table.path, reader.line_num, "–", _("the number of cells differs from the header")
                    )
                for part in self._parts(row) if self.table.wanted(row) else []:
                    yield reader.line_num, self._values(reader.line_num, part)

    def _parts(self, row):
        if not self.table.each:
            return [row]
        return [row | {self.table.each: part} for part in row[self.table.each].split("|") if part]

    def _values(self, line, row):
        values = dict(self.table.constants)
        for header, target in self.table.columns.items():
            try:
                if callable(target):
                    values |= target(row[header])
                else:
                    values[target] = self._value(self.table.model._meta.get_field(target), row[header])
            except (ValidationError, ValueError) as error:
                reason = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
                raise WrongCellError(self.table.path, line, header, reason) from error
        return values

    def _value(self, model_field, cell):
        if model_field.many_to_many:
            return sorted(self._related(model_field, part) for part in cell.split("|") if part)
        if model_field.is_relation:
            return self._related(model_field, cell) if cell else None
        if cell == "" and (model_field.null or model_field.blank):
            return "" if isinstance(model_field, models.CharField | models.TextField) else None
        return model_field.clean(cell, None)

    def _related(self, model_field, text):
        """The primary key of the related record with this natural key."""
        model = model_field.related_model
        if model not in self.known:
            self.known[model] = {str(key): pk for key, pk in model.objects.values_list(natural_key(model), "pk")}
        if text not in self.known[model]:
            raise ValueError(
                _("no %(model)s is called “%(name)s”") % {"model": model._meta.verbose_name, "name": text}
            )
        return self.known[model][text]

    def _in_words(self, name, value):
        """A part of a row's key as its file names it."""
        related = self.known.get(self.table.model._meta.get_field(name).related_model, {})
        return next((text for text, pk in related.items() if pk == value), str(value or "–"))

    # Writing: from values to records

    def _load_row(self, line, values):
        key = " · ".join(self._in_words(name, values[name]) for name in self.table.key)
        loaded = self.before.pop(key, None)
        record = self.table.model._default_manager.filter(**{name: values[name] for name in self.table.key}).first()
        if record is None and loaded:
            self.outcome.left_alone.append(_("%(key)s was deleted here and is not made again") % {"key": key})
            return
        if record is None and self.table.updates_only:
            raise WrongCellError(
                self.table.path, line, self.table.key[0], _("there is no record called “%(name)s”") % {"name": key}
            )
        try:
            if record is None:
                self._create(values)
            else:
                self._update(record, values, loaded.values if loaded else {}, key)
        except ValidationError as error:
            raise WrongCellError(self.table.path, line, "–", " ".join(error.messages)) from error
        except IntegrityError as error:
            raise WrongCellError(self.table.path, line, "–", _broken_constraint(self.table.model, error)) from error
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
        return current == loaded[name] if name in loaded else current in (None, "", [])

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


def natural_key(model):
    """The field by which files name a record of the model: its slug, or its own primary key or number."""
    names = {model_field.name for model_field in model._meta.get_fields()}
    return next(name for name in ("slug", "number", "code") if name in names)


def _broken_constraint(model, error):
    """What the database refused, in the words of the constraint if it can be told which one it was."""
    named = [constraint for constraint in model._meta.constraints if constraint.name in str(error)]
    return str(named[0].get_violation_error_message()) if named else str(error)


def _current(record, name):
    model_field = record._meta.get_field(name)
    if model_field.many_to_many:
        return sorted(_plain(pk) for pk in getattr(record, name).values_list("pk", flat=True))
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
