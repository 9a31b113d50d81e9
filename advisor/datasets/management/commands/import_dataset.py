"""`manage.py import_dataset DATASET FILE`: examine a tidy CSV file, keep it as a draft, publish."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from advisor.datasets import import_report, tasks
from advisor.datasets.drafting import Making
from advisor.datasets.import_report import BLOCKED, NOT_READABLE
from advisor.datasets.importing import Imported, examined, imported
from advisor.datasets.models import Dataset, DatasetKind, Origin
from advisor.datasets.unreadable import UnreadableError
from advisor.datasets.wording.sentences import sentence
from advisor.web.first_use import ensure_database

LARGEST = 100_000_000  # bytes


class Command(BaseCommand):
    help = (
        "Reads a tidy CSV file into a dataset. Exit 0: publishable; 1: blocked by what was found; "
        "2: not readable as such a file. Rows count as in a spreadsheet: the headings are row 1."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dataset", help="as in the column dataset of indicators.csv")
        parser.add_argument("file", help="CSV with the columns of the tidy form; - reads stdin")
        parser.add_argument("--dry-run", action="store_true", help="examine only, write nothing")
        parser.add_argument(
            "--publish", action="store_true", help="publish if nothing stands against it"
        )
        parser.add_argument("--reason", default="", help="why; needed to publish despite warnings")
        parser.add_argument("--whole", action="store_true", help="figures not in the file are gone")
        parser.add_argument("--json", action="store_true", help="print one JSON document")
        parser.add_argument("--language", choices=["en", "zh-hans"], default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_database()
        with translation.override(options["language"]):
            try:
                outcome = _outcome(options)
            except UnreadableError as error:
                self._print(import_report.unreadable(error.code, error.params), options)
                sys.exit(NOT_READABLE)
            self._print(import_report.report(outcome), options)
            if options["publish"] and outcome.examination.is_publishable and not outcome.edition:
                self.stderr.write(sentence("reason_needed"))
        if not outcome.examination.is_publishable:
            sys.exit(BLOCKED)

    def _print(self, document: dict[str, Any], options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(import_report.lines(document)))


def _outcome(options: dict[str, Any]) -> Imported:
    dataset = _dataset(options["dataset"])
    content = _content(options["file"])
    file = tasks.read_tidy_file(content)
    if options["dry_run"]:
        return Imported(examination=examined(file, dataset=dataset, whole=options["whole"]))
    making = Making(
        origin=Origin.UPLOAD,
        file_name=Path(options["file"]).name[:200],
        file=content,
        reason=options["reason"],
    )
    return imported(
        file,
        dataset=dataset.code,
        whole=options["whole"],
        making=making,
        publish=options["publish"],
    )


def _dataset(code: str) -> Dataset:
    dataset = Dataset.objects.select_related("head").filter(code=code).first()
    if dataset is None:
        known = Dataset.objects.filter(kind=DatasetKind.OBSERVATIONS).values_list("code", flat=True)
        raise UnreadableError("dataset_unknown", {"dataset": code[:60], "known": list(known)})
    if dataset.kind == DatasetKind.RULES:
        raise UnreadableError("rules_are_no_table")
    return dataset


def _content(name: str) -> bytes:
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError("file_not_readable", {"file": name, "problem": reason}) from error
    if len(content) > LARGEST:
        raise UnreadableError("too_large", {"most": LARGEST})
    return content
