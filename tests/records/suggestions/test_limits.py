"""How many suggestions may come from one address."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from records.suggestions.limits import MOST_AN_HOUR, may_send


@pytest.fixture(autouse=True)
def _nothing_counted():
    cache.clear()


def sent_from(address, **headers):
    return may_send(RequestFactory().post("/", REMOTE_ADDR=address, headers=headers))


def use_up(address, **headers):
    for _suggestion in range(MOST_AN_HOUR):
        assert sent_from(address, **headers)


def test_five_an_hour_and_each_connection_for_itself():
    use_up("192.0.2.1")
    assert (sent_from("192.0.2.1"), sent_from("192.0.2.2")) == (False, True)


def test_the_addresses_of_one_household_count_together():
    use_up("2001:db8:1:2::3")
    assert (sent_from("2001:db8:1:2:ffff::4"), sent_from("2001:db8:1:3::3")) == (False, True)


def test_an_address_in_the_clothes_of_the_newer_version_counts_as_itself():
    use_up("::ffff:192.0.2.1")
    assert [sent_from(each) for each in ("::ffff:192.0.2.1", "192.0.2.1", "::ffff:192.0.2.2")] == [False, False, True]


def test_without_a_proxy_nobody_is_believed_who_claims_another_address():
    use_up("192.0.2.1")
    assert sent_from("192.0.2.1", x_forwarded_for="192.0.2.9") is False


def test_behind_a_proxy_what_the_proxy_saw_counts(settings):
    settings.BEHIND_PROXY = True
    use_up("10.0.0.1", x_forwarded_for="192.0.2.1")
    assert sent_from("10.0.0.1", x_forwarded_for="198.51.100.7, 192.0.2.1") is False
    assert sent_from("10.0.0.1", x_forwarded_for="192.0.2.2") is True


@pytest.mark.parametrize("address", ["", "unix", "999.1.1.1", "a" * 1000])
def test_what_is_no_address_counts_as_one(address):
    use_up(address)
    assert sent_from(address) is False


def test_the_cache_keeps_no_address():
    sent_from("192.0.2.1")
    assert "192.0.2.1" not in str(cache._cache)
