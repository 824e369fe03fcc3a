"""Rows of the database held until the end of the transaction, so that whoever comes second sees what was written.

Everything here is called inside a transaction. Rows are asked for in the order of their keys and not in the usual one
of their model, for which PostgreSQL would have to lock rows of other tables that a record may lack. SQLite has no
locks of rows: there the whole transaction waits, from its first statement on.

A model of which others have to be held before it says so by a class method `hold_before`, which is given a key.
"""


def lock(record):
    """Hold the row of a record, and read it anew into this very object. Raises DoesNotExist if it is gone."""
    _hold_before(type(record), record.pk)
    record.refresh_from_db(from_queryset=_held(type(record)._base_manager))


def locked(record):
    """The record as it is now, held, as another object: the one given stays as it is. Raises DoesNotExist."""
    _hold_before(type(record), record.pk)
    return _held(type(record)._base_manager).get(pk=record.pk)


def find_locked(records, key):
    """The record of a manager or queryset that has this primary key, held; None if there is none any more."""
    _hold_before(records.model, key)
    return _held(records).filter(pk=key).first()


def hold_all(records):
    """Hold all records of a queryset, in the order of their keys."""
    list(_held(records).values_list("pk", flat=True))


def _hold_before(model, key):
    if hasattr(model, "hold_before"):
        model.hold_before(key)


def _held(records):
    return records.select_for_update().order_by("pk")
