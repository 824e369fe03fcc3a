"""From the cells of a file to the values of records."""

import csv
from io import StringIO

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from cities.loading.table import WrongCellError


class Reader:
    """Reads the rows of a Table. Raises WrongCellError for the first cell that cannot be understood."""

    def __init__(self, table):
        self.table, self.known = table, {}

    def rows(self):
        """Pairs of a line number and {field: value}; related records are given by their primary keys."""
        try:
            text = self.table.path.read_text(encoding="utf-8-sig")  # spreadsheets put a mark in front
        except (OSError, UnicodeDecodeError) as error:
            raise self.wrong(1, "–", str(error)) from error
        with StringIO(text, newline="") as file:
            reader = csv.DictReader(file)
            missing = [header for header in self.table.columns if header not in (reader.fieldnames or [])]
            if missing:
                raise self.wrong(1, missing[0], _("this column is missing"))
            for row in reader:
                if None in row or None in row.values():
                    raise self.wrong(reader.line_num, "–", _("the number of cells differs from the header"))
                for part in self._parts(row) if self.table.wanted(row) else []:
                    yield reader.line_num, self._values(reader.line_num, part)

    def key(self, values):
        """What identifies a row, in the words of the file."""
        return " · ".join(self._in_words(name, values[name]) for name in self.table.key)

    def wrong(self, line, column, reason):
        return WrongCellError(self.table.path, line, column, reason)

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
                raise self.wrong(line, header, reason) from error
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


def natural_key(model):
    """The field by which files name a record of the model: its slug, or its own primary key or number."""
    names = {model_field.name for model_field in model._meta.get_fields()}
    return next(name for name in ("slug", "number", "code") if name in names)
