"""Visitors of the public pages find the registry as it is published. They change nothing in it."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from pytest_django.live_server_helper import LiveServer

from tests.factories import AdmissionFactory

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """In whatever order: these run one after the other, since the registry that they share is theirs alone."""
    items.sort(key=lambda item: item.path.is_relative_to(HERE))


@pytest.fixture(scope="package")
def registry(django_db_setup, databases, django_db_blocker):
    """The address of the registry with all that its files hold, and with a former member."""
    with django_db_blocker.unblock(), databases.holding("registry", writing=True):
        record_former_member()
        server = LiveServer("localhost")
        yield server.url
        server.stop()


def record_former_member():
    """A city with all that takes room on a page: a long name in one language only, a long address, a photo."""
    AdmissionFactory(
        cohort__year=2017,
        ended_on=date(2023, 1, 1),
        end_reason="withdrew",
        city__slug="former",
        city__name_en="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        city__website=f"https://www.example.org/{'learning' * 9}/",
        city__photo=ContentFile(photo(), "former.png"),
        city__photo_alt_en="A reading room.",
        city__photo_credit="The city's archives",
        city__photo_licence="CC BY 4.0",
    )


def photo():
    file = BytesIO()
    Image.new("RGB", (1600, 900), "teal").save(file, "PNG")
    return file.getvalue()


@pytest.fixture(autouse=True)
def _database(registry, db):
    """Makes sure that there is one."""
