"""What holds for every test."""

import os

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.utils.translation import override

from cities import member_today
from tests.support.databases import databases_of
from tests.support.everything import Everything

pytest_plugins = ["tests.support.second_database"]


@pytest.fixture(scope="session", autouse=True)
def test_settings(tmp_path_factory):
    """Static files come from their sources, uploads go to a temporary folder, passwords are hashed fast."""
    storage = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STATIC_ROOT=None,  # nothing was collected that WhiteNoise could serve
        STORAGES=settings.STORAGES | {"staticfiles": storage},
        CARDS_ROOT=tmp_path_factory.mktemp("cards"),
        SCRATCH_ROOT=tmp_path_factory.mktemp("scratch"),
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_locale():
    """The translations of this very checkout."""
    call_command("compile_locale", files_only=True, verbosity=0)


@pytest.fixture(autouse=True)
def _english():
    """Tests speak English until they say otherwise; the language of a page that was opened does not linger."""
    with override("en"):
        yield


@pytest.fixture(autouse=True)
def _no_day_has_begun(monkeypatch):
    """What one test turned for its day says nothing to the next."""
    monkeypatch.setattr(member_today, "_turned", {})


@pytest.fixture(scope="session")
def databases(django_test_environment, django_db_blocker, tmp_path_factory):
    """This process's own copies of an empty database and of one that holds the registry."""
    databases = databases_of(os.environ.get("PYTEST_XDIST_WORKER", "main"), tmp_path_factory.mktemp("databases"))
    with django_db_blocker.unblock():
        yield databases
        databases.remove()


@pytest.fixture(scope="session")
def django_db_setup(databases, django_db_blocker):
    """Tests begin with an empty database: this takes the place of what pytest-django does."""
    with django_db_blocker.unblock():
        databases.open("empty")


@pytest.fixture(scope="module")
def loaded_registry(django_db_setup, databases, django_db_blocker):
    """The registry as `make run` loads it, for all stories of a module; each takes back what it wrote."""
    with django_db_blocker.unblock(), databases.holding("registry"):
        yield


@pytest.fixture(scope="session")
def everything(django_db_setup, databases, django_db_blocker):
    """The pages of a registry with one of everything, as in `everything.page("/fr/cities/")`."""
    return Everything(databases, django_db_blocker)
