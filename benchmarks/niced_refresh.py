"""Runs whose numbers come in, done in a process that steps back for others as a worker does."""

import os
import sys

import django

if __name__ == "__main__":
    django.setup()
    from advisor.datasets.refreshing import taking_in  # noqa: F401  as in a worker that did one
    from advisor.datasets.tasks import refresh_feed
    from advisor.web.parts import BACKGROUND

    os.nice(BACKGROUND)
    print("stands", flush=True)  # noqa: T201  for who waits
    for line in sys.stdin:
        refresh_feed(run_id=int(line))
