"""`python3 manage.py up`: everything on this machine, until Ctrl-C.

This process imports no Django: it starts the parts, watches them and stops them. The web server
prepares the database and the static files before it serves; the parts that work behind it start
once it answers.
"""

import argparse
import os
import sys

from advisor.environment import VAR
from advisor.web import parts, readiness
from advisor.web.supervisor import PartDiedError, Supervisor

INTERRUPTED = 130


def main(words: list[str]) -> None:
    """Run with these words of the command line; ends the process with its status."""
    try:
        _up(_port(words))
    except readiness.CantStartError as error:
        sys.exit(str(error))


def _port(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="manage.py up", description="Start Quliu until Ctrl-C.")
    parser.add_argument(
        *("--port", "-p"),
        type=int,
        default=os.environ.get("PORT") or "8000",
        help="port on 127.0.0.1 (default: PORT, else 8000)",
    )
    port: int = parser.parse_args(words).port
    return port


def _up(port: int) -> None:
    with readiness.only_one(VAR, port) as lock:
        readiness.refuse_taken(port)
        socket = parts.redis_socket()
        with Supervisor(logs=VAR / "logs", lock=lock) as running:
            sys.exit(_run(running, parts.Run(port=port, redis_socket=socket)))


def _run(running: Supervisor, run: parts.Run) -> int:
    """The exit status: 0 where a signal ended it, else that of the part that died."""
    try:
        for part in parts.before(run):
            running.start(part)
        if readiness.wait_for_answer(run.port, running.wait):
            _say("Stopped before everything was ready: the next start takes it up again.")
            return INTERRUPTED
        for part in parts.behind(run):
            running.start(part)
        print(f"Quliu is at http://127.0.0.1:{run.port}/ (Ctrl-C stops it)", flush=True)  # noqa: T201
        while not running.wait():
            pass
    except PartDiedError as error:
        if str(error):
            _say(str(error))
        return 1
    _say("Stopping …")
    return 0


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
