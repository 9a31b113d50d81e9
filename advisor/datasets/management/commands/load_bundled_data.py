"""`manage.py load_bundled_data`: take the edition that ships with the product into the database."""

from typing import Any

from django.core.management.base import BaseCommand

from advisor.datasets import bundled_loading
from advisor.datasets.bundled import BundledEdition


class Command(BaseCommand):
    help = "Publish the bundled data, unless it is in force or somebody published newer data."

    def handle(self, *_: Any, **options: Any) -> None:
        loaded = bundled_loading.load(BundledEdition())
        if options["verbosity"] < 2:
            return
        if loaded.edition:
            self.stdout.write(f"published edition {loaded.edition}")
        for version in loaded.waiting:
            self.stdout.write(f"{version.dataset_id}: waits as a draft")
