"""`manage.py compare --input FILE`: should I go or stay, as a JSON document."""

from typing import Any

from django.utils import timezone

from advisor.comparisons.document_answers import answer_to_compare
from advisor.comparisons.document_command import DocumentCommand
from advisor.web.first_use import ensure_database


class Command(DocumentCommand):
    help = "Compare staying with moving: reads and writes JSON (docs/api.md, compare)."

    def answer(self, document: Any) -> dict[str, Any]:
        ensure_database()
        return answer_to_compare(document, today=timezone.localdate())
