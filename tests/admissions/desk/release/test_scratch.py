"""A copy of an SQLite database in which something has happened that has not."""

from pathlib import Path

import pytest
from django.db import connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from admissions.desk.release.scratch import remove_copies, scratch_copy, working_in


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SCRATCH_ROOT = tmp_path / "scratch"
    return settings.SCRATCH_ROOT


@pytest.fixture(autouse=True)
def _cities(tmp_path, django_db_blocker):
    """A database with one city, in a file of its own, whichever database the other tests run on."""
    tests = connections["default"]
    own_facts = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "own"), "OPTIONS": {}}
    connections["default"] = own = DatabaseWrapper(tests.settings_dict | own_facts, "default")
    with django_db_blocker.unblock():
        run("CREATE TABLE city (name TEXT)")
        run("INSERT INTO city VALUES ('Fez')")
        yield
        own.close()
    connections["default"] = tests


def run(statement):
    with connection.cursor() as cursor:
        return cursor.execute(statement).fetchall()


def cities():
    return [name for (name,) in run("SELECT name FROM city ORDER BY name")]


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def test_what_is_written_in_the_copy_is_nowhere_else():
    path = scratch_copy("a", "1", lambda: run("INSERT INTO city VALUES ('Bikok')"))
    with working_in(path):
        assert cities() == ["Bikok", "Fez"]
    assert cities() == ["Fez"]


def test_a_copy_is_made_once_for_each_state_and_older_ones_go(folder):
    made = []
    for key, state in (("a", "1"), ("a", "1"), ("b", "1"), ("a", "2")):
        scratch_copy(key, state, lambda state=state: made.append(state))
    assert made == ["1", "1", "2"]
    assert names(folder) == ["a-2.sqlite3", "b-1.sqlite3"]


def test_the_copies_of_a_round_go_and_those_of_others_stay(folder):
    for key in ("round-1", "round-11"):
        scratch_copy(key, "1", lambda: None)
    remove_copies("round-1")
    assert names(folder) == ["round-11-1.sqlite3"]


def test_nothing_is_left_of_a_copy_that_failed(folder):
    with pytest.raises(ZeroDivisionError):
        scratch_copy("a", "1", lambda: 1 / 0)
    assert (names(folder), cities()) == ([], ["Fez"])


def test_the_database_is_the_own_one_again_where_work_in_a_copy_fails():
    path = scratch_copy("a", "1", lambda: run("DELETE FROM city"))
    with pytest.raises(ZeroDivisionError), working_in(path):
        raise ZeroDivisionError
    assert cities() == ["Fez"]


def test_only_the_owner_may_read_a_copy(folder):
    path = scratch_copy("a", "1", lambda: None)
    assert (path.stat().st_mode & 0o077, folder.stat().st_mode & 0o077) == (0, 0)


def test_nobody_who_writes_meanwhile_is_held_up(tmp_path):
    path = scratch_copy("a", "1", lambda: None)
    with working_in(path):
        cities()
        with working_in(tmp_path / "own"):
            run("INSERT INTO city VALUES ('Bikok')")
    assert cities() == ["Bikok", "Fez"]
