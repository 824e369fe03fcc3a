"""Two rows that became one: their records do, too."""

from django.db.models import ProtectedError
from django.utils.translation import gettext_noop

from records.exceptions import refuse_double
from records.history.attribution import attributed
from records.loading.models import LoadedRow
from records.loading.records import current, records_of


def make_one(table, old, taken):
    """Bring the record of a row that is gone together with that of the row that stays, and forget the first.

    What the files gave to the first record goes with it; what staff wrote there is taken over where the other has
    nothing. Raises RefusedError where a person has to say first which of two facts is right.
    """
    into = records_of(table.model, [taken.record]).get(taken.record)
    if table.merge and old.record is not None and into is not None and old.record.pk != into.pk:
        without = {name for row in _rows_of(old.record) for name in _untouched(old.record, row)}
        with attributed(reason=gettext_noop("Became one with %(record)s in the registry’s files"), record=str(into)):
            table.merge(old.record, into, without=without, on_double=_let_go)
    old.row.delete()


def _rows_of(record):
    return LoadedRow.objects.of(type(record)).filter(record=str(record.pk))


def _untouched(record, row):
    """The fields that hold what the files gave."""
    return [name for name, value in row.values.items() if current(record, name) == value]


def _let_go(record):
    """Delete the second record of one fact, whose row went with that of the city, if it is as it was loaded.

    Raises RefusedError if staff changed it, made it, or wrote something that rests on it.
    """
    there = type(record)._default_manager.get(pk=record.pk)
    rows = _rows_of(there)
    try:
        if not rows or any(len(_untouched(there, row)) < len(row.values) for row in rows):
            refuse_double(record)
        there.delete()
        rows.delete()
    except ProtectedError:
        refuse_double(record)
