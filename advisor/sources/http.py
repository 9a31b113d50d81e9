"""The one HTTP client: bounded, polite, conditional, and kept out of the own network."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import lru_cache
from http.client import HTTPResponse

import httpx

from advisor.sources import answers
from advisor.sources.addresses import Network, reachable_addresses
from advisor.sources.bodies import body
from advisor.sources.connections import PORTS, asked, machine, pieces
from advisor.sources.errors import FetchError
from advisor.sources.limits import Limits


def _quietly(_: int) -> None:
    """Progress that nobody watches."""


def _at_once(_: str) -> AbstractContextManager[None]:
    """A host that nobody else asks."""
    return nullcontext()


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What to fetch, in which format, and what was known of it before.

    `turn` waits until nobody else asks the host; `progress` hears how many bytes have come,
    `again` the number of the attempt that failed.
    """

    address: str
    form: str
    user_agent: str
    etag: str = ""
    last_modified: str = ""
    allowed: tuple[Network, ...] = ()
    limits: Limits = field(default_factory=Limits)
    turn: Callable[[str], AbstractContextManager[None]] = _at_once
    progress: Callable[[int], None] = _quietly
    again: Callable[[int], None] = _quietly


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What came; `content` is None where nothing changed since. `address` is the last of all."""

    content: bytes | None
    address: str
    status: int
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""


def fetched_once(request: Request) -> Answer:
    """The answer to one attempt. Raises FetchError, or PassingError for what may pass."""
    deadline = time.monotonic() + request.limits.total_seconds
    address = first = _typed(request.address)
    seen = {str(first)}
    while True:
        # What staff typed may be inside; what an answer leads to may not.
        allowed = request.allowed if machine(address) == machine(first) else ()
        machines = reachable_addresses(*machine(address), allowed=allowed)
        headings = _headings(request, address, is_first=address == first)
        with (
            request.turn(address.netloc.decode()),
            asked(address, machines, headings, request.limits) as response,
        ):
            if response.status not in answers.REDIRECTS:
                return _answer(request, response, address, deadline)
            address = _next(response, address, seen, request.limits.redirects)


def _headings(request: Request, address: httpx.URL, *, is_first: bool) -> dict[str, str]:
    conditions = _conditions(request) if is_first else {}
    return {
        "Host": address.netloc.decode(),
        "User-Agent": request.user_agent,
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **conditions,
    }


def _answer(
    request: Request, response: HTTPResponse, address: httpx.URL, deadline: float
) -> Answer:
    headings = response.headers
    content: bytes | None = None
    if not (_conditions(request) and response.status == answers.NOT_MODIFIED):
        if fault := answers.status_fault(response.status, headings):
            raise fault
        answers.check_content_type(headings.get("content-type", ""), request.form)
        if (response.length or 0) > request.limits.size:
            raise FetchError("too_large", most=request.limits.size)
        content = body(
            pieces(response),
            packing=headings.get("content-encoding", "").strip().casefold(),
            most=request.limits.size,
            deadline=deadline,
            progress=request.progress,
        )
    return Answer(
        content=content,
        address=str(address),
        status=response.status,
        content_type=_told(response, "content-type")[:120],
        etag=_told(response, "etag")[:200],
        last_modified=_told(response, "last-modified")[:60],
    )


def _told(response: HTTPResponse, heading: str) -> str:
    """The heading, on one line."""
    return " ".join(response.headers.get(heading, "").split())


def _conditions(request: Request) -> dict[str, str]:
    given = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    return {name: value for name, value in given.items() if value}


def _next(response: HTTPResponse, address: httpx.URL, seen: set[str], most: int) -> httpx.URL:
    """Where a redirect leads. Raises FetchError for a circle, or too long a way."""
    # More than ASCII is not allowed there, but common, and then UTF-8.
    target = _told(response, "location").encode("latin-1").decode(errors="replace")
    following = _parsed(target, base=address)
    if str(following) in seen:
        raise FetchError("redirect_loop", address=str(following)[:200])
    if len(seen) > most:
        raise FetchError("too_many_redirects", most=most)
    if address.scheme == "https" and following.scheme == "http":
        raise FetchError("insecure_redirect", address=str(following)[:200])
    seen.add(str(following))
    return following


@lru_cache(maxsize=256)
def _typed(text: str) -> httpx.URL:
    return _parsed(text)


def _parsed(text: str, base: httpx.URL | None = None) -> httpx.URL:
    """The address. Raises FetchError for one that is not of the web, or holds a password."""
    try:
        address = base.join(text) if base else httpx.URL(text)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchError("bad_address", address=text[:200]) from error
    if address.scheme not in PORTS or not address.host or address.userinfo:
        raise FetchError("bad_address", address=text[:200])
    return address.copy_with(fragment=None)
