"""`python3 manage.py up`: everything on this machine, until Ctrl-C.

This process imports no Django: it starts the parts, watches them and stops them. The web server
prepares the database and the static files before it serves; the parts that work behind it start
once it answers.
"""

import argparse
import os
import sys

from advisor.environment import VAR
from advisor.web import demo_staff, parts, readiness
from advisor.web.supervisor import PartDiedError, Supervisor

INTERRUPTED = 130


def main(words: list[str]) -> None:
    """Run with these words of the command line; ends the process with its status."""
    try:
        _up(_words(words))
    except readiness.CantStartError as error:
        sys.exit(str(error))


def _words(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py up", description="Start Quliu until Ctrl-C.")
    parser.add_argument(
        *("--port", "-p"),
        type=int,
        default=os.environ.get("PORT") or "8000",
        help="port on 127.0.0.1 (default: PORT, else 8000)",
    )
    parser.add_argument(
        "--demo-staff",
        action="store_true",
        help=f"admit `{demo_staff.ADDRESS}` to /admin/ and print a new password; not on a server",
    )
    return parser.parse_args(words)


def _up(words: argparse.Namespace) -> None:
    if words.demo_staff:
        demo_staff.refuse_elsewhere()
    with readiness.only_one(VAR, words.port) as lock:
        readiness.refuse_taken(words.port)
        run = parts.Run(
            port=words.port,
            redis_socket=parts.redis_socket(),
            demo_password=demo_staff.new_password() if words.demo_staff else "",
        )
        with Supervisor(logs=VAR / "logs", lock=lock) as running:
            sys.exit(_run(running, run))


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
        _show(run)
        while not running.wait():
            pass
    except PartDiedError as error:
        if str(error):
            _say(str(error))
        return 1
    _say("Stopping …")
    return 0


def _show(run: parts.Run) -> None:
    print(f"Quliu is at http://127.0.0.1:{run.port}/ (Ctrl-C stops it)", flush=True)  # noqa: T201
    if run.demo_password:
        print(demo_staff.invitation(run.port, run.demo_password), flush=True)  # noqa: T201


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
