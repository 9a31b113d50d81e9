"""Bar (e): result pages under gunicorn's sync worker beside the plain page on the same server."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode

from benchmarks.timing import Row, at_least

HOUSEHOLDS = 40
ROUNDS = 5
PLAIN = ["/plain/"] * HOUSEHOLDS
BROWSER = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",
    "Accept-Language": "zh-CN,zh;q=0.9",
}
STARTED_WITHIN = 60.0


class Visitor:
    """Somebody with cookies, on connections of one request, as sync workers serve them."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        """The page there."""
        return self._ask("GET", path)[0]

    def get_part(self, path: str, target: str) -> str:
        """The part there, asked for as htmx asks to fill that element."""
        return self._ask("GET", path, headers={"HX-Request": "true", "HX-Target": target})[0]

    def post(self, path: str, data: dict[str, str]) -> str:
        """Where the answer sends on to."""
        token = {"csrfmiddlewaretoken": self.cookies["csrftoken"]}
        return self._ask("POST", path, urlencode(data | token))[1]

    def _ask(
        self,
        method: str,
        path: str,
        body: str | None = None,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[str, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {**BROWSER, **headers, "Cookie": cookies}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        sent = response.read()
        is_packed = response.headers.get("Content-Encoding") == "gzip"
        text = (gzip.decompress(sent) if is_packed else sent).decode()
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        if response.status >= 400:
            raise RuntimeError(f"{method} {path} was answered with {response.status}")
        return text, response.headers.get("Location", "")


def rows(folder: Path, port: int) -> Iterator[Row]:
    """The rows of (e); `folder` holds the database."""
    with served(folder, port):
        visitor = Visitor(port)
        first = visitor.get("/check/")
        if "csrfmiddlewaretoken" not in first:
            raise RuntimeError("the quick check is not there")
        per_second(visitor, [address_asked(visitor, 3000)], rounds=1)  # what any process does once
        plain = fresh = 0.0
        for answers in households(visitor):
            plain = max(plain, per_second(visitor, PLAIN, rounds=1))
            fresh = max(fresh, per_second(visitor, answers, rounds=1))
        ahead = parts_per_second(visitor, [f"{one}ahead/" for one in answers], "div#ahead")
        city = [f"{one}city/110000/" for one in answers]
        opened = parts_per_second(visitor, city, "div#destination-110000")
        whole = per_second(visitor, [f"{one}whole/" for one in answers], rounds=1)
        again = per_second(visitor, answers, rounds=ROUNDS)
        pages = [visitor.get(answers[0]), visitor.get(f"{answers[0]}whole/")]
    first, all_of_it = (len(gzip.compress(page.encode())) / 1000 for page in pages)
    note = f"the plain page is served {plain:.0f} times a second by one worker"
    what = "result pages a second over plain pages, a fresh household each"
    yield at_least("e", what, fresh / plain, 0.4, note)
    yield at_least("e", "the same pages, opened again, with the years ahead", again / plain, 1)
    note = "no bar of (e), as have none the next: what a browser asks for after the page"
    yield Row(bar="e", what="then: the years ahead, parts a second", ratio=ahead / plain, note=note)
    yield Row(bar="e", what="then: a destination opened, parts a second", ratio=opened / plain)
    note = f"{all_of_it:.1f} kB compressed; the first page, once opened again, {first:.1f} kB"
    yield Row(bar="e", what="the whole answer on one page", ratio=whole / plain, note=note)
    both = 1 / (1 / fresh + 1 / ahead)
    yield Row(bar="e", what="fresh page and years ahead together, a second", ratio=both / plain)


def households(visitor: Visitor) -> Iterator[list[str]]:
    """Of each round the addresses of answers that were never opened."""
    for number in range(ROUNDS):
        pays = range(4000 + number, 4000 + 7 * HOUSEHOLDS + number, 7)
        yield [address_asked(visitor, pay) for pay in pays]


def address_asked(visitor: Visitor, gross: int) -> str:
    """The address of the answer for this pay; nothing is worked out before it is opened."""
    question = {"home": "辽源", "gross": str(gross), "kind": "owner", "flat": "one_bed"}
    address = visitor.post("/check/", question)
    if not re.fullmatch(r"/c/[\w-]{22}/", address):
        raise RuntimeError(f"no answer was made: {address}")
    return address


def parts_per_second(visitor: Visitor, addresses: Sequence[str], target: str) -> float:
    """Parts a second, each asked for once."""
    start = time.perf_counter()
    for address in addresses:
        visitor.get_part(address, target)
    return len(addresses) / (time.perf_counter() - start)


def per_second(visitor: Visitor, addresses: Sequence[str], *, rounds: int) -> float:
    """Pages a second, of the fastest round."""
    fastest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for address in addresses:
            visitor.get(address)
        fastest = min(fastest, time.perf_counter() - start)
    return len(addresses) / fastest


@contextmanager
def served(folder: Path, port: int) -> Iterator[None]:
    """gunicorn with the product's settings, one worker, and the plain page beside the others."""
    environment = os.environ | {
        "VAR_DIR": str(folder), "WEB_CONCURRENCY": "1", "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    }  # fmt: skip
    command = [sys.executable, "-m", "gunicorn", "--config", "python:advisor.gunicorn"]
    with (folder / "gunicorn.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603
            [*command, "advisor.wsgi"], env=environment, stdout=log, stderr=log
        )
        try:
            _wait_for(port, process)
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            Visitor(port).get("/healthz")
        except (OSError, RuntimeError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("gunicorn did not start; see gunicorn.log")
