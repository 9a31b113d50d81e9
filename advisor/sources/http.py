"""The one HTTP client: bounded, polite, conditional, and kept out of the own network."""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import lru_cache

import httpx

from advisor.sources import answers
from advisor.sources.addresses import Network, reachable_addresses
from advisor.sources.bodies import body
from advisor.sources.errors import FetchError, PassingError
from advisor.sources.limits import Limits

PORTS = {"http": 80, "https": 443}


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
    address = first = _parsed(request.address)
    seen = {str(first)}
    with _client(request.limits) as client:
        while True:
            # What staff typed may be inside; what an answer leads to may not.
            allowed = request.allowed if _machine(address) == _machine(first) else ()
            conditions = _conditions(request) if address == first else {}
            with (
                request.turn(address.netloc.decode()),
                _asked(client, request, address, allowed, conditions) as response,
            ):
                if response.status_code not in answers.REDIRECTS:
                    return _answer(request, response, address, deadline)
                address = _next(response, address, seen, request.limits.redirects)


def _client(limits: Limits) -> httpx.Client:
    """No proxy and no redirect of its own: each would go past the check of addresses."""
    pauses = httpx.Timeout(limits.silence_seconds, connect=limits.connect_seconds)
    return httpx.Client(timeout=pauses, trust_env=False, follow_redirects=False, verify=_trusted())


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    """The authorities to believe; reading them takes longer than looking at a file."""
    return httpx.create_ssl_context(trust_env=False)


@contextmanager
def _asked(
    client: httpx.Client,
    request: Request,
    address: httpx.URL,
    allowed: tuple[Network, ...],
    conditions: dict[str, str],
) -> Iterator[httpx.Response]:
    """The beginning of the answer, from the first of the host's addresses that can be reached."""
    headings = {
        "Host": address.netloc.decode(),
        "User-Agent": request.user_agent,
        "Accept-Encoding": "gzip",
        **conditions,
    }
    with _named_faults():
        for machine in (found := reachable_addresses(*_machine(address), allowed=allowed)):
            question = httpx.Request(
                "GET",
                address.copy_with(host=machine),
                headers=headings,
                extensions={"sni_hostname": address.host},
            )
            try:
                response = client.send(question, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if machine == found[-1]:
                    raise
                continue
            with closing(response):
                yield response
            return


@contextmanager
def _named_faults() -> Iterator[None]:
    """What goes wrong on the way, as a code for staff."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise PassingError("timed_out") from error
    except httpx.ConnectError as error:
        if isinstance(error.__cause__ and error.__cause__.__context__, ssl.SSLError) or (
            "certificate" in str(error).casefold()
        ):
            raise FetchError("certificate", problem=str(error)[:200]) from error
        raise PassingError("no_connection") from error
    except httpx.TransportError as error:  # ended in the middle, or no HTTP at all
        raise PassingError("cut_short") from error


def _answer(
    request: Request, response: httpx.Response, address: httpx.URL, deadline: float
) -> Answer:
    headings = response.headers
    asked = bool(_conditions(request))
    content: bytes | None = None
    if not (asked and response.status_code == answers.NOT_MODIFIED):
        if fault := answers.status_fault(response.status_code, headings):
            raise fault
        answers.check_content_type(headings.get("content-type", ""), request.form)
        if int(headings.get("content-length") or 0) > request.limits.size:
            raise FetchError("too_large", most=request.limits.size)
        content = body(
            response.iter_raw(),
            packing=headings.get("content-encoding", "").strip().casefold(),
            most=request.limits.size,
            deadline=deadline,
            progress=request.progress,
        )
    return Answer(
        content=content,
        address=str(address),
        status=response.status_code,
        content_type=headings.get("content-type", "")[:120],
        etag=headings.get("etag", "")[:200],
        last_modified=headings.get("last-modified", "")[:60],
    )


def _conditions(request: Request) -> dict[str, str]:
    given = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    return {name: value for name, value in given.items() if value}


def _next(response: httpx.Response, address: httpx.URL, seen: set[str], most: int) -> httpx.URL:
    """Where a redirect leads. Raises FetchError for a circle, or too long a way."""
    following = _parsed(response.headers.get("location", ""), base=address)
    if str(following) in seen:
        raise FetchError("redirect_loop", address=str(following)[:200])
    if len(seen) > most:
        raise FetchError("too_many_redirects", most=most)
    if address.scheme == "https" and following.scheme == "http":
        raise FetchError("insecure_redirect", address=str(following)[:200])
    seen.add(str(following))
    return following


def _parsed(text: str, base: httpx.URL | None = None) -> httpx.URL:
    """The address. Raises FetchError for one that is not of the web, or holds a password."""
    try:
        address = base.join(text) if base else httpx.URL(text)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchError("bad_address", address=text[:200]) from error
    if address.scheme not in PORTS or not address.host or address.userinfo:
        raise FetchError("bad_address", address=text[:200])
    return address.copy_with(fragment=None)


def _machine(address: httpx.URL) -> tuple[str, int]:
    return address.host, address.port or PORTS[address.scheme]
