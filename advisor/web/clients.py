"""Who asks, told apart by a keyed digest of the address, and how often they did."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

BITS_OF_ONE_CLIENT = 64  # of an IPv6 address: whoever has one has all that begin like it


def client_address(request: HttpRequest) -> str:
    """The address that asks, as the nearest trusted proxy tells it; with none, the connection's."""
    forwarded: str = request.headers.get("X-Forwarded-For", "")
    trusted: int = settings.NINJA_NUM_PROXIES
    if not (trusted and forwarded):
        return str(request.META.get("REMOTE_ADDR", ""))
    hops = forwarded.split(",")
    return hops[-min(trusted, len(hops))].strip()


def client_mark(address: str) -> str:
    """A keyed digest by which a client is told from others: the address itself is kept nowhere."""
    digest = salted_hmac("advisor.api.rates", _client(address), algorithm="sha256")
    return str(digest.hexdigest())


def count(key: str, seconds: int) -> int | None:
    """How often this was counted under the key, now included; None where the cache is gone.

    The count is forgotten after so many seconds. It is the cache's own, and so exact under any
    number of processes.
    """
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # the cache is gone, or the window has just ended
        return None


def _client(address: str) -> str:
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if not isinstance(read, IPv6Address):
        return address
    if read.ipv4_mapped:
        return str(read.ipv4_mapped)
    return f"{int(read) >> (128 - BITS_OF_ONE_CLIENT):x}"
