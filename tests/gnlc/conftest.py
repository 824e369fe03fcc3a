"""Static files as a host serves them."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from gnlc.stylesheet import OneStylesheet
from tests.support.registry_files import files  # noqa: F401


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
