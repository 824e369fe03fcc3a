"""How many suggestions may come from one address of the internet. The database knows nothing of it."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

MOST_AN_HOUR = 5
HOUR = 3600
OF_ONE_HOUSEHOLD = {4: 32, 6: 64}  # bits of an address of each version that belong to one connection


def may_send(request):
    """Count one more suggestion from where the request comes from; false where they are too many within the hour.

    What is counted is a digest, in the cache of the process.
    """
    key = f"suggestions-{salted_hmac('records.suggestions', _network(request)).hexdigest()}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) <= MOST_AN_HOUR
    except ValueError:  # forgotten since the line before
        return True


def _network(request):
    """What a household's addresses have in common; behind a proxy, of the address that the proxy itself saw."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", address).rsplit(",", 1)[-1].strip()
    try:
        address = ip_address(address)
        # An address of version 4 may come in the clothes of version 6.
        network = ip_network(getattr(address, "ipv4_mapped", None) or address)
    except ValueError:
        return address
    return str(network.supernet(new_prefix=OF_ONE_HOUSEHOLD[network.version]))
