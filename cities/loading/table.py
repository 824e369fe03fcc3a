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
