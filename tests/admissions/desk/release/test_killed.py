"""A process that is killed in the middle of publishing leaves nothing of the round; the next one publishes all."""

import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from tests.admissions.desk.rounds import listed, register, round_of
from tests.factories import AdmissionFactory, CityFactory

ROOT = Path(__file__).parents[4]


@pytest.fixture
def database(tmp_path):
    """Makes the name of a database that another process can open: the test's own, or a copy of it on the disk."""

    def database():
        if connection.vendor != "sqlite":
            return connection.settings_dict["NAME"]
        path = tmp_path / "registry.sqlite3"
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
        return str(path)

    return database


def run(*arguments):
    command = [sys.executable, "-m", "tests.admissions.desk.release.publish_and_die", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)  # noqa: S603


def as_told(rows):
    return json.loads(json.dumps(rows, default=str))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("moment", ["third_admission", "all_but_the_end"])
def test_killing_the_process_in_the_middle_of_publishing_leaves_all_or_nothing(database, moment):
    AdmissionFactory(city=CityFactory(name_en="Fez", slug="fez", geonames_id=2548885), cohort__year=2026)
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)", "Bikok (Cameroon)", "Granada (Spain)", slug="2027")
    listed(recording, "Grenade (Espagne)", "Fès (Maroc)", "Agadir (Maroc)", "Bikok (Cameroun)", language="fr")
    recording.entries.filter(decision="open").update(decision="homonym")
    untouched = as_told(register())
    name = database()
    killed = run(name, recording.pk, moment)
    assert (killed.returncode, killed.stdout) == (-signal.SIGKILL, "")

    finished = run(name, recording.pk)
    assert (finished.returncode, finished.stderr) == (0, "")
    state, before, *published, state_again, again = json.loads(finished.stdout)
    assert (state, before) == (["open"], untouched)
    assert (published[0], state_again, again) == (["published"], ["published"], published[1])
    assert {table: len(rows) - len(before[table]) for table, rows in again.items() if rows != before[table]} == {
        "cities.City": 4,
        "cities.CityName": 6,
        "admissions.Cohort": 1,
        "admissions.Cohort sources": 2,
        "admissions.Admission": 4,
        "admissions.Admission sources": 8,
    }
