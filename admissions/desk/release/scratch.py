"""A copy of the SQLite database in which a round is public already, so that looking at it holds nobody up."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections

DEFAULT = "default"


@contextmanager
def working_in(path):
    """Inside, whatever this thread asks of the database is asked of the SQLite file at `path`."""
    own = connections[DEFAULT]
    connections[DEFAULT] = copy = type(own)({**own.settings_dict, "NAME": str(path)}, DEFAULT)
    try:
        yield
    finally:
        connections[DEFAULT] = own
        copy.close()


def scratch_copy(key, state, write):
    """The path of a copy of the database in which `write()` has been done; made once for each state.

    `key` names what the copy is of, `state` (letters and digits) how it stands now. Copies of other states of the
    same key go. The copy is read in one piece, so nobody waits who reads or writes meanwhile; several processes may
    make the same one, and the last stays.
    """
    folder = Path(settings.SCRATCH_ROOT)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{key}-{state}.sqlite3"
    if not path.exists():
        handle, unfinished = tempfile.mkstemp(suffix=".unfinished", dir=folder)  # for the owner's eyes alone
        os.close(handle)
        try:
            _copy_database(unfinished)
            with working_in(unfinished):
                write()
            Path(unfinished).replace(path)
        finally:
            _remove(unfinished)
        remove_copies(key, but=path)
    return path


def remove_copies(key, but=None):
    """Remove the copies of a key, for nobody looks at them any more, all but one of them."""
    for copy in Path(settings.SCRATCH_ROOT).glob(f"{key}-*.sqlite3"):
        if copy != but:
            _remove(copy)


def key_of(recording):
    """What the copies of a round are called."""
    return f"round-{recording.pk}"


def _copy_database(path):
    own = connections[DEFAULT]
    own.ensure_connection()
    target = own.Database.connect(path)
    try:
        own.connection.backup(target)
    finally:
        target.close()


def _remove(path):
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
