"""Run all tests on SQLite, on PostgreSQL and in a browser, and say how many passed and failed.

    python tests/run_suites.py [arguments for pytest]

On PostgreSQL only those tests run whose outcome rests on the database (see `tests/support/second_database.py`). A
suite whose database or browser is missing is skipped, and that is said. With REQUIRE_ALL_SUITES=1 everything runs on
both databases, and a missing suite and a skipped test count as failed. A suite in which no test ran always does.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager
from glob import glob
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
REQUIRE_ALL = os.environ.get("REQUIRE_ALL_SUITES") == "1"
DATABASE_URL = os.environ.get("DATABASE_URL", "")


def main(arguments):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that a stopped run cleans up behind itself
    counts = [
        run("SQLite", "-n", "auto", "-m", "not journey", "tests", *arguments),
        run_on_postgresql(*arguments),
        run_in_browser(*arguments),
    ]
    passed, failed = map(sum, zip(*counts, strict=True))
    say(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def run_on_postgresql(*arguments):
    chosen = [] if REQUIRE_ALL else ["--second-database"]
    options = ["PostgreSQL", "-n", "auto", "-m", "not journey", *chosen, "tests", *arguments]
    if DATABASE_URL.startswith(("postgres", "pgsql", "psql")):
        return run(*options, database_url=DATABASE_URL)
    programs = find_postgresql()
    if not programs:
        return skip("PostgreSQL", "apt install postgresql")
    try:
        with throwaway_postgresql(*programs) as url:
            return run(*options, database_url=url)
    except subprocess.CalledProcessError as error:
        say(f"PostgreSQL: failed - {error}")
        return 0, 1


def run_in_browser(*arguments):
    if not find_chromium():
        return skip("Browser", "apt install chromium")
    if not find_spec("playwright"):
        return skip("Browser", "make test")
    return run("Browser", "-m", "journey", "tests/journeys", *arguments)


def run(name, *arguments, database_url=None):
    """Run pytest and return how many tests passed and failed."""
    say(f"== {name}")
    # Bytecode is kept: each of the processes would compile every test anew.
    unwanted = ("DATABASE_URL", "SECRET_KEY", "PYTHONDONTWRITEBYTECODE")
    environment = {key: value for key, value in os.environ.items() if key not in unwanted}
    if database_url:
        environment["DATABASE_URL"] = database_url
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", "-rfEs", f"--junitxml={report}", *arguments]
        finished = subprocess.run(command, cwd=ROOT, env=environment)  # noqa: S603
        cases = ElementTree.parse(report).iter("testcase") if report.exists() else []  # noqa: S314
        outcomes = Counter(map(outcome, cases))
    failed = outcomes["failure"] + outcomes["error"] + (outcomes["skipped"] if REQUIRE_ALL else 0)
    # pytest also fails without a failed test: when it found none, or could not begin.
    return outcomes["passed"], failed or int(finished.returncode != 0)


def outcome(case):
    return next((tag for tag in ("error", "failure", "skipped") if case.find(tag) is not None), "passed")


def skip(name, remedy):
    say(f"{name}: skipped - {remedy}")
    return 0, int(REQUIRE_ALL)


def find_chromium():
    """The path of the Chromium that is installed on this machine, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def find_postgresql():
    """The paths of initdb and pg_ctl, which Debian keeps off the PATH; None unless both are there."""
    path = os.pathsep.join([os.environ["PATH"], *sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)])
    programs = [shutil.which(name, path=path) for name in ("initdb", "pg_ctl")]
    return programs if all(programs) else None


@contextmanager
def throwaway_postgresql(initdb, pg_ctl):
    """The URL of a server that is reached by a socket in a temporary folder and goes away with it."""
    user = None if os.geteuid() else "nobody"  # PostgreSQL refuses to run as root
    with tempfile.TemporaryDirectory(prefix="gnlc-postgresql-") as folder:
        if user:
            shutil.chown(folder, user)

        def call(*command):
            subprocess.run(command, cwd=folder, user=user, stdout=subprocess.DEVNULL, check=True)  # noqa: S603

        data = ["--pgdata", f"{folder}/data"]
        call(initdb, *data, "--username=gnlc", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        # Nothing has to survive a fall of the machine.
        careless = (
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "wal_level=minimal",
            "max_wal_senders=0",
        )
        options = f"-k {folder} -c listen_addresses='' {' '.join(f'-c {each}' for each in careless)}"
        call(pg_ctl, "start", *data, "--wait", "--log", f"{folder}/log", "--options", options)
        try:
            yield f"postgresql://gnlc@/{folder}/gnlc"
        finally:
            call(pg_ctl, "stop", *data, "--mode=immediate")


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()  # before pytest writes to the same place


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
