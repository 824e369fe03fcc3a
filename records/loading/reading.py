"""From the cells of a file to the values of records, some hundred rows at a time."""

import csv
from dataclasses import dataclass, field
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from records.loading.references import References
from records.loading.table import WrongCellError

BATCH = 500
NOTHING = "–"  # how a key names an empty cell
FORMERLY = "formerly"  # a column that any file may have: how a row was called before, parts separated by |


@dataclass(frozen=True)
class Row:
    """A row, or one of the parts that a cell makes of it: its line, its key in the words of the file, its values.

    `values` are {field: value}, related records by primary key; `formerly` are keys that the row had before, `aliases`
    {field: other values} as the table has them.
    """

    line: int
    key: str
    values: dict
    formerly: list[str] = field(default_factory=list)
    aliases: dict = field(default_factory=dict)


class Reader:
    """Reads the rows of a Table. Raises WrongCellError for the first cell that cannot be understood."""

    def __init__(self, table):
        self.table, self.references = table, References()
        self.model_fields = {
            header: table.model._meta.get_field(target)
            for header, target in table.columns.items()
            if isinstance(target, str)
        }

    def batches(self):
        """Lists of at most BATCH `Row`s."""
        cells = self._cells()
        while batch := list(islice(cells, BATCH)):
            self.references.learn(self._words(row) for _line, row in batch)
            yield [self._row(line, row) for line, row in batch]

    def batches_of_keys(self):
        """Lists of at most BATCH pairs (key, line): nothing but what identifies the rows."""
        cells = self._cells()
        while batch := list(islice(cells, BATCH)):
            yield [(self._key(row, self._own_values(line, row, self.table.key)), line) for line, row in batch]

    def wrong(self, line, column, reason):
        return WrongCellError(self.table.path, line, column, reason)

    def _cells(self):
        """Pairs of a line number and {header: cell}."""
        reader = None
        try:
            with self.table.path.open(encoding="utf-8-sig", newline="") as file:  # spreadsheets put a mark in front
                reader = csv.DictReader(file, strict=True)
                missing = [header for header in self.table.columns if header not in (reader.fieldnames or [])]
                if missing:
                    raise self.wrong(1, missing[0], _("this column is missing"))
                for row in reader:
                    if None in row or None in row.values():
                        raise self.wrong(reader.line_num, NOTHING, _("the number of cells differs from the header"))
                    for part in self._parts(row) if self.table.wanted(row) else []:
                        yield reader.line_num, part
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise self.wrong((reader.line_num if reader else 0) + 1, NOTHING, str(error)) from error

    def _parts(self, row):
        if not self.table.each:
            return [row]
        return [row | {self.table.each: part} for part in _parts(row[self.table.each])]

    def _words(self, row):
        """Pairs of a related model and the words by which a row names its records."""
        for header, model_field in self.model_fields.items():
            if model_field.is_relation:
                yield model_field.related_model, _words(model_field, row[header])

    def _row(self, line, row):
        values = self._own_values(line, row)
        for header, model_field in self.model_fields.items():
            if model_field.is_relation:
                values[model_field.name] = self._related(line, header, model_field, row[header])
        aliases = {name: _parts(row.get(header)) for name, header in self.table.aliases.items()}
        return Row(line, self._key(row, values), values, _parts(row.get(FORMERLY)), aliases)

    def _own_values(self, line, row, names=None):
        """The values that are no related records: all, or those of some fields."""
        values = dict(self.table.constants)
        for header, target in self.table.columns.items():
            model_field = self.model_fields.get(header)
            if model_field is not None and (model_field.is_relation or names and model_field.name not in names):
                continue
            try:
                values |= target(row[header]) if model_field is None else {target: _value(model_field, row[header])}
            except (ValidationError, ValueError) as error:
                reason = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
                raise self.wrong(line, header, reason) from error
        return values

    def _related(self, line, header, model_field, cell):
        keys = [self.references.find(model_field.related_model, word) for word in _words(model_field, cell)]
        if None in keys:
            word = _words(model_field, cell)[keys.index(None)]
            told = {"model": model_field.related_model._meta.verbose_name, "name": word}
            raise self.wrong(line, header, _("no %(model)s is called “%(name)s”") % told)
        number, sentence = self.table.least.get(model_field.name, (0, ""))
        if len(set(keys)) < number:
            raise self.wrong(line, header, str(sentence))
        if model_field.many_to_many:
            return sorted(set(keys))
        return keys[0] if keys else None

    def _key(self, row, values):
        """What identifies a row, in the words of the file."""
        return " · ".join(self._in_words(row, values, name) for name in self.table.key)

    def _in_words(self, row, values, name):
        model_field = self.table.model._meta.get_field(name)
        if model_field.is_relation:
            return row.get(self.table.column_of(name)) or NOTHING
        return str(values[name] or NOTHING)


def _words(model_field, cell):
    if model_field.many_to_many:
        return _parts(cell)
    return [cell] if cell else []


def _parts(cell):
    return [part for part in (cell or "").split("|") if part]


def _value(model_field, cell):
    if cell == "" and (model_field.null or model_field.blank):
        return "" if isinstance(model_field, models.CharField | models.TextField) else None
    return model_field.clean(cell, None)
