"""Rows of the database held until the end of the transaction, so that whoever comes second sees what was written.

Everything here is called inside a transaction. Rows are asked for in the order of their keys and not in the usual one
of their model, for which PostgreSQL would have to lock rows of other tables that a record may lack. SQLite has no
locks of rows: there the whole transaction waits, from its first statement on.
"""


def lock(record):
    """Hold the row of a record, and read it anew into this very object. Raises DoesNotExist if it is gone."""
    record.refresh_from_db(from_queryset=_held(type(record)._base_manager))


def locked(record):
    """The record as it is now, held, as another object: the one given stays as it is. Raises DoesNotExist."""
    return _held(type(record)._base_manager).get(pk=record.pk)


def find_locked(records, key):
    """The record of a manager or queryset that has this primary key, held; None if there is none any more."""
    return _held(records).filter(pk=key).first()


def _held(records):
    return records.select_for_update().order_by("pk")
