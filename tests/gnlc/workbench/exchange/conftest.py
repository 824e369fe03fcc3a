"""A translator, and the campaign of which the files of tools speak."""

import pytest

from tests.back_office import at_work
from tests.factories import CampaignFactory


@pytest.fixture
def translator(db):
    return at_work("translator")


@pytest.fixture
def campaign(db):
    summary = (
        "The tag goes with the lifelong learner campaign and says that the right to education holds at every age."
    )
    return CampaignFactory(pk=7, name_en="Right to Education", summary_en=summary, name_fr="", summary_fr="")
