"""A real `manage.py up` in a folder of its own, and what it leaves running."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
# Every setting, which the environment of the tests must not bring into the run.
SETTINGS = re.findall(r"^#([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)


def environment(**given: str) -> dict[str, str]:
    """The environment of somebody who has set nothing but this."""
    foreign = {"DJANGO_SETTINGS_MODULE", *SETTINGS}
    return {name: value for name, value in os.environ.items() if name not in foreign} | given


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class RunOfUp:
    """`up` started, as a context that leaves nothing behind."""

    def __init__(
        self,
        var: Path,
        *words: str,
        root: Path = ROOT,
        python: str = sys.executable,
        **given: str,
    ) -> None:
        self.var = var
        self.port = free_port()
        self.process = subprocess.Popen(
            [python, "manage.py", "up", "--port", str(self.port), *words],
            cwd=root,
            env=environment(VAR_DIR=str(var), **given),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.process.kill()
        self.process.communicate()
        wait_until(lambda: not self.processes())

    def wait_for_address(self) -> str:
        """The address that it prints once it answers."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, (line, self.process.communicate())
        return found[0]

    def wait_for_parts(self) -> None:
        """Wait until the parts behind the web server do their work."""
        worker = self.var / "logs" / "worker.log"
        wait_until(lambda: "ready." in worker.read_text(), seconds=30)

    def end(self, number: int) -> tuple[int, str]:
        """Send it a signal: its exit status and what it said on standard error."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> tuple[int, str]:
        """Wait for its end: its exit status and what it said on standard error."""
        _, err = self.process.communicate(timeout=40)
        assert "Traceback" not in err, err
        return self.process.returncode, err

    def processes(self) -> dict[int, str]:
        """Number and command of every process that works on the folder."""
        return dict(_processes(self.var))

    def kill(self, command: str) -> None:
        """Kill the leader of the part with that command."""
        number = min(number for number, words in self.processes().items() if command in words)
        os.kill(number, signal.SIGKILL)

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page; a redirect is not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()


def _processes(var: Path) -> Iterator[tuple[int, str]]:
    """Those with the folder in their environment; valkey writes over that, but names its socket."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            given = (folder / "environ").read_bytes().split(b"\0")
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
            # A zombie has neither.
            if f"VAR_DIR={var}".encode() in given or command.endswith(f"{var}/redis/redis.sock"):
                yield int(folder.name), command


def wait_until(holds: Callable[[], bool], *, seconds: float = 12) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.05)
