"""`manage.py check_translations`: fails where a text is untranslated, fuzzy or not compiled."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from advisor.web import catalogs


class Command(BaseCommand):
    help = "Fails where a text is missing, untranslated, fuzzy, or the .mo file is out of date."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(catalogs.faults())
        for fault in found:
            self.stderr.write(fault)
        if found:
            sys.exit(1)
