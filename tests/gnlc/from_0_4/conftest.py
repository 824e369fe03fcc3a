"""A registry of version 0.4 that was worked in, as today's migrations leave it."""

import pytest
from django.db import transaction

from .registry import brought_forward


@pytest.fixture(scope="package")
def then(django_db_setup, django_db_blocker, tmp_path_factory):
    """The models of version 0.4 with their records, beside those of today."""
    with django_db_blocker.unblock(), brought_forward(tmp_path_factory.mktemp("version-0.4")) as models:
        yield models


@pytest.fixture(autouse=True)
def _nothing_is_written(then):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
