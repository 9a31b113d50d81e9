"""A question to exactly the machine that was looked at, over the standard library's connection.

It reads a large body with few and large steps: three times faster than a client that takes the
answer apart in Python.
"""

import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead

import httpx

from advisor.sources.errors import FetchError, PassingError
from advisor.sources.limits import Limits

PORTS = {"http": 80, "https": 443}
STEP = 1 << 18  # bytes read at once, if as many have come


@contextmanager
def asked(
    address: httpx.URL, machines: Sequence[str], headings: Mapping[str, str], limits: Limits
) -> Iterator[HTTPResponse]:
    """The beginning of the answer, from the first of the machines that can be reached.

    Raises FetchError or PassingError, also for what goes wrong within the block.
    """
    with _named_faults(), closing(_connected(address, machines, limits)) as connection:
        connection.putrequest(
            "GET", address.raw_path.decode(), skip_host=True, skip_accept_encoding=True
        )
        for name, value in headings.items():
            connection.putheader(name, value)
        connection.endheaders()
        with closing(connection.getresponse()) as response:
            yield response


def pieces(response: HTTPResponse) -> Iterator[bytes]:
    """The body as it comes. Raises IncompleteRead where it ends too early."""
    while piece := response.read1(STEP):
        yield piece
    if response.length:
        raise IncompleteRead(b"", response.length)


def machine(address: httpx.URL) -> tuple[str, int]:
    """The host and the port of an address."""
    return address.raw_host.decode(), address.port or PORTS[address.scheme]


def _connected(address: httpx.URL, machines: Sequence[str], limits: Limits) -> HTTPConnection:
    """No proxy, and no look-up of its own: each would go past the check of addresses."""
    host, port = machine(address)
    line = _line(machines, port, limits.connect_seconds)
    try:
        if address.scheme == "https":
            line = _trusted().wrap_socket(line, server_hostname=host)
        line.settimeout(limits.silence_seconds)
    except ssl.SSLError as error:
        line.close()
        raise FetchError("certificate", problem=str(error)[:200]) from error
    except BaseException:
        line.close()
        raise
    connection = HTTPConnection(host, port)
    connection.sock = line
    return connection


def _line(machines: Sequence[str], port: int, seconds: float) -> socket.socket:
    for one in machines:
        try:
            return socket.create_connection((one, port), timeout=seconds)
        except TimeoutError:
            if one == machines[-1]:
                raise
        except OSError as error:
            if one == machines[-1]:
                raise PassingError("no_connection") from error
    raise PassingError("no_connection")


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    """The authorities to believe; reading them takes longer than looking at a file."""
    return httpx.create_ssl_context(trust_env=False)


@contextmanager
def _named_faults() -> Iterator[None]:
    """What goes wrong on the way, as a code for staff."""
    try:
        yield
    except TimeoutError as error:
        raise PassingError("timed_out") from error
    except (OSError, HTTPException) as error:  # ended in the middle, or no HTTP at all
        raise PassingError("cut_short") from error
