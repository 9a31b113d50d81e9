"""`manage.py make_translations`: bring the catalogue up to date and compile it."""

from typing import Any

from django.core.management.base import BaseCommand

from advisor.web import catalogs


class Command(BaseCommand):
    help = "Brings advisor/locale up to date with code and templates, and compiles it."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        catalogs.write(catalogs.renewed())
        for fault in catalogs.faults():
            self.stdout.write(fault)
