"""The state of everything that a database of the tests follows from, as a name."""

import hashlib
from pathlib import Path

from django.apps import apps
from django.db import connection

ROOT = Path(__file__).parents[2]


def digest(root=ROOT):
    """Sixteen letters that are others as soon as code, data or requirements are."""
    apps = sorted({path.parent for path in root.glob("*/__init__.py")} - {root / "tests"})
    files = [path for app in apps for path in app.rglob("*") if path.is_file()]
    files = [path for path in files if not {"__pycache__", "static"} & set(path.parts)]
    found = hashlib.sha256()
    for path in sorted([root / "requirements" / "run.txt", *files]):
        found.update(f"{path.relative_to(root)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()[:16]


def digest_of_tables(root=ROOT):
    """Sixteen letters that are others as soon as migrations, permissions, types of columns or requirements are: the
    tables of an empty database follow from nothing else, and most changes of code leave them as they are."""
    models = apps.get_models(include_auto_created=True)
    columns = sorted(f"{each} {each.db_type(connection)}" for model in models for each in model._meta.local_fields)
    named = ((each._meta, each._meta.verbose_name_raw) for each in models)
    granted = sorted(f"{meta.label} {meta.default_permissions} {meta.permissions} {name}" for meta, name in named)
    found = hashlib.sha256("\n".join([connection.vendor, *columns, *granted]).encode())
    folders = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).is_relative_to(root)]
    migrations = [path for folder in folders for path in (folder / "migrations").glob("*.py")]
    for path in sorted([root / "requirements" / "run.txt", *migrations]):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
