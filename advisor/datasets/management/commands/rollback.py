"""`manage.py rollback DATASET VERSION --reason …`: publish what an earlier version held."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from advisor.datasets import editions
from advisor.datasets.editions import EditionError
from advisor.datasets.models import Version
from advisor.web.first_use import ensure_database


class Command(BaseCommand):
    help = "Publishes a new version of a dataset that holds what an earlier version held."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dataset")
        parser.add_argument("version", help="its number, as `manage.py editions` lists it")
        parser.add_argument("--reason", required=True, help="why")
        parser.add_argument("--language", choices=["en", "zh-hans"], default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_database()
        with translation.override(options["language"]):
            if not options["reason"].strip():
                raise CommandError(_("Say why: the reason must not be empty."))
            version = _version(options["dataset"], options["version"])
            try:
                edition = editions.roll_back(to=version, by=None, why=options["reason"])
            except EditionError as error:
                raise CommandError(str(error)) from error
        self.stdout.write(edition.id)


def _version(dataset: str, number: str) -> Version:
    published = Version.objects.published().filter(dataset=dataset)
    found: Version | None = None
    if number.isdecimal():
        found = published.filter(serial=int(number)).first()
    if found is None:
        known = ", ".join(str(serial) for serial in published.values_list("serial", flat=True))
        raise CommandError(
            _("%(dataset)s has no published version %(number)s; it has: %(known)s.")
            % {"dataset": dataset, "number": number, "known": known or "–"}
        )
    return found
