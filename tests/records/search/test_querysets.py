"""Which texts hold the words that somebody looks for."""

import pytest

from cities.models import Source
from tests.factories import SourceFactory


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("relearn", True),
        ("RELEARNING CIT", True),
        ("cities relearning", True),
        ("learning", False),
        ("ities", False),
        ("relearning towns", False),
        ("مدن", True),
        ("المدن", True),
        ("دن", False),
    ],
)
def test_each_word_that_is_asked_for_begins_a_word_of_the_text(db, asked, is_found):
    source = SourceFactory(title="Relearning cities المدن", publisher="")
    assert list(Source.objects.mentioning(asked)) == [source] * is_found
