"""Who may not see a kind of record learns neither its words nor its numbers anywhere in the back office.

The addresses come from its table of contents and from what its pages declare, the records from the models: an address
or a kind of record that nobody thought of here makes this test fail.
"""

import pytest

from gnlc.roles import ROLES
from records.visibility import may_be_public
from tests.back_office import at_work
from tests.one_of_everything import one_of_everything
from tests.support.confidential import KEPT_BACK, keep_back
from tests.support.marks import told
from tests.support.reading import read
from tests.support.staff_addresses import addresses

NO_RECORD = 999_999


def closed_to(role):
    """The kinds of record that the role may not see. What has no permissions is seen with something else."""
    allowed = {model for models in ROLES[role].values() for model in models}
    kinds = [model for model in KEPT_BACK if model._meta.default_permissions and not may_be_public(model)]
    return [model for model in kinds if model not in allowed]


def last_key(model):
    return model._base_manager.order_by("pk").values_list("pk", flat=True).last()


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_who_may_not_see_a_record_finds_every_page_as_it_would_be_without_it(db, role):
    one_of_everything("en", "fr", "ar")
    closed = closed_to(role)
    keep_back(*(model for model in KEPT_BACK if model not in closed))
    client = at_work(role)
    pages = addresses(lambda model: NO_RECORD if model in closed else last_key(model))
    before = {page: read(client, page) for page in pages}
    assert [page for page, answer in before.items() if answer[0] >= 500] == []
    assert [answer[0] for answer in before.values()].count(200) > 100

    keep_back(*closed)
    after = {page: read(client, page) for page in pages}
    assert [page for page in pages if after[page] != before[page]] == []

    asked_for = addresses(last_key)
    after |= {page: read(client, page) for page in asked_for if page not in after}
    there_or_not = [(page, after[page][0], after[other][0]) for page, other in zip(asked_for, pages, strict=True)]
    assert [each for each in there_or_not if each[1] != each[2]] == []

    labels = {model._meta.label for model in closed}
    told_of = {page: {name.rpartition(".")[0] for name in told(answer[2])} for page, answer in after.items()}
    assert {page: names & labels for page, names in told_of.items() if names & labels} == {}
