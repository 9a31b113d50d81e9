"""An HTTP server on loopback that answers exactly as a test says, however wrong that is."""

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

Answering = Callable[["Asked", socket.socket], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a client sent: the path with its query, and the headings in lower case."""

    path: str
    headings: dict[str, str]


@dataclass
class Server:
    """Its address, what it answers at each path, and what it was asked so far."""

    address: str
    answers: dict[str, Answering] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"{self.address}{path}"

    def serve(self, path: str, answering: Answering | bytes, **headings: str) -> str:
        """Answer at that path from now on; return its address."""
        self.answers[path] = (
            page(answering, **headings) if isinstance(answering, bytes) else answering
        )
        return self.url(path)


def page(content: bytes, *, status: str = "200 OK", **headings: str) -> Answering:
    """An answer as it should be. Headings are given as `content_type="text/csv"`."""
    given = {"content_type": "text/csv", "content_length": str(len(content))} | headings
    lines = [f"HTTP/1.1 {status}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in given.items() if value]

    def answer(asked: Asked, connection: socket.socket) -> None:
        connection.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode() + content)

    return answer


def redirect(to: str) -> Answering:
    return page(b"", status="302 Found", location=to, content_type="")


@contextmanager
def running() -> Iterator[Server]:
    """Serve until the block ends."""
    server = Server("")

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            _handle(self.request, server)

    with _Threads(("127.0.0.1", 0), Handler) as threads:
        server.address = f"http://127.0.0.1:{threads.server_address[1]}"
        thread = threading.Thread(target=threads.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        threads.shutdown()
        thread.join()


class _Threads(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no fault here."""


def _handle(connection: socket.socket, server: Server) -> None:
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65536)
        if not piece:
            return
        received += piece
    first, *lines = received.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headings = {name.casefold(): value for name, _, value in (one.partition(": ") for one in lines)}
    asked = Asked(first.split()[1], headings)
    server.asked.append(asked)
    with suppress(OSError):
        missing = page(b"", status="404 Not Found")
        server.answers.get(asked.path.partition("?")[0], missing)(asked, connection)
