"""`manage.py editions`: the published editions, newest first, with the version of each dataset."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from advisor.datasets.models import Edition
from advisor.web.first_use import ensure_database


class Command(BaseCommand):
    help = "Lists the editions, newest first. A version's number is what `rollback` takes."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_database()
        listed = [_listed(edition) for edition in _editions()]
        if options["json"]:
            self.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1))
            return
        for one in listed:
            versions = " ".join(f"{name}:{number}" for name, number in one["versions"].items())
            self.stdout.write(f"{one['id']}  {one['published_at']}  {versions}")


def _editions() -> list[Edition]:
    return list(Edition.objects.order_by("-published_at").prefetch_related("members__version"))


def _listed(edition: Edition) -> dict[str, Any]:
    members = sorted(edition.members.all(), key=lambda member: member.dataset_id)
    return {
        "id": edition.id,
        "published_at": edition.published_at.isoformat(),
        "versions": {member.dataset_id: str(member.version.serial) for member in members},
    }
