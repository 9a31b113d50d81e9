"""`manage.py refresh [SOURCE…] [--wait]`: ask for refreshes by hand."""

import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from advisor.datasets import runs
from advisor.datasets.models import Feed, RefreshRun
from advisor.datasets.outcomes import SETTLED
from advisor.datasets.wording.sentences import sentence
from advisor.web.first_use import ensure_database

POLL = 0.2


class Command(BaseCommand):
    help = (
        "Asks for a refresh of the named feeds (by name, or of a source), or of all. A worker does "
        "it: `up` runs one. With --wait: says how each went; exit 1 where one failed."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", nargs="*", help="a feed's name, or a source's id")
        parser.add_argument("--wait", action="store_true", help="until all have ended")
        parser.add_argument("--patience", type=float, default=900, help="seconds to wait")
        parser.add_argument("--language", choices=["en", "zh-hans"], default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_database()
        with translation.override(options["language"]):
            asked = [runs.ask(feed) for feed in _feeds(options["source"])]
            if not options["wait"]:
                for run in asked:
                    self.stdout.write(_("%(feed)s: asked for.") % {"feed": run.feed})
                return
            ended = [self._awaited(run, options["patience"]) for run in asked]
        if not all(run.outcome in SETTLED for run in ended):
            sys.exit(1)

    def _awaited(self, run: RefreshRun, patience: float) -> RefreshRun:
        deadline = time.monotonic() + patience
        while run.finished_at is None and time.monotonic() < deadline:
            time.sleep(POLL)
            run.refresh_from_db()
        if run.finished_at is None:
            said = _("not ended yet: does a worker run?")
        else:
            said = sentence(run.outcome, run.params)
        self.stdout.write(f"{run.feed}: {said}")
        return run


def _feeds(names: list[str]) -> list[Feed]:
    with_address = Feed.objects.exclude(address="")
    if not names:
        return list(with_address.filter(enabled=True))
    found: list[Feed] = []
    for name in names:
        named = list(with_address.filter(Q(name=name) | Q(source_id=name)))
        if not named:
            known = ", ".join(with_address.values_list("name", flat=True))
            raise CommandError(
                _("There is no feed “%(name)s” with an address; there are: %(known)s.")
                % {"name": name, "known": known or "–"}
            )
        found += named
    return list(dict.fromkeys(found))
