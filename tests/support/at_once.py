"""Two deeds at the same moment, each with a connection of its own."""

import threading
import time

from django.db import connection, connections, transaction
from django.utils.translation import override

PATIENCE = 60  # seconds until a test that hangs fails


def at_once(first, second, then=lambda: None):
    """What two deeds give, or the exceptions that they raise; the second begins before the first is committed.

    The first deed is done and holds its locks. Then the second begins, and goes on until it is done or waits for a
    lock; only then the first one goes on with what it does `then`, and is committed. On SQLite the second waits from
    its first statement on. The test that calls this needs `django_db(transaction=True)`.
    """
    outcomes, done, may_commit = {}, threading.Event(), threading.Event()
    process = {}

    def run(name, deed, before_commit=lambda: None):
        try:
            process[name] = _process()
            with override("en"), transaction.atomic():
                outcomes[name] = deed()
                before_commit()
        except Exception as error:
            outcomes[name] = error
        finally:
            done.set()
            connections.close_all()

    def wait():
        done.set()
        assert may_commit.wait(PATIENCE)
        then()

    one = threading.Thread(target=run, args=["first", first, wait])
    other = threading.Thread(target=run, args=["second", second])
    one.start()
    assert done.wait(PATIENCE)
    other.start()
    while other.is_alive() and not _waits(process.get("second")):
        time.sleep(0.01)
    may_commit.set()
    for thread in (one, other):
        thread.join(PATIENCE)
    return outcomes["first"], outcomes["second"]


def _process():
    """The server's process of this thread's connection; SQLite has no server."""
    connection.ensure_connection()
    return connection.connection.info.backend_pid if connection.vendor == "postgresql" else 0


def _waits(process):
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT wait_event_type FROM pg_stat_activity WHERE pid = %s", [process])
        return cursor.fetchone() == ("Lock",)
