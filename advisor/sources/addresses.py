"""Which machines a source may be on: none of our own network, unless a setting allows it.

A name is resolved here, every address it has is looked at, and the connection goes to exactly the
address that was looked at, so that a name can't lead elsewhere a moment later.
"""

import socket
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from advisor.sources.errors import FetchError, PassingError

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address
TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address in its last 32 bits


@lru_cache(maxsize=8)
def networks(texts: tuple[str, ...]) -> tuple[Network, ...]:
    """The networks that a setting names, such as `127.0.0.0/8`."""
    return tuple(ip_network(text) for text in texts)


def reachable_addresses(
    host: str, port: int, *, allowed: Sequence[Network] = ()
) -> tuple[str, ...]:
    """The addresses of the host to connect to, one after the other until one answers.

    Raises FetchError where one of them is of the own network, PassingError for an unknown name.
    """
    addresses = _resolved(host, port)
    for address in addresses:
        if not is_public(address) and not _is_within(address, allowed):
            raise FetchError("own_network", host=host, address=str(address))
    return tuple(map(str, addresses))


def is_public(address: Address) -> bool:
    """Whether the address, and one that it carries inside, belongs to the public internet."""
    inside = [address]
    if isinstance(address, IPv6Address):
        carried = [address.ipv4_mapped, address.sixtofour]
        if address in TRANSLATED:
            carried.append(IPv4Address(int(address) & 0xFFFF_FFFF))
        inside += [one for one in carried if one is not None]
        if address.ipv4_mapped is not None:
            inside.remove(address)
    return all(one.is_global and not one.is_multicast for one in inside)


def _is_within(address: Address, allowed: Sequence[Network]) -> bool:
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return any((mapped or address) in network for network in allowed)


def _resolved(host: str, port: int) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise PassingError("unknown_host", host=host) from error
    texts = dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found)
    return [ip_address(text) for text in texts]
