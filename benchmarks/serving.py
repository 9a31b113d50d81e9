"""Bar (e): result pages under gunicorn's sync worker beside the plain page on the same server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.timing import Row, at_least

HOUSEHOLDS = 40
ROUNDS = 5
STARTED_WITHIN = 60.0


class Visitor:
    """Somebody with cookies, on connections of one request, as sync workers serve them."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        """The page there."""
        return self._ask("GET", path)[0]

    def post(self, path: str, data: dict[str, str]) -> str:
        """Where the answer sends on to."""
        token = {"csrfmiddlewaretoken": self.cookies["csrftoken"]}
        return self._ask("POST", path, urlencode(data | token))[1]

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[str, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        text = response.read().decode()
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
        answers = [address_asked(visitor, 4000 + 7 * number) for number in range(HOUSEHOLDS)]
        fresh = per_second(visitor, answers, rounds=1)
        monthly = per_second(
            visitor, [answer.replace("/c/", "/monthly/") for answer in answers], rounds=1
        )
        plain = per_second(visitor, ["/plain/"] * HOUSEHOLDS, rounds=ROUNDS)
        again = per_second(visitor, answers, rounds=ROUNDS)
    note = f"the plain page is served {plain:.0f} times a second by one worker"
    what = "result pages a second over plain pages, a fresh household each, with the years ahead"
    yield at_least("e", what, fresh / plain, 0.4, note)
    what = "the same without the years ahead, which bar (e) was set for"
    yield at_least("e", what, monthly / plain, 0.4)
    yield at_least("e", "result pages a second over plain pages, opened again", again / plain, 1)


def address_asked(visitor: Visitor, gross: int) -> str:
    """The address of the answer for this pay; nothing is worked out before it is opened."""
    question = {"home": "辽源", "gross": str(gross), "kind": "owner", "flat": "one_bed"}
    address = visitor.post("/check/", question)
    if not re.fullmatch(r"/c/[\w-]{22}/", address):
        raise RuntimeError(f"no answer was made: {address}")
    return address


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
