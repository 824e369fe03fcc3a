"""Nobody outside learns of what not everybody may see: not a word of it, and nothing that would be another without it.

The addresses come from the table of contents of the site, the records from the models: an address, a filter or a kind
of record that nobody thought of here makes these tests fail.
"""

import pytest

from tests.one_of_everything import one_of_everything
from tests.support.confidential import keep_back
from tests.support.marks import STEM, told
from tests.support.public_addresses import LANGUAGES, addresses, in_language
from tests.support.reading import read


@pytest.fixture
def registry(db):
    one_of_everything(*LANGUAGES)


def leaks(answers):
    """{address: the fields of which its answer tells}; what the reader typed stands in the page again."""
    found = {page: told(" ".join(map(str, answer))) - told(page) for page, answer in answers.items()}
    return {page: fields for page, fields in found.items() if fields}


def test_every_public_address_answers_as_if_nothing_were_kept_back(client, registry):
    pages = [in_language(address, "en") for address in addresses()]
    before = {page: read(client, page) for page in pages}
    assert [page for page, answer in before.items() if answer[0] >= 500] == []
    assert [answer[0] for answer in before.values()].count(200) > 100
    keep_back()
    after = {page: read(client, page) for page in pages}
    assert [page for page in pages if after[page] != before[page]] == []
    assert leaks(after) == {}


def test_no_public_address_tells_a_word_in_another_language(client, registry):
    keep_back()
    asked = [address for address in addresses() if "?" not in address or f"q={STEM}" in address]
    pages = [in_language(address, language) for address in asked for language in ("fr", "ar")]
    assert leaks({page: read(client, page) for page in pages}) == {}
