"""Deeds that break off in the middle, as when the database refuses one of their writes."""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction

WRITES = ("INSERT", "UPDATE", "DELETE")


class BrokenOffError(Exception):
    """What a deed meets at the write that is refused; no deed expects it."""


@contextmanager
def writes(*, refused=None):
    """The writes that are made meanwhile, as SQL; that of this number, counted from 1, is refused."""
    made = []

    def execute(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES):
            made.append(sql)
            if len(made) == refused:
                raise BrokenOffError(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(execute):
        yield made


def left_half_way(deed):
    """{number of a write: the tables that were left changed after it was refused}, without those that left none.

    The second write is refused, one in the middle, and the last. The deed is done anew each time: it reads all records
    that it needs itself. Raises AssertionError if it writes only once, or if it goes on after a refusal.
    """
    with transaction.atomic(), writes() as made:
        deed()
        transaction.set_rollback(True)
    assert len(made) > 1, made
    before, found = rows(), {}
    for number in sorted({2, (len(made) + 2) // 2, len(made)}):
        is_refused = False
        with writes(refused=number):
            try:
                deed()
            except BrokenOffError:
                is_refused = True
        assert is_refused, f"the deed went on after its write {number} was refused"
        after = rows()
        if changed := [name for name in after if after[name] != before[name]]:
            found[number] = changed
    return found


def rows():
    """{label of a model: all its rows}, of every table."""
    models = apps.get_models(include_auto_created=True)
    return {each._meta.label: list(each._base_manager.order_by("pk").values_list()) for each in models}
