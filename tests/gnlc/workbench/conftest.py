"""A translator at the workbench, and what waits there."""

import pytest

from records.models import TranslationState
from tests.back_office import at_work
from tests.factories import CityFactory

from .texts import to_check


@pytest.fixture
def translator(db):
    return at_work("translator")


@pytest.fixture
def names(db):
    """Three cities with proposed Arabic names, in the order in which they are worked on."""
    for name, arabic in [("Anadia", "أناديا"), ("Arak", "أراك"), ("Brest", "بريست")]:
        CityFactory(name_en=name, name_fr=name, name_ar=arabic, name_ar_status="proposed", name_fr_status="same")
    return [state.pk for state in to_check()]


@pytest.fixture
def stale(db):
    city = CityFactory(profile_en="A port.", profile_fr="Un port.", profile_ar="ميناء.", name_fr="Fès", name_ar="فاس")
    city.profile_en = "A large port."
    city.save()
    return TranslationState.objects.get(state="stale", language="fr")
