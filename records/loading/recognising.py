"""What is remembered of rows, beside what their files hold now: which record is whose, and which row is gone."""

from dataclasses import dataclass

from records.loading.models import LoadedRow
from records.loading.reading import BATCH, Reader
from records.loading.records import current, key_in, keys_of, records_of


@dataclass(frozen=True, eq=False)
class Gone:
    """A row that stands in its file no longer, with its record, if that is still there."""

    row: LoadedRow
    record: object = None

    def value(self, name):
        """What its record holds now, or what the row gave when there is no record."""
        return current(self.record, name) if self.record is not None else self.row.values.get(name, "")


def recognise(table):
    """Note to which record each remembered row belongs, where that is not known: by its key, else by what it gave."""
    LoadedRow.objects.filter(table=table.label, model="").update(model=table.model._meta.label_lower)
    remembered = LoadedRow.objects.filter(table=table.label)
    last = 0
    while rows := list(remembered.filter(record="", pk__gt=last).order_by("pk")[:BATCH]):
        last = rows[-1].pk
        found = keys_of(table, [row.values for row in rows])
        for row in rows:
            row.record = found.get(key_in(table, row.values)) or _by_what_it_gave(table, row)
        LoadedRow.objects.bulk_update([row for row in rows if row.record], ["record"])


def _by_what_it_gave(table, row):
    """The primary key of the one record that is known by what the row gave, if no other row has it; else ""."""
    for group in table.known_by:
        wanted = {name: row.values.get(name, "") for name in group}
        if all(wanted.values()):
            found = [str(pk) for pk in table.model._default_manager.filter(**wanted).values_list("pk", flat=True)[:2]]
            is_taken = LoadedRow.objects.of(table.model).filter(record__in=found, table=table.label).exists()
            return found[0] if len(found) == 1 and not is_taken else ""
    return ""


def gone_from(tables):
    """Read which keys stand in the files of some tables now, note their lines, and give the rows that are `Gone`."""
    for table in tables:
        LoadedRow.objects.filter(table=table.label).update(line=None)
        remembered = LoadedRow.objects.filter(table=table.label)
        for batch in Reader(table).batches_of_keys():
            lines = dict(reversed(batch))  # of two rows with one key, the first
            rows = list(remembered.filter(key__in=lines, line=None))
            for row in rows:
                row.line = lines[row.key]
            LoadedRow.objects.bulk_update(rows, ["line"])
    rows = list(LoadedRow.objects.filter(table__in=[table.label for table in tables]).gone().order_by("pk"))
    records = records_of(tables[0].model, [row.record for row in rows])
    lost = [row.pk for row in rows if row.record not in records]
    LoadedRow.objects.filter(pk__in=lost).update(record="")
    return [Gone(row, records.get(row.record)) for row in rows]
