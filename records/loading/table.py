"""What a file of the registry says, and how it is told apart from what was loaded before."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import models
from django.utils.translation import gettext as _


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

    A row whose key was corrected is recognised by `known_by`: groups of fields, the surest first, of which the first
    that is filled in both rows decides. `aliases` maps a field of theirs to a column with more of its values: a row
    that is gone and is called so became one with the row. Where it takes more than writing fields,
    `move(record, slug)` gives a record another address and `merge(record, into, without, on_double)` makes two records
    one. `least` maps fields to the smallest number of related records and the sentence that says so.
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
    known_by: tuple[tuple[str, ...], ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    move: Callable | None = None
    merge: Callable | None = None
    least: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def label(self):
        return self.name or self.path.name

    @property
    def fields(self):
        """The fields that the columns and constants give by themselves."""
        return [*(target for target in self.columns.values() if isinstance(target, str)), *self.constants]

    def column_of(self, name):
        """The header of the column that gives a field, or "–" where none does by itself."""
        return next((header for header, target in self.columns.items() if target == name), "–")

    def shares_records_with(self, other):
        """Whether a row may move from one of the two files to the other and stay the same record."""
        return self.model is other.model and self.key == other.key and not (self.updates_only or other.updates_only)

    def fingerprint(self):
        """Changes with the file and with the way it is read."""
        columns = sorted(
            (header, target if isinstance(target, str) else target.__qualname__)
            for header, target in self.columns.items()
        )
        with self.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
        digest.update(json.dumps([columns, self.key, self.constants], default=str).encode())
        return digest.hexdigest()
