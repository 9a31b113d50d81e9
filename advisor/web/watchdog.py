"""Stop what `up` started if `up` itself is killed. A process of its own, with nothing imported.

Standard input names process groups, one number a line, and ends with `done` where `up` has stopped
them itself. If it ends without, `up` is gone: the groups are asked to stop, then killed.
"""

import os
import signal
import sys
import time

PATIENCE = 5.0  # seconds between asking and killing


def main() -> None:
    """Read until the other end closes, then clear up."""
    groups = []
    for line in sys.stdin:
        if line.strip() == "done":
            return
        groups.append(int(line))
    clear(groups)


def clear(groups: list[int]) -> None:
    """Ask every group to stop, the last started first, and kill what has not after a while."""
    deadline = time.monotonic() + PATIENCE
    alive = [group for group in reversed(groups) if send(group, signal.SIGTERM)]
    while alive and time.monotonic() < deadline:
        time.sleep(0.05)
        alive = [group for group in alive if send(group, 0)]
    for group in alive:
        send(group, signal.SIGKILL)


def send(group: int, number: int) -> bool:
    """Send a signal to a process group; whether anything of the group is left."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    main()
