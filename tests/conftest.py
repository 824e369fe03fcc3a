"""What holds for every test."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.utils.translation import override

from cities import member_today


@pytest.fixture(scope="session", autouse=True)
def test_settings(tmp_path_factory):
    """Static files come from their sources, uploads go to a temporary folder, passwords are hashed fast."""
    storage = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STATIC_ROOT=None,  # nothing was collected that WhiteNoise could serve
        STORAGES=settings.STORAGES | {"staticfiles": storage},
        CARDS_ROOT=tmp_path_factory.mktemp("cards"),
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
