"""A server that listens on a Unix socket, reached over TCP as from another host."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def forwarded(unix_socket: Path) -> Iterator[int]:
    """The port on loopback that leads to that socket until the block ends."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.socket(socket.AF_UNIX) as inside:
                inside.connect(str(unix_socket))
                back = threading.Thread(target=_pass_on, args=(inside, self.request), daemon=True)
                back.start()
                _pass_on(self.request, inside)
                back.join()

    with _Threads(("127.0.0.1", 0), Handler) as threads:
        thread = threading.Thread(target=threads.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield threads.server_address[1]
        threads.shutdown()
        thread.join()


class _Threads(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    """Pass on what comes until one side ends."""
    with suppress(OSError):
        while piece := source.recv(65_536):
            target.sendall(piece)
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
