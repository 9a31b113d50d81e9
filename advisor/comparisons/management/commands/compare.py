"""`manage.py compare --input FILE`: should I go or stay, as a JSON document."""

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone

from advisor.comparisons.document_answers import answer_to_compare
from advisor.comparisons.document_command import DocumentCommand
from advisor.comparisons.saved.files import exported
from advisor.web.first_use import ensure_database


class Command(DocumentCommand):
    help = "Compare staying with moving: reads and writes JSON (docs/api.md, compare)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--edition", help="the data edition to answer by, such as 2026-11-24.1")

    def handle(self, *args: Any, **options: Any) -> None:
        self.edition: str | None = options["edition"]
        super().handle(*args, **options)

    def answer(self, document: Any) -> dict[str, Any]:
        """The answer; a file that a saved comparison was exported to is answered by its edition."""
        ensure_database()
        question, edition = exported(document)
        today = timezone.localdate()
        return answer_to_compare(question, today=today, edition=self.edition or edition)
