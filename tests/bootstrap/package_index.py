"""A package index for pip that can be made to wait."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, owner: "PackageIndex", **options: object) -> None:
        self.owner = owner
        super().__init__(*args, directory=str(owner.folder), **options)

    def do_GET(self) -> None:
        self.owner.asked.set()
        self.owner.answers.wait(60)
        if not self.path.startswith("/simple/"):
            super().do_GET()
            return
        name = self.path.strip("/").rpartition("/")[2]
        links = [f'<a href="/{path.name}">{path.name}</a>' for path in self.owner.wheels(name)]
        body = "".join(links).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class PackageIndex:
    """Serves the wheels of a folder; while `answers` is cleared, it hangs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked = threading.Event()
        self.answers = threading.Event()
        self.answers.set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, owner=self))
        self.url = f"http://127.0.0.1:{self._server.server_port}/simple"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.answers.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def hang(self) -> None:
        """Answer nothing more until `go_on`."""
        self.asked.clear()
        self.answers.clear()

    def go_on(self) -> None:
        """Answer."""
        self.answers.set()

    def wheels(self, name: str) -> list[Path]:
        """The wheels of that package."""
        return sorted(self.folder.glob(f"{name}-*.whl"))
