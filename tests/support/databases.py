"""The databases of the tests: migrated once, loaded once with the registry, then copied by every process.

A *template* is such a database, `empty` or holding the `registry`. Its name carries a digest of all that it follows
from, so an empty one is kept until tables change, and one with the registry until the code or the files do: on SQLite
in `var/tests`, on PostgreSQL in the server. Whoever comes first makes it; a lock lets the other processes wait.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from tests.support.digest import ROOT, digest, digest_of_tables

MADE_BY = {"empty": ["migrate"], "registry": ["load_registry"]}


class Databases(ABC):
    """The copies that one process works with, of which one is open."""

    def __init__(self, process, folder):
        """`process` tells apart those that run at once; `folder` is for whatever has to be a file."""
        self.process, self.folder = process, folder
        # Whoever changes the code for a moment only, to see which test notices, says whose templates will do.
        registry = os.environ.get("TEST_TEMPLATES") or digest()
        self.digests = {"empty": digest_of_tables(), "registry": registry}
        self.kept = ROOT / "var" / "tests"
        self.kept.mkdir(parents=True, exist_ok=True)
        self.copies, self.state = {}, None

    def open(self, state):
        """Let the tests work in the copy of this state, from now on."""
        assert not connection.in_atomic_block, "this test has begun in another database; it asks for no `db` itself"
        is_new = state not in self.copies
        if is_new:
            with self._lock():
                self.copies[state] = self._copy(self._template(state), state)
        self._close()
        connection.settings_dict["NAME"] = self.copies[state]
        ContentType.objects.clear_cache()
        self.state = state
        if is_new:
            connection.cursor().execute("ANALYZE")  # what was loaded is to be found by its indexes

    @contextmanager
    def holding(self, state, *, writing=False):
        """The copy of this state for a while; where something is written that stays, the next one gets a new copy."""
        before = self.state
        self.open(state)
        yield
        self.open(before)
        if writing:
            del self.copies[state]

    def fill(self, state, deed):
        """Make another state: an empty registry in which this deed was done."""
        self.copies[state] = self._copy(self._template("empty"), state)
        with self.holding(state):
            deed()

    def remove(self):
        """Take away the copies; the templates stay for the next time."""
        self._close()

    def _template(self, state):
        """The template of a state, made if it is missing."""
        name = f"{state}_{self.digests[state]}"
        if not self._exists(name):
            self._make(name, self._template("empty") if state == "registry" else None, MADE_BY[state])
        return name

    def _manage(self, command, url):
        """Run a command of manage.py on another database, in a process of its own."""
        environment = os.environ | {"DATABASE_URL": url, "MEDIA_ROOT": str(self.folder)}
        environment.pop("SECRET_KEY", None)
        done = subprocess.run(  # noqa: S603
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{command} failed:\n{done.stdout}{done.stderr}"

    @contextmanager
    def _lock(self):
        with (self.kept / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _close(self):
        connection.close()

    @abstractmethod
    def _exists(self, name): ...

    @abstractmethod
    def _make(self, name, beginning, command): ...

    @abstractmethod
    def _copy(self, name, state): ...


class SqliteDatabases(Databases):
    """Files, so that each thread has a connection of its own, as in real life."""

    def _exists(self, name):
        return (self.kept / f"{name}.sqlite3").exists()

    def _make(self, name, beginning, command):
        unfinished = self.kept / "unfinished.sqlite3"
        unfinished.unlink(missing_ok=True)
        if beginning:
            shutil.copy(self.kept / f"{beginning}.sqlite3", unfinished)
        self._manage(command, f"sqlite:///{unfinished}")
        for older in self.kept.glob(f"{name.partition('_')[0]}_*.sqlite3"):
            older.unlink()
        unfinished.rename(self.kept / f"{name}.sqlite3")

    def _copy(self, name, state):
        return str(shutil.copy(self.kept / f"{name}.sqlite3", self.folder / f"{state}.sqlite3"))


class PostgresqlDatabases(Databases):
    """Databases of the server that DATABASE_URL names."""

    def __init__(self, process, folder):
        super().__init__(process, folder)
        self.base, self.copied = settings.DATABASES["default"]["NAME"], set()

    def remove(self):
        super().remove()
        self._execute(*(f'DROP DATABASE IF EXISTS "{self._copied(state)}"' for state in self.copied))

    def _exists(self, name):
        return f"{self.base}_{name}" in self._names()

    def _make(self, name, beginning, command):
        unfinished = f"{self.base}_unfinished"
        state = name.partition("_")[0]
        older = [each for each in self._names() if each.startswith(f"{self.base}_{state}_")]
        template = f'TEMPLATE "{self.base}_{beginning}"' if beginning else ""
        self._execute(f'DROP DATABASE IF EXISTS "{unfinished}"', f'CREATE DATABASE "{unfinished}" {template}')
        url = urlsplit(os.environ["DATABASE_URL"])
        self._manage(command, url._replace(path=f"{url.path.rpartition('/')[0]}/{unfinished}").geturl())
        self._execute(*(f'DROP DATABASE "{each}"' for each in older))
        self._execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{self.base}_{name}"')

    def _copy(self, name, state):
        copy = self._copied(state)
        self.copied.add(state)
        self._execute(f'DROP DATABASE IF EXISTS "{copy}"', f'CREATE DATABASE "{copy}" TEMPLATE "{self.base}_{name}"')
        return copy

    def _copied(self, state):
        return f"{self.base}_test_{self.process}_{state}"

    def _names(self):
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database")
            return [name for (name,) in cursor.fetchall()]

    def _execute(self, *statements):
        with connection._nodb_cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def _close(self):
        super()._close()
        connection.close_pool()


def databases_of(process, folder):
    """Those of the server or the file that the settings name."""
    kinds = {"sqlite": SqliteDatabases, "postgresql": PostgresqlDatabases}
    return kinds[connection.vendor](process, folder)
