#!/usr/bin/env python3
"""The command line: makes the environment on first use, then runs Django's commands in it."""

import os
import sys


def main() -> None:
    if sys.version_info < (3, 8):
        sys.exit("Start Quliu with Python 3.8 or later, for example: python3 manage.py up")
    from advisor import bootstrap

    bootstrap.enter(sys.argv)
    if sys.argv[1:2] == ["up"]:
        from advisor.web import up

        up.main(sys.argv[2:])
    run_django()


def run_django() -> None:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Wrong settings: {error}")
    except KeyboardInterrupt:
        sys.exit("Stopped.")


if __name__ == "__main__":
    main()
