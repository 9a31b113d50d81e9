"""A run that was asked for, done in a process that steps back for others as a worker does."""

import os
import sys

import django

if __name__ == "__main__":
    django.setup()
    from advisor.datasets.tasks import refresh_feed
    from advisor.web.parts import BACKGROUND

    os.nice(BACKGROUND)
    refresh_feed(run_id=int(sys.argv[1]))
