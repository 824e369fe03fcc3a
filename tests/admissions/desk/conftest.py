"""What the desk needs in every test: the countries that the lists name."""

import pytest

from .rounds import make_countries


@pytest.fixture(autouse=True)
def _countries(db):
    make_countries()
