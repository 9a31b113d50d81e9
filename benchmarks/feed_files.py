"""A large file of monthly figures, and a server on loopback that has it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

HEADING = "adcode,indicator,period,value,low,high,status,source_id,note"
MONTHS = [f"{year}-{month:02d}" for year in range(2022, 2027) for month in range(1, 13)][:50]


def figures(places: list[str], indicators: list[str], source: str, *, edition: int) -> bytes:
    """A row for every place, indicator and month; a later edition changes a row in fifty.

    Series wander by a few thousandths a month, as real ones do, so that nothing is suspicious.
    """
    numbers = random.Random(5)  # noqa: S311  no secret
    lines = [HEADING]
    for place in places:
        for indicator in indicators:
            value = numbers.uniform(4_000, 20_000)
            for month in MONTHS:
                value *= 1 + numbers.uniform(-0.005, 0.005)
                changes = edition * 0.002 if numbers.random() < 0.02 else 0.0
                shown = value * (1 + changes)
                lines.append(f"{place},{indicator},{month},{shown:.2f},,,e,{source},")
    return "\n".join([*lines, ""]).encode()


class FileServer(ThreadingHTTPServer):
    """Gives `content`; to who has it already only that it did not change, if `tells_unchanged`."""

    daemon_threads = True
    content = b""
    tag = ""
    tells_unchanged = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/figures.csv"

    def serve(self, content: bytes) -> None:
        """Give this content from now on."""
        self.content, self.tag = content, f'"{hashlib.sha256(content).hexdigest()[:16]}"'


class _Handler(BaseHTTPRequestHandler):
    server: FileServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Give the file, or 304."""
        server = self.server
        if server.tells_unchanged and self.headers.get("If-None-Match") == server.tag:
            self.send_response(304)
            self.send_header("ETag", server.tag)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/csv; charset=utf-8")
        self.send_header("Content-Length", str(len(server.content)))
        if server.tells_unchanged:
            self.send_header("ETag", server.tag)
        self.end_headers()
        self.wfile.write(server.content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def file_server() -> Iterator[FileServer]:
    """A server on a free port of loopback, for as long as the block lasts."""
    with FileServer(("127.0.0.1", 0), _Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
