"""A registry of version 0.4, brought forward by today's migrations in a database of its own."""

from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import connect

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from tests.support.own_database import own_database

DUMP = Path(__file__).parents[2] / "data" / "database-0.4.sql"
# The models of then that have another label today.
FLOOR = ("HistoryEntry", "LoadedFile", "LoadedRow", "PageReads", "Suggestion", "TranslationState")
MOVED = {f"cities.{name}": f"records.{name}" for name in FLOOR} | {
    "admissions.Entry": "admissions.RoundEntry",
    "workbench.Wording": "workbench.MessageOverride",
}
THEN = "version_0_4"  # the connection to the registry as it was


@contextmanager
def brought_forward(folder, without=()):
    """While this lasts, the default database is the registry of version 0.4 after today's migrations.

    Before these, all records of the kinds `without` which it is to be, by their labels of then, are deleted.

    Gives the models of then, whose records are as they were: `apps.get_model("cities", "City").objects.using(THEN)`.
    On PostgreSQL, which cannot read the dump, the migrations of then make the tables, and Django copies the rows.
    """
    paths = [folder / name for name in ("then.sqlite3", "now.sqlite3")]
    for path in paths:
        with closing(connect(path)) as file:
            file.executescript(DUMP.read_text(encoding="utf-8"))
    with _connection_to_then(paths[0]) as then, own_database(paths[1]) as now:
        executor = MigrationExecutor(then)
        targets = list(dict(sorted(MigrationRecorder(then).applied_migrations())).items())  # the last one of each app
        apps = executor.loader.project_state(targets).apps
        if now.vendor != "sqlite":
            MigrationExecutor(now).migrate(targets)
            _copy(apps, then, now)
        for label in without:
            apps.get_model(label).objects.using(now.alias).all().delete()
        call_command("migrate", verbosity=0)
        yield apps


@contextmanager
def _connection_to_then(path):
    settings = connections.settings["default"]
    sqlite = {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": {}}
    connections.settings[THEN] = settings | sqlite
    try:
        yield connections[THEN]
    finally:
        connections[THEN].close()
        del connections[THEN], connections.settings[THEN]


def models_of_then(apps):
    """The models that had a table, those between many-to-many relations too."""
    tables = set(connections[THEN].introspection.table_names())
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table in tables]


def _copy(apps, then, now):
    models = models_of_then(apps)
    with transaction.atomic():
        for model in models:
            for record in model._base_manager.using(THEN):
                record.save_base(raw=True, using=now.alias, force_insert=True)  # raw: instants stay what they were
    with now.cursor() as cursor:
        for statement in now.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
