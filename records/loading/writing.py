"""From the values of a file to records, respecting what staff changed since the file was last loaded."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from records.exceptions import RefusedError
from records.loading.broken_rules import RuleBrokenError, broken_rule
from records.loading.following import follow
from records.loading.models import LoadedFile, LoadedRow
from records.loading.reading import Reader
from records.loading.records import current, key_in, keys_of, plain, records_of
from records.loading.table import Table


@dataclass
class LoadReport:
    """What loading one table did, in numbers and, where a person should look, in sentences."""

    table: Table
    new: int = 0
    changed: int = 0
    same: int = 0
    moved: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)


def load(table, *, beside=(), on_row=lambda done, total: None):
    """Load one table and return its `LoadReport`. Raises WrongCellError. Call it inside a transaction.

    `beside` are tables of the same records, from which a row may have come or to which it may have gone. `on_row` is
    told how many of how many rows are done.
    """
    return _Loading(table, beside, on_row).run()


def is_loaded(table):
    """Whether this very file has been loaded in this very way."""
    return LoadedFile.objects.filter(name=table.label, fingerprint=table.fingerprint()).exists()


class _Loading:
    def __init__(self, table, beside, on_row):
        self.table, self.beside, self.on_row = table, beside, on_row
        self.reader, self.report, self.done, self.just_loaded = Reader(table), LoadReport(table), 0, set()

    def run(self):
        followed = follow([self.table, *self.beside])
        self.report.moved = followed.moved
        total = sum(len(batch) for batch in Reader(self.table).batches_of_keys())
        for rows in self.reader.batches():
            self._load_batch(rows, total)
        gone = LoadedRow.objects.filter(table=self.table.label).gone()
        gone.filter(record="").delete()
        for row in gone.order_by("pk"):
            stays = _("%(key)s is no longer in the file; its record stays") % {"key": row.key}
            if self.report.new and not self.table.each:
                stays += ". " + _("If it is one of the new rows, say so there in a column “formerly”.")
            self.report.left_alone.append(followed.in_doubt.get(row.pk, stays))
        if self.table.each:  # a part of a cell is told of once
            gone.delete()
        LoadedFile.objects.update_or_create(name=self.table.label, defaults={"fingerprint": self.table.fingerprint()})
        return self.report

    def _load_batch(self, rows, total):
        remembered = LoadedRow.objects.filter(table=self.table.label, key__in=[row.key for row in rows])
        before = {row.key: row for row in remembered}
        by_key = keys_of(self.table, [row.values for row in rows])
        records = records_of(self.table.model, [*(row.record for row in before.values()), *by_key.values()])
        loaded = {}
        for row in rows:
            memory = before.get(row.key) or loaded.get(row.key)
            if row.key in loaded or memory and memory.line != row.line:
                reason = _("“%(name)s” stands in line %(line)d already") % {"name": row.key, "line": memory.line}
                raise self.reader.wrong(row.line, self.table.column_of(self.table.key[0]), reason)
            known = memory.record if memory and memory.record in records else None
            record = records.get(known or by_key.get(key_in(self.table, row.values)))
            if (written := self._load_row(row, memory, record)) is not None:
                loaded[row.key] = written
                self.just_loaded.add(written.record)
            self.done += 1
            self.on_row(self.done, total)
        LoadedRow.objects.bulk_create(
            loaded.values(), update_conflicts=True, unique_fields=["table", "key"],
            update_fields=["model", "record", "line", "values"],
        )  # fmt: skip
        self.just_loaded.clear()

    def _load_row(self, row, memory, record):
        """Write a row and return what is to be remembered of it, None where there is no record of it here."""
        if record is None and memory:
            self.report.left_alone.append(_("%(key)s was deleted here and is not made again") % {"key": row.key})
            return None
        if record is None and self.table.updates_only:
            reason = _("there is no record called “%(name)s”") % {"name": row.key}
            raise self.reader.wrong(row.line, self.table.column_of(self.table.key[0]), reason)
        try:
            record = self._create(row) if record is None else self._update(record, row, memory)
        except RuleBrokenError as broken:
            raise self.reader.wrong(row.line, broken.column(self.table), broken.sentence) from broken
        if record is None:
            return None
        return LoadedRow(
            table=self.table.label, key=row.key, line=row.line,
            model=self.table.model._meta.label_lower, record=str(record.pk),
            values={name: plain(value) for name, value in row.values.items()},
        )  # fmt: skip

    def _create(self, row):
        record = self.table.model()
        if not self._write(record, row.values, row):
            return None
        self.report.new += 1
        return record

    def _update(self, record, row, memory):
        to_write, told, loaded = {}, [], memory.values if memory else {}
        for name, value in (self._emptied(loaded) | row.values).items():
            now, given = current(record, name), plain(value)
            if now == given:
                continue
            if _is_untouched(name, now, loaded):
                to_write[name] = value
                told.append(f"{row.key}: {name}: {now!r} → {given!r}")
            elif loaded.get(name, given) != given or name not in loaded:
                stays = _("%(key)s: %(field)s was changed here and stays as it is")
                self.report.left_alone.append(stays % {"key": row.key, "field": name})
        if to_write and self._write(record, to_write, row):
            self.report.differences += told
            self.report.changed += 1
        else:
            self.report.same += 1
        return record

    def _emptied(self, loaded):
        """{field: its empty value} of what the row gave in the file from which it came, and gives here no longer."""
        elsewhere = {name for table in self.beside for name in table.fields} - set(self.table.fields)
        fields = [self.table.model._meta.get_field(name) for name in elsewhere & loaded.keys()]
        return {each.name: [] if each.many_to_many else None if each.null else each.get_default() for each in fields}

    def _write(self, record, values, row):
        """Set and save; False where that does not go together with what staff wrote, which is told and stays.

        Raises RuleBrokenError where the file itself breaks a rule.
        """
        try:
            with transaction.atomic():
                self._set(record, values)
        except (ValidationError, RefusedError, IntegrityError) as error:
            broken = _rule_broken(record, error)
            is_refused = isinstance(error, RefusedError)  # an address that cannot be had is for a person to settle
            if is_refused or not broken.is_because_of_staff(record, row.values, self.just_loaded):
                raise broken from error
            stays = _("%(key)s is left as it is here, because of what was written here: %(rule)s")
            self.report.left_alone.append(stays % {"key": row.key, "rule": broken.sentence})
            return False
        return True

    def _set(self, record, values):
        many = {}
        if self.table.move and "slug" in values and record.pk:
            self.table.move(record, values["slug"])
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


def _is_untouched(name, now, loaded):
    """Whether nobody but an earlier loading wrote the field: it holds what was loaded, or nothing yet."""
    if name in loaded:
        return now == loaded[name]
    return now is False or now in (None, "", [])


def _rule_broken(record, error):
    if isinstance(error, IntegrityError):
        return broken_rule(record, error)
    if isinstance(error, RefusedError):
        return RuleBrokenError(str(error), ["slug"])
    return RuleBrokenError(" ".join(error.messages), list(getattr(error, "error_dict", {})))
