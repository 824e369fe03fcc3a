"""A database of its own for tests that change its tables."""

from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import connections


@contextmanager
def own_database(path):
    """While this lasts, an empty database stands in for the one of the tests: this file, or one of the same server."""
    tests = connections["default"]
    options = {name: value for name, value in tests.settings_dict["OPTIONS"].items() if name != "pool"}
    name = path if tests.vendor == "sqlite" else f"{tests.settings_dict['NAME']}_own"
    own = type(tests)(tests.settings_dict | {"NAME": name, "OPTIONS": options}, "default")
    if tests.vendor != "sqlite":
        _on_the_server(tests, f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"')
    connections["default"] = own
    ContentType.objects.clear_cache()
    try:
        yield own
    finally:
        own.close()
        connections["default"] = tests
        ContentType.objects.clear_cache()
        if tests.vendor != "sqlite":
            _on_the_server(tests, f'DROP DATABASE "{name}"')


def _on_the_server(connection, *statements):
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
