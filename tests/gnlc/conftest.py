"""Static files as a host serves them."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from gnlc.stylesheet import OneStylesheet
from tests.gnlc.registry_files import RegistryFiles


class Collected(OneStylesheet):
    def text(self, name):
        return Path(self.path(self.stored_name(name))).read_text()


@pytest.fixture(scope="session")
def collected(tmp_path_factory):
    """Our static files as `collectstatic` leaves them in a folder."""
    source = FileSystemStorage(Path(finders.find("gnlc/site.css")).parent.parent)
    names = [str(path.relative_to(source.location)) for path in Path(source.location).rglob("*") if path.is_file()]
    storage = Collected(location=tmp_path_factory.mktemp("static"))
    for name in names:
        with source.open(name) as file:
            storage.save(name, file)
    list(storage.post_process({name: (source, name) for name in names}))
    return storage


@pytest.fixture
def files(db, tmp_path, monkeypatch):
    """Fez was admitted in 2020; both cohorts of the story are there."""
    files = RegistryFiles(tmp_path, monkeypatch)
    files.cohorts(2020, 2022)
    files.cities(fez="Fez", rabat="Rabat")
    files.admissions(("fez", 2020))
    files.load()
    return files
